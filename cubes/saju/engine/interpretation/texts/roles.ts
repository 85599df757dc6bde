/** What somebody is made for: ten gods and structure. */
import type { ConditionRule, FactRule, GodGroup, StructureRule } from "../../analysis/rules.ts"
import type { Texts } from "../types.ts"

/** The group of ten gods with most weight. */
export const DOMINANT: Texts<`tenGods.most.${GodGroup}`> = {
  "tenGods.most.peer": {
    ko: "십신으로 보면 나와 같은 기운인 비겁이 가장 많습니다. 대등하게 어울릴 때 살아나고, 명령보다 동의에 움직입니다.",
    en: "Among the ten gods, peers weigh most. You come alive among equals and are moved by agreement rather than by orders.",
  },
  "tenGods.most.output": {
    ko: "십신 가운데 식상이 두드러집니다. 머릿속에 있는 것을 밖으로 꺼내 보아야 직성이 풀리고, 그 과정에서 자기를 알게 됩니다.",
    en: "Among the ten gods, output stands out. What is in the head wants to be made, said or shown, and you find out who you are on the way.",
  },
  "tenGods.most.wealth": {
    ko: "십신으로는 재성이 넉넉합니다. 일의 쓸모를 빨리 알아보고, 흩어진 것을 모아 모양을 만드는 데 눈이 밝습니다.",
    en: "Among the ten gods, wealth is ample. That is an eye for what is of use, and for how scattered things might be brought into one shape.",
  },
  "tenGods.most.officer": {
    ko: "십신 가운데 관성이 많아 해야 할 일이 먼저 눈에 들어옵니다. 책임감은 재능인 동시에 짐이니, 맡지 않아도 될 일을 가려내는 눈이 소중합니다.",
    en: "Among the ten gods, authority prevails, and what ought to be done is what you see first. Responsibility is both a talent and a load; knowing what need not be yours is worth learning.",
  },
  "tenGods.most.resource": {
    ko: "십신으로는 인성이 넉넉해 받아들이고 새기는 힘이 좋습니다. 알고 나서야 움직이는 신중함이 있으니, 모르는 채 내딛는 첫발도 가끔은 반갑습니다.",
    en: "Among the ten gods, resource is plentiful: you take things in and keep them. You would rather know before you move, which makes an occasional uninformed first step all the more refreshing.",
  },
}

/** A group none of the characters belongs to. */
export const ABSENT: Texts<`tenGods.missing.${GodGroup}`> = {
  "tenGods.missing.peer": {
    ko: "비겁이 겉에 없으니 홀로 판단하는 데 익숙하고, 곁을 내줄 동료는 의식해서 찾게 됩니다.",
    en: "No peers show among the characters: deciding alone is familiar, and companions are found on purpose rather than by default.",
  },
  "tenGods.missing.output": {
    ko: "식상이 드러나지 않아 속의 말이 한 번 더 걸러져 나옵니다. 글이든 손으로 만드는 일이든 나만의 출구 하나면 충분합니다.",
    en: "Output does not show, so what you would say passes one more filter first. A single outlet of your own, a page or a workbench, is enough.",
  },
  "tenGods.missing.wealth": {
    ko: "재성이 보이지 않는다고 살림이 빈다는 뜻은 아닙니다. 결과보다 과정과 뜻에 마음이 먼저 가는 쪽으로 읽습니다.",
    en: "That wealth does not show says nothing about a purse; it is read as a mind that goes to meaning and manner before results.",
  },
  "tenGods.missing.officer": {
    ko: "관성이 드러나지 않아 남이 정한 틀은 몸에 잘 붙지 않습니다. 스스로 만든 규칙이라면 누구보다 잘 지킵니다.",
    en: "Authority does not show, and other people's frames fit loosely. A rule of your own making is another matter; that one you keep.",
  },
  "tenGods.missing.resource": {
    ko: "인성이 드러나지 않아 배우기 전에 먼저 해 보는 쪽입니다. 물어볼 사람 하나를 곁에 두면 길이 짧아집니다.",
    en: "Resource does not show: you try first and read the instructions afterwards. One person to ask shortens the road.",
  },
}

