/** How the forces of a chart are shared out: strength, elements, yin and yang. */
import type { Texts } from "../types.ts"

/** By level 0–7 (극약 … 극왕); `share` is the day stem's side in percent. */
export const LEVELS = {
  "strength.level.0": {
    ko: "일간의 편에 선 기운은 전체의 {share}%로 아주 적습니다({level}). 제 힘을 앞세우기보다 둘레의 흐름을 읽는 쪽으로 감각이 발달한 짜임입니다.",
    en: "Only {share}% of the chart's weight stands on the side of the day stem ({level}). The gift of such a chart lies less in pushing than in reading the current around it.",
  },
  "strength.level.1": {
    ko: "전체 기운 가운데 일간의 편은 {share}%, {level}입니다. 감당할 일이 먼저 보이는 사주라 도움을 청하는 솜씨가 곧 실력이 됩니다.",
    en: "The day stem's side holds {share}% of the weight ({level}). Tasks come into view before means do, and asking for help well is here a genuine skill.",
  },
  "strength.level.2": {
    ko: "일간의 편에 선 기운이 {share}%이니 {level:으로} 읽습니다. 세심하게 받아들이고 조심스럽게 움직이는 쪽입니다.",
    en: "With {share}% of the weight on its side, the day stem counts as {level}: attentive in taking things in, careful in moving.",
  },
  "strength.level.3": {
    ko: "일간의 편이 {share}%, 조금 모자란 듯하면서도 거의 고른 {level}입니다. 나서고 물러서는 폭을 스스로 조절할 여지가 넓습니다.",
    en: "The day stem's side comes to {share}%, a shade under the middle ({level}). There is wide room to choose when to step forward and when to hold back.",
  },
  "strength.level.4": {
    ko: "일간의 편이 {share}%로 조금 넉넉한 {level}입니다. 제 뜻을 지키면서도 남의 말을 들을 자리가 남아 있습니다.",
    en: "The day stem's side comes to {share}%, a little over the middle ({level}): enough to keep its own mind, with room left to hear another's.",
  },
  "strength.level.5": {
    ko: "일간의 편이 {share}%이니 {level}입니다. 받쳐 주는 것이 많아 쉽게 흔들리지 않고, 스스로 정한 일을 밀고 갈 힘이 있습니다.",
    en: "With {share}% of the weight behind it, the day stem counts as {level}. It is well held up, not easily shaken, and can carry through what it has decided on.",
  },
  "strength.level.6": {
    ko: "일간을 돕는 기운이 {share}%에 이르는 {level}입니다. 넘치는 힘을 쓸 자리가 있느냐가 이 사주의 물음입니다.",
    en: "As much as {share}% of the weight supports the day stem ({level}). The question such a chart asks is where all that force may be put to use.",
  },
  "strength.level.7": {
    ko: "기운의 {share}%가 일간의 편 한쪽에 모여 있습니다({level}). 드물게 순도가 높은 짜임이라 보통의 저울로는 재기 어렵습니다.",
    en: "No less than {share}% of the weight is gathered on the day stem's side ({level}): an unusually pure composition, and hard to weigh on ordinary scales.",
  },
} as const satisfies Texts

/** What follows from the strength. */
export const STRENGTHS = {
  "strength.weak": {
    ko: "그래서 채우는 일이 먼저입니다. 배움과 휴식, 믿을 만한 사람 곁이 재주보다 앞서는 밑천입니다.",
    en: "So filling comes before spending: study, rest and the company of people you trust are worth more here than one more accomplishment.",
  },
  "strength.neutral": {
    ko: "어느 한쪽으로 크게 기울지 않았으니, 무엇을 더할지보다 지금의 고름을 무엇이 흔드는지 살피는 편이 낫습니다.",
    en: "Nothing leans far to either side, so it is less a matter of adding something than of noticing what disturbs the balance there already is.",
  },
  "strength.strong": {
    ko: "그래서 덜어 내고 쓰는 일이 먼저입니다. 만들고, 책임지고, 나누는 자리에서 이 힘이 길을 찾습니다.",
    en: "So spending comes before storing: in making things, answering for things and giving things away, this strength finds its road.",
  },
  "strength.follow": {
    ko: "이렇게 한쪽으로 크게 쏠린 사주는 억지로 균형을 맞추기보다 큰 흐름을 따르라고 읽는 유파가 있고, 여기서도 그 길을 따랐습니다.",
    en: "Where a chart leans this far, one school advises following the great current rather than forcing a balance, and that is the reading taken here.",
  },
  "strength.agree": {
    ko: "강약을 재는 {of} 가지 방법이 모두 같은 쪽을 가리키니 이 대목은 비교적 또렷합니다.",
    en: "All {of} ways of measuring strength point the same way, so this much is comparatively clear.",
  },
  "strength.mostly": {
    ko: "강약을 재는 {of} 가지 방법 가운데 하나만 다른 답을 내니, 대체로 믿고 읽어도 될 대목입니다.",
    en: "Of the {of} ways of measuring strength only one dissents, so the verdict may be taken as fairly settled.",
  },
  "strength.disagree": {
    ko: "다만 강약을 재는 {of} 가지 방법 가운데 {count} 가지만 이 판단과 같습니다. 방법에 따라 갈리는 대목이니 단정하지 않고 읽는 것이 좋습니다.",
    en: "Of the {of} ways of measuring strength, only {count} agree with this verdict. Schools differ at this point, and it is best read without insistence.",
  },
  "strength.alone": {
    ko: "다만 강약을 재는 다른 방법들은 이 판단과 다른 답을 냅니다. 그만큼 경계에 가까운 사주이니 단정하지 않고 읽는 것이 좋습니다.",
    en: "The other ways of measuring strength come out differently, a sign that this chart lies near the border; read the verdict lightly.",
  },
} as const satisfies Texts

