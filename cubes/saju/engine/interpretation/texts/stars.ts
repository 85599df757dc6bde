/** Stars (신살) people ask about most, told soberly, and void pillars (공망). */
import type { Texts } from "../types.ts"

/** By star. `place` names the pillars it stands on. */
export const STARS = {
  "stars.cheoneulGwiin": {
    ko: "천을귀인이 {place}에 있습니다. 어려울 때 손을 내미는 사람이 있다는 별로, 받은 도움을 기억하고 돌려줄 때 제 이름값을 합니다.",
    en: "The Heavenly Noble, most cherished of the stars, stands in the {place}. It speaks of hands held out in difficulty, and earns its name when the help is remembered and passed on.",
  },
  "stars.cheondeokGwiin": {
    ko: "{place}의 천덕귀인은 하늘의 덕이라 부르는 별입니다. 모난 일을 둥글게 넘기는 너그러움으로 읽습니다.",
    en: "Heavenly Virtue in the {place} is read as lenience, a way of getting round hard corners without bruising anyone.",
  },
  "stars.woldeokGwiin": {
    ko: "{place}에 놓인 월덕귀인은 달의 덕, 곧 드러나지 않는 친절의 별입니다.",
    en: "Monthly Virtue in the {place} is the star of kindness done without a witness.",
  },
  "stars.munchangGwiin": {
    ko: "글과 배움의 별 문창귀인이 {place}에 있습니다. 읽고 쓰고 정리하는 일이 마음을 맑게 합니다.",
    en: "The star of letters, Munchang, stands in the {place}. Reading, writing and putting in order clear the mind.",
  },
  "stars.dohwa": {
    ko: "{place}의 도화는 사람의 눈길을 모으는 별입니다. 옛 책은 경계했지만 오늘은 표현과 매력의 재능으로 읽는 이가 많습니다.",
    en: "Peach Blossom in the {place} draws the eye. Old books warned of it; most readers now take it as a talent for charm and expression.",
  },
  "stars.yeongma": {
    ko: "{place}에 역마가 있어 움직임 속에서 길이 열린다고 봅니다. 멀리 떠나지 않더라도 한 발은 늘 문밖에 두고 삽니다.",
    en: "The Travelling Horse stands in the {place}: things open up in motion, and even at home one foot tends to be out of the door.",
  },
  "stars.hwagae": {
    ko: "화개는 꽃으로 덮은 수레, 예술과 사색의 별입니다. {place}에 놓였으니 혼자 있는 시간이 비어 있지 않습니다.",
    en: "The Canopy, a carriage roofed with flowers, is the star of art and contemplation. In the {place}, it sees to it that solitude is never empty.",
  },
  "stars.yangin": {
    ko: "{place}의 양인은 칼날 같은 집중력입니다. 아껴 쓰면 결단이 되고 함부로 쓰면 상처가 된다고 옛사람은 말했습니다.",
    en: "The Blade in the {place} is concentration with an edge: decision when it is kept for use, the ancients said, and a wound when it is waved about.",
  },
  "stars.goegang": {
    ko: "괴강이 {place}에 있습니다. 우두머리의 기질이라 부르며, 맡은 것이 클 때 오히려 안정된다고 읽습니다.",
    en: "Goegang, the star of captains, stands in the {place}; it is said to be steadiest when most is entrusted to it.",
  },
  "stars.baekho": {
    ko: "{place}의 백호는 이름이 사납지만 오늘날에는 센 추진력과 몰입으로 읽습니다. 서두를 때 한 번 멈추는 습관이면 충분합니다.",
    en: "The White Tiger in the {place} sounds fiercer than it is; today it is read as drive and absorption. One pause before hurrying is precaution enough.",
  },
  "stars.hongyeom": {
    ko: "홍염이 {place}에 있어 은근한 매력이 있다고 봅니다. 꾸미지 않은 다정함이 먼저 닿습니다.",
    en: "Red Charm stands in the {place}, an appeal of the quiet sort; unstudied tenderness is what reaches people first.",
  },
  "stars.geumyeo": {
    ko: "금으로 만든 수레라는 금여가 {place}에 있습니다. 말씨와 몸가짐의 온화함을 뜻합니다.",
    en: "The Golden Carriage in the {place} stands for gentleness of speech and bearing.",
  },
  "stars.hyeonchim": {
    ko: "{place}의 현침은 바늘처럼 가늘고 정확한 기운입니다. 세밀한 손과 예리한 말이 되니, 말끝만 살짝 누이면 더없이 쓸모 있습니다.",
    en: "The Hanging Needle in the {place} is fine and exact: a delicate hand, a pointed phrase. Blunt the phrase a little and it is all use.",
  },
  "stars.taegeukGwiin": {
    ko: "{place}의 태극귀인은 시작과 끝을 함께 보는 눈입니다. 한번 맡은 일을 매듭짓는 힘으로 읽습니다.",
    en: "The Great Ultimate in the {place} sees beginning and end together, and is read as the strength to finish.",
  },
} as const satisfies Texts

/** Void pillars. */
export const VOIDS = {
  "void.year": {
    ko: "연지가 공망이니 물려받은 것에 기대기보다 제 이야기를 새로 쓰는 쪽입니다. 비었다는 것은 채울 자리가 있다는 말이기도 합니다.",
    en: "The year branch is void: less leaning on what was inherited, more writing of one's own story. Empty is another word for room.",
  },
  "void.month": {
    ko: "월지가 공망에 들어, 자리와 이름에 대한 욕심이 한 꺼풀 비어 있습니다. 남의 기준에서 자유로울 여지로 읽습니다.",
    en: "The month branch is void, and ambition for rank has a hollow in it. It may be read as freedom from other people's yardsticks.",
  },
  "void.hour": {
    ko: "시지가 공망이니 결과를 움켜쥐기보다 과정에 마음을 두는 편이 어울립니다. 뒷날을 걱정하느라 오늘을 비우지 않는 것이 좋습니다.",
    en: "The hour branch is void, which suits caring for the way more than for the prize. There is no need to empty today on tomorrow's account.",
  },
  "void.day": {
    ko: "연주를 기준으로 보면 일지가 공망입니다. 가까운 사이에도 혼자만의 여백이 필요하다는 뜻으로 읽되, 일주만 기준으로 삼는 유파는 헤아리지 않습니다.",
    en: "Counted from the year pillar, the day branch is void: even close to others some blank space is needed. Schools that count from the day alone leave this out.",
  },
} as const satisfies Texts