/** By ten god of a regular structure, or the three of the day stem's own month. */
export const STRUCTURES = {
  "structure.siksin": {
    ko: "격국은 {structure}입니다. 하고 싶은 일을 꾸준히 길러 내는 데서 삶의 모양이 잡힙니다.",
    en: "The structure of the chart is called {name}: life takes its shape from patiently raising what one likes to do.",
  },
  "structure.sanggwan": {
    ko: "격국은 {structure}입니다. 정해진 답을 그대로 받지 않고 더 나은 방식을 내놓는 것이 타고난 쓰임입니다.",
    en: "The structure of the chart is called {name}: not taking the given answer, and coming back with a better one.",
  },
  "structure.pyeonjae": {
    ko: "격국은 {structure}입니다. 기회를 알아보고 사람과 자원을 엮어 움직이는 데서 제 몫을 찾습니다.",
    en: "The structure of the chart is called {name}: noticing openings, and bringing people and means together to move through them.",
  },
  "structure.jeongjae": {
    ko: "격국은 {structure}입니다. 정직하게 쌓고 빈틈없이 보살피는 일이 삶의 뼈대를 이룹니다.",
    en: "The structure of the chart is called {name}: honest accumulation and careful keeping form the frame of this life.",
  },
  "structure.pyeongwan": {
    ko: "격국은 {structure}입니다. 어렵고 급한 일 앞에서 오히려 정신이 맑아지며, 그 힘을 다스리는 법이 오랜 공부가 됩니다.",
    en: "The structure of the chart is called {name}: the mind clears before what is hard and urgent, and governing that force is a long study.",
  },
  "structure.jeonggwan": {
    ko: "격국은 {structure}입니다. 질서를 믿고 이름을 아끼며, 맡은 자리를 반듯하게 하는 것이 쓰임입니다.",
    en: "The structure of the chart is called {name}: faith in good order, care for one's name, and the straightening of whatever post one is given.",
  },
  "structure.pyeonin": {
    ko: "격국은 {structure}입니다. 남다른 시선으로 한 우물을 깊이 파서 자기만의 기술을 얻는 쪽입니다.",
    en: "The structure of the chart is called {name}: an unusual angle of view, dug deep until it becomes a craft of one's own.",
  },
  "structure.jeongin": {
    ko: "격국은 {structure}입니다. 배우고 지키고 전하는 일에서 가장 자연스럽게 빛납니다.",
    en: "The structure of the chart is called {name}: learning, preserving and handing on are where it shines without effort.",
  },
  "structure.lok": {
    ko: "격국은 {structure}입니다. 물려받은 것보다 제 손과 발로 만든 자리에서 마음이 놓입니다.",
    en: "The structure of the chart is called {name}: at ease in a place made by one's own hands and feet more than in an inherited one.",
  },
  "structure.blade": {
    ko: "격국은 {structure}입니다. 날이 선 힘을 지녔으니, 쓸 곳이 분명할수록 그 날은 상처가 아니라 도구가 됩니다.",
    en: "The structure of the chart is called {name}: a force with an edge to it, and the clearer its purpose, the more that edge is a tool and not a wound.",
  },
  "structure.rob": {
    ko: "격국은 {structure}입니다. 나와 같은 기운이 달을 차지해, 함께 겨루고 함께 나누는 무리 속에서 제자리를 찾습니다.",
    en: "The structure of the chart is called {name}: one's own kind holds the month, and one's place is found among others, competing and sharing.",
  },
  "structure.special.follow": {
    ko: "격국은 {structure}입니다. 제 고집을 앞세우기보다 더 큰 흐름에 몸을 실을 때 힘이 나는 드문 짜임으로 읽습니다.",
    en: "The structure of the chart is called {name}, a rare one: it is read as drawing its power from going with something larger than its own will.",
  },
  "structure.special.strong": {
    ko: "격국은 {structure}입니다. 한 가지 기운이 온 사주를 채운 드문 짜임이라, 그 길을 끝까지 가 보는 데서 뜻을 찾는다고 읽습니다.",
    en: "The structure of the chart is called {name}, a rare one: a single force fills the chart, and its meaning is sought in going that one road to the end.",
  },
  "structure.special.transform": {
    ko: "격국은 {structure}입니다. 일간이 이웃과 만나 다른 기운으로 바뀌는 드문 짜임이라, 만남을 통해 달라지는 삶으로 읽습니다.",
    en: "The structure of the chart is called {name}, a rare one: the day stem meets its neighbour and becomes something else, a life changed by encounters.",
  },
  "structure.special.pair": {
    ko: "격국은 {structure}입니다. 두 기운만으로 이루어진 드문 짜임이라 그림이 단순하고 또렷합니다.",
    en: "The structure of the chart is called {name}, a rare one: only two elements make it up, and the picture is simple and clear.",
  },
} as const satisfies Texts