/** The element with most weight, `share` in percent. */
export const MOST = {
  "elements.most.wood": {
    ko: "다섯 기운 가운데 나무가 {share}%로 가장 무성합니다. 뻗고 꾸미고 시작하려는 마음이 생활 곳곳에 싹을 틔웁니다.",
    en: "Of the five elements wood grows thickest, at {share}%: plans, projects and first attempts sprout all over daily life.",
  },
  "elements.most.fire": {
    ko: "다섯 기운 가운데 불이 {share}%로 가장 밝습니다. 보고 느낀 것이 곧 말과 표정이 되고, 일은 열이 올랐을 때 가장 잘 나아갑니다.",
    en: "Of the five elements fire burns brightest, at {share}%: what is felt shows at once in word and face, and work goes best while it is hot.",
  },
  "elements.most.earth": {
    ko: "다섯 기운 가운데 흙이 {share}%로 가장 두텁습니다. 맡고 중재하고 쌓아 두는 데 능하며, 바꾸기 전에 한 번 더 밟아 봅니다.",
    en: "Of the five elements earth lies deepest, at {share}%: good at holding, mediating and storing up, and apt to test the ground once more before changing it.",
  },
  "elements.most.metal": {
    ko: "다섯 기운 가운데 쇠가 {share}%로 가장 단단합니다. 자르고 가려내는 판단이 빠르고, 어중간한 것을 오래 두지 않습니다.",
    en: "Of the five elements metal is the hardest presence, at {share}%: it judges and sorts quickly and does not leave things half done for long.",
  },
  "elements.most.water": {
    ko: "다섯 기운 가운데 물이 {share}%로 가장 깊습니다. 생각이 먼저 흐르고 몸이 뒤따르며, 모양이 정해지지 않은 일에서 오히려 편안합니다.",
    en: "Of the five elements water runs deepest, at {share}%: thought flows first and the body follows, and what has no fixed shape is oddly comfortable.",
  },
} as const satisfies Texts

/** Elements none of the characters shows. `count` is the number of characters in words. */
export const MISSING = {
  "elements.missing.wood": {
    ko: "{count} 글자 겉에는 나무가 보이지 않습니다. 없다는 것은 모자람이라기보다 의식해서 배우는 과목에 가까우니, 새로 벌이는 일에 작은 예행연습을 두면 좋습니다.",
    en: "None of the {count} characters is wood. An absence is less a defect than a subject one studies on purpose; a small rehearsal makes new ventures easier to begin.",
  },
  "elements.missing.fire": {
    ko: "겉으로 드러난 {count} 글자에 불이 없습니다. 속은 따뜻해도 표현이 한 박자 늦게 전해질 수 있으니, 고맙다는 말만큼은 먼저 꺼내 보는 것도 방법입니다.",
    en: "None of the {count} characters is fire. The warmth may be there and still arrive a beat late; thanks, at least, can be said first.",
  },
  "elements.missing.earth": {
    ko: "{count} 글자 가운데 흙이 드러나 있지 않습니다. 머물 자리를 스스로 고르는 사주라, 하루의 정해진 자리 하나가 뜻밖의 닻이 됩니다.",
    en: "None of the {count} characters is earth. Such a chart picks its own ground to stand on, and one fixed place in the day makes a surprisingly good anchor.",
  },
  "elements.missing.metal": {
    ko: "{count} 글자에 쇠가 보이지 않습니다. 끊고 맺는 일이 서툴다기보다 천천히 오는 편이라, 끝나는 날을 미리 적어 두면 마음이 한결 가볍습니다.",
    en: "None of the {count} characters is metal. Endings come slowly rather than badly, and writing the closing date down beforehand takes a weight off.",
  },
  "elements.missing.water": {
    ko: "{count} 글자 겉에 물이 없습니다. 쉬는 것도 계획이 있어야 찾아오는 편이니, 비워 둔 시간을 약속처럼 지켜 볼 만합니다.",
    en: "None of the {count} characters is water. Rest comes mostly when it has been planned, so empty hours deserve to be kept like appointments.",
  },
} as const satisfies Texts

/** What the eight characters are like together. */
export const WHOLE = {
  "elements.all": {
    ko: "다섯 기운이 모두 글자로 드러나 있습니다. 어느 것도 낯설지 않다는 것은 여러 역할을 오갈 수 있다는 뜻입니다.",
    en: "All five elements show among the characters. None of them is a stranger to you, which makes it easier to move between roles.",
  },
  "yinYang.yang": {
    ko: "글자가 모두 양(陽)이라 안과 밖의 구분이 적고 움직임이 시원합니다. 멈추어 보는 연습이 이 밝은 마당에 그늘을 들입니다.",
    en: "Every character is yang: little separates inside from outside, and movement is frank. Practising the pause brings some shade into so much daylight.",
  },
  "yinYang.yin": {
    ko: "글자가 모두 음(陰)이라 결이 섬세하고 속이 깊습니다. 겉으로 드러내는 작은 용기가 볕이 되어 줍니다.",
    en: "Every character is yin: fine-grained, and deep rather than loud. A little courage in showing it lets the sun in.",
  },
} as const satisfies Texts