/** Why the regular structure is what it is. */
export const STRUCTURE_REASONS: Texts<StructureRule> = {
  "structure.peer.lok": {
    ko: "월지 {branch:이} 일간의 건록이어서 붙은 이름입니다.",
    en: "It is so called because the month branch, {branch}, is the day stem's own seat.",
  },
  "structure.peer.blade": {
    ko: "월지 {branch:이} 일간의 제왕, 곧 양인의 자리여서 붙은 이름입니다.",
    en: "It is so called because in the month branch, {branch}, the day stem stands at its prime.",
  },
  "structure.peer.rob": {
    ko: "월지 {branch:이} 나와 같은 기운을 품었으나 건록이나 양인은 아니어서 이렇게 부릅니다.",
    en: "It is so called because the month branch, {branch}, is of one's own element without being its seat or its prime.",
  },
  "structure.revealed.main": {
    ko: "월지 {branch:이} 품은 으뜸 기운 {stem:이} {pillar} 천간에 그대로 드러나 있어 근거가 뚜렷합니다.",
    en: "The grounds are plain: {stem}, the chief stem hidden in the month branch {branch}, shows openly over the {pillar} pillar.",
  },
  "structure.revealed.middle": {
    ko: "월지 {branch} 속의 중기 {stem:이} {pillar} 천간에 드러나 격을 이룬다고, 이 유파는 읽습니다.",
    en: "This school takes it from {stem}, the middle stem of the month branch {branch}, which shows over the {pillar} pillar.",
  },
  "structure.revealed.residual": {
    ko: "월지 {branch}에 남은 여기 {stem:이} {pillar} 천간에 드러나 격을 이룬다고, 이 유파는 읽습니다.",
    en: "This school takes it from {stem}, the remnant left in the month branch {branch}, which shows over the {pillar} pillar.",
  },
  "structure.revealed.hidden": {
    ko: "월지 {branch} 속에서 격이 될 만한 기운이 천간에 드러나지 않아, 으뜸인 {stem:을} 그대로 취했습니다.",
    en: "Nothing in the month branch {branch} that could name a structure shows above, so its chief stem, {stem}, was taken as it is.",
  },
  "structure.main": {
    ko: "이 유파는 드러남을 따지지 않고 월지 {branch:의} 으뜸 기운 {stem:을} 취합니다.",
    en: "This school simply takes {stem}, the chief stem of the month branch {branch}, whatever shows above.",
  },
  "structure.commanding": {
    ko: "이 유파는 태어난 날을 맡아 다스리던 {stem:을} 취합니다.",
    en: "This school takes {stem}, the stem in command of the month branch {branch} on the day of birth.",
  },
  "structure.commanding.unknown": {
    ko: "시각을 몰라 그날의 사령을 가릴 수 없어 월지 {branch:의} 으뜸 기운 {stem:을} 취했습니다.",
    en: "Without an hour the stem in command cannot be told, so {stem}, chief of the month branch {branch}, was taken.",
  },
}

/** Helpers and breakers of the regular structure. */
export const STRUCTURE_FACTS: Texts<FactRule> = {
  "structure.fact.helperShown": {
    ko: "격을 돕는 {group:이} {pillar} 천간에 드러나 있어 거드는 손이 보입니다.",
    en: "A helper is in plain view: {group} shows over the {pillar} pillar.",
  },
  "structure.fact.helperHidden": {
    ko: "격을 돕는 {group:이} {pillar} 지지에 자리해, 나서지 않고 거듭니다.",
    en: "A helper works out of sight: {group} sits in the {pillar} branch.",
  },
  "structure.fact.helperAbsent": {
    ko: "격을 돕는 {group:이} 글자로는 보이지 않아, 그 몫은 살아가며 스스로 마련하게 됩니다.",
    en: "{group}, which would help it, is not among the characters; that part is provided along the way, by oneself.",
  },
  "structure.fact.helperControlled": {
    ko: "다만 돕는 {group:을} {byPillar} 천간이 누르고 있어 힘이 온전히 닿지는 않습니다.",
    en: "Its helper, {group}, is held down by the stem of the {byPillar} pillar, so the help does not arrive entire.",
  },
  "structure.fact.helperClashed": {
    ko: "다만 돕는 {group:이} 앉은 {pillar} 지지를 {byPillar} 지지가 흔들어 도움이 들고 납니다.",
    en: "Its helper, {group}, lives in the {pillar} branch, which the {byPillar} branch shakes: the help comes and goes.",
  },
  "structure.fact.breakerShown": {
    ko: "{pillar} 천간의 {god:은} 격과 결이 달라, 둘을 한 사람 안에 살게 하는 궁리가 필요합니다.",
    en: "{god} over the {pillar} pillar goes against its grain; the two have to be taught to live in one person.",
  },
  "structure.fact.breakerControlled": {
    ko: "격을 흔드는 {god:을} {byPillar} 천간이 붙들어 주고 있습니다.",
    en: "{god}, which would unsettle it, is held in check by the stem of the {byPillar} pillar.",
  },
  "structure.fact.monthClashed": {
    ko: "격이 서는 월지를 {byPillar} 지지가 흔드니, 하는 일의 모양이 몇 번 바뀌며 여문다고 봅니다.",
    en: "The branch of the {byPillar} pillar shakes the month it stands on; its shape is thought to ripen through a few changes.",
  },
}

/** Why a special structure holds. */
export const SPECIAL_REASONS: Texts<ConditionRule> = {
  "special.follow.weak": {
    ko: "일간의 편에 선 기운이 열에 하나 남짓이라 이 이름이 허락됩니다.",
    en: "The name is allowed because hardly a tenth of the weight stands on the day stem's side.",
  },
  "special.follow.strong": {
    ko: "기운의 거의 전부가 일간의 편에 서 있어 이 이름이 허락됩니다.",
    en: "The name is allowed because nearly all the weight stands on the day stem's side.",
  },
  "special.follow.rootless": {
    ko: "어느 지지에도 일간이 뿌리내릴 곳이 없습니다.",
    en: "In no branch does the day stem find a root.",
  },
  "special.follow.unopposed": {
    ko: "내려놓은 쪽을 붙드는 지지가 하나도 없습니다.",
    en: "No branch holds on to the side that is given up.",
  },
  "special.follow.dominant": {
    ko: "따르려는 기운이 전체의 절반을 넘습니다.",
    en: "What is followed has at least half of all the weight.",
  },
  "special.follow.divided": {
    ko: "식상과 재성과 관성이 두루 있어 어느 하나도 절반에 이르지 않습니다.",
    en: "Output, wealth and authority are all present, and none of them has half of the weight.",
  },
  "special.follow.heavier": {
    ko: "일간의 편 안에서도 이 기운이 더 무겁습니다.",
    en: "Even within the day stem's own camp, this is the heavier force.",
  },
  "special.transform.combined": {
    ko: "일간이 바로 곁의 천간과 짝을 이룹니다.",
    en: "The day stem is paired with the stem next to it.",
  },
  "special.transform.month": {
    ko: "태어난 달이 바뀐 기운을 밀어 줍니다.",
    en: "The month of birth stands behind the new element.",
  },
  "special.transform.unbroken": {
    ko: "바뀐 기운을 깨뜨리는 천간이 없습니다.",
    en: "No stem breaks what the two become.",
  },
  "special.transform.uncontested": {
    ko: "같은 짝을 두고 다투는 글자가 없습니다.",
    en: "Nobody else contends for either partner.",
  },
  "special.single.branches": {
    ko: "지지가 한 기운으로 온전히 모여 있습니다.",
    en: "The branches come together wholly in one element.",
  },
  "special.single.heaviest": {
    ko: "다섯 기운 가운데 그 기운이 가장 무겁습니다.",
    en: "Among the five elements that one weighs most.",
  },
  "special.single.month": {
    ko: "태어난 달도 그 기운에 듭니다.",
    en: "The month of birth belongs to it as well.",
  },
  "special.single.unopposed": {
    ko: "그 기운을 거스르는 글자가 없습니다.",
    en: "No character opposes it.",
  },
  "special.pair.two": {
    ko: "글자가 오직 두 기운으로만 되어 있습니다.",
    en: "The characters are of two elements and no other.",
  },
  "special.pair.even": {
    ko: "그 두 기운의 글자 수가 같습니다.",
    en: "Both have the same number of characters.",
  },
}
