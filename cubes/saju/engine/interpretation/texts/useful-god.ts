/** The useful god (용신): why it is what it is, how it may be lived, how firmly it stands. */
import type { UsefulGodRule } from "../../analysis/rules.ts"
import type { Texts } from "../types.ts"

/** By the rule a method followed; `element` is the useful god where there is one. */
export const USEFUL_GOD_REASONS: Texts<UsefulGodRule> = {
  "useful.follow.dominant": {
    ko: "용신, 곧 이 사주가 기대는 기운은 이미 판을 이끌고 있는 {element}입니다. {structure:으로} 보아 거스르지 않고 따르는 쪽을 택했습니다.",
    en: "The useful god is {element}, which leads this chart already; taken as {structure}, the chart is followed rather than opposed.",
  },
  "useful.follow.divided": {
    ko: "용신은 {element}입니다. 맞서는 기운이 여럿으로 나뉜 {structure}에서는 그 사이를 이어 주는 재성을 따릅니다.",
    en: "The useful god is {element}. Where the opposing forces are divided, as in {structure}, one follows wealth, which connects them.",
  },
  "useful.follow.transform": {
    ko: "일간이 이웃과 합하여 {element:으로} 바뀌는 {structure}이니, 그 바뀐 기운을 용신으로 삼습니다.",
    en: "The day stem joins its neighbour and turns into {element}, as {structure} describes; that new element is taken as the useful god.",
  },
  "useful.follow.pairGenerating": {
    ko: "두 기운이 서로 낳으며 나란히 선 {structure}입니다. 흐름이 닿는 {element:을} 용신으로 봅니다.",
    en: "Two elements stand side by side here, one generating the other ({structure}); {element}, where that flow arrives, is the useful god.",
  },
  "useful.follow.pairControlling": {
    ko: "두 기운이 팽팽히 맞선 {structure}이라, 둘을 이어 주는 {element:을} 용신으로 봅니다.",
    en: "Two elements face each other squarely here ({structure}); {element}, which connects them, is the useful god.",
  },
  "useful.follow.none": {
    ko: "따라야 할 만큼 한쪽으로 쏠린 기운은 없습니다.",
    en: "No force leans so far that it would have to be followed.",
  },
  "useful.climate.urgent": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. {season} 태어났는데 {needed:이} 겉에 없어, 무엇보다 계절의 온도를 맞추는 일을 앞에 두었습니다.",
    en: "The useful god, the element that would steady this chart, is {element}. This is a birth {season} with no {needed} in sight, so evening out the temperature was put before everything else.",
  },
  "useful.climate.listed": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. 태어난 달과 일간을 짝지어 보는 조후의 표가 {stem:을} 먼저 꼽습니다.",
    en: "The useful god, the element that would steady this chart, is {element}: for this day stem in this month, the old tables of climate name {stem} first.",
  },
  "useful.balance.strong": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. 일간의 편이 반을 넘으니, 그 힘을 받아 줄 {group:이} 뿌리를 두고 서 있는 것을 귀하게 봅니다.",
    en: "The useful god, the element that would steady this chart, is {element}. More than half of the weight is on the day stem's side, and {group}, which can take up the surplus, stands here on roots of its own.",
  },
  "useful.balance.strongUnrooted": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. 일간의 편이 반을 넘는데 그 힘을 받아 줄 {group:은} 드러나 있어도 뿌리가 얕아, 아껴 키울 기운으로 봅니다.",
    en: "The useful god, the element that would steady this chart, is {element}. More than half of the weight is on the day stem's side; {group} is there to take up the surplus, though on shallow roots, and wants cultivating.",
  },
  "useful.balance.strongNone": {
    ko: "일간의 편이 반을 넘는데 그 힘을 받아 줄 기운이 사주 안에 없어, 억부의 방법은 여기서 답을 내지 않습니다.",
    en: "More than half of the weight is on the day stem's side and nothing in the chart can take it up, so the method of balance gives no answer here.",
  },
  "useful.balance.weakByOfficer": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. 책임을 뜻하는 관성이 무거워, 그것을 배움으로 바꾸어 일간에게 건네는 인성을 찾았습니다.",
    en: "The useful god, the element that would steady this chart, is {element}. Duty weighs heavily in this chart, so resource is called upon, which turns pressure into learning.",
  },
  "useful.balance.weakByOutput": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. 내어놓는 힘인 식상이 커서 일간이 지치기 쉬우니, 안을 다시 채우는 인성을 찾았습니다.",
    en: "The useful god, the element that would steady this chart, is {element}. So much goes out through output that the day stem tires, and resource is called upon to fill it again.",
  },
  "useful.balance.weakByWealth": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. 다룰 것이 많은 재성의 사주라, 함께 짐을 들어 줄 비겁을 찾았습니다.",
    en: "The useful god, the element that would steady this chart, is {element}. There is a great deal of wealth to handle, so peers are called upon to share the carrying.",
  },
  "useful.mediation.between": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. {controller:과} {controlled:이} 맞서 있어, 그 사이를 흐르게 하는 기운을 골랐습니다.",
    en: "The useful god, the element that would steady this chart, is {element}. {controller} and {controlled} confront each other here, and it lets the one flow into the other.",
  },
  "useful.mediation.none": {
    ko: "크게 맞서는 두 기운이 없어 통관의 방법은 답을 내지 않습니다.",
    en: "No two elements confront each other in earnest, so the method of mediation stays silent.",
  },
  "useful.illness.excess": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. {controlled:이} 지나치게 쌓여 흐름을 막으니, 그것을 다스리는 기운을 골랐습니다.",
    en: "The useful god, the element that would steady this chart, is {element}. {controlled} has piled up until it blocks the flow, and this is what keeps it in bounds.",
  },
  "useful.illness.none": {
    ko: "지나치게 쌓인 기운이 없어 병약의 방법은 답을 내지 않습니다.",
    en: "Nothing is piled up to excess, so the method of remedy has nothing to say.",
  },
  "useful.structure.helperShown": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. {structure:을} 돕는 {group:이} 천간에 드러나 있어 그것을 골랐습니다.",
    en: "The useful god, the element that would steady this chart, is {element}: {group}, the helper of {structure}, shows openly among the stems.",
  },
  "useful.structure.helperHidden": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. {structure:을} 돕는 {group:이} 지지에 있어 그것을 골랐습니다.",
    en: "The useful god, the element that would steady this chart, is {element}: {group}, the helper of {structure}, is found among the branches.",
  },
  "useful.structure.helperAbsent": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. {structure:을} 돕는 {group:이} 사주에 없어, 찾아서 보태야 할 기운으로 봅니다.",
    en: "The useful god, the element that would steady this chart, is {element}: {group} would help {structure} but is missing, and is looked for elsewhere.",
  },
  "useful.structure.special": {
    ko: "특별한 격국이라 따로 돕는 기운을 두지 않습니다.",
    en: "A special structure has no helper of its own.",
  },
}

/** The same where what weighs most against the day stem is not much: below a quarter of all the weight. */
export const MILD_REASONS = {
  "useful.balance.weakByOfficer": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. 일간을 움직이게 하는 것들 가운데 책임을 뜻하는 관성이 조금 앞서므로, 그것을 배움으로 바꾸어 일간에게 건네는 인성을 찾았습니다.",
    en: "The useful god, the element that would steady this chart, is {element}. Of all that asks something of the day stem, authority comes a little ahead, so resource is called upon, which turns demands into learning.",
  },
  "useful.balance.weakByOutput": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. 일간을 움직이게 하는 것들 가운데 내어놓는 힘인 식상이 조금 앞서므로, 안을 다시 채우는 인성을 찾았습니다.",
    en: "The useful god, the element that would steady this chart, is {element}. Of all that asks something of the day stem, output comes a little ahead, so resource is called upon, which fills what has been given out.",
  },
  "useful.balance.weakByWealth": {
    ko: "이 사주를 고르게 해 줄 기운, 곧 용신은 {element}입니다. 일간을 움직이게 하는 것들 가운데 다룰 것을 뜻하는 재성이 조금 앞서므로, 함께 짐을 들어 줄 비겁을 찾았습니다.",
    en: "The useful god, the element that would steady this chart, is {element}. Of all that asks something of the day stem, wealth comes a little ahead, so peers are called upon to share the carrying.",
  },
} as const satisfies Texts

/** By useful element: how it may be lived. */
export const LIVES = {
  "useful.live.wood": {
    ko: "나무를 산다는 것은 무언가를 기르는 일입니다. 아침, 책, 화분, 새로 배우는 기술처럼 조금씩 자라는 것을 곁에 두면 숨이 트입니다.",
    en: "To live wood is to raise something. Mornings, books, a plant on the sill, a craft you are still learning: keep near you what grows a little at a time.",
  },
  "useful.live.fire": {
    ko: "불을 산다는 것은 드러내고 데우는 일입니다. 사람을 만나고, 말하고, 볕을 쬐는 시간이 생각보다 큰 몫을 합니다.",
    en: "To live fire is to show and to warm. Time among people, in talk and in plain sunlight counts for more than you would think.",
  },
  "useful.live.earth": {
    ko: "흙을 산다는 것은 자리를 지키고 쌓는 일입니다. 같은 시간, 같은 길, 오래갈 약속이 마음의 지반이 됩니다.",
    en: "To live earth is to stay and to lay down layers. The same hour, the same road, a promise meant to last: such things become ground under the feet.",
  },
  "useful.live.metal": {
    ko: "쇠를 산다는 것은 가르고 다듬는 일입니다. 기준을 세우고, 버릴 것을 버리고, 마무리를 짓는 습관이 힘이 됩니다.",
    en: "To live metal is to sort and to refine. A standard set, a drawer emptied, a thing brought properly to its end: these habits lend strength.",
  },
  "useful.live.water": {
    ko: "물을 산다는 것은 쉬고 흐르는 일입니다. 산책과 여행, 일기와 잠처럼 생각이 흘러갈 길을 열어 두면 마음이 제 깊이를 찾습니다.",
    en: "To live water is to rest and to flow. Walks, journeys, a diary, sleep: leave thought a channel to run in, and the mind finds its depth.",
  },
} as const satisfies Texts

/** How it stands in the chart, who helps it, what other schools say. */
export const STANDINGS = {
  "useful.present": {
    ko: "그 {element:은} 이미 글자로 드러나 있으니, 멀리서 구하기보다 가진 것을 알아보고 쓰면 됩니다.",
    en: "That element already shows among the characters; nothing has to be fetched from afar, only recognised and used.",
  },
  "useful.hidden": {
    ko: "그 {element:은} 지지 속에 숨어 있습니다. 평소에는 잊고 지내다가도 필요할 때 꺼내 쓰는 힘으로 봅니다.",
    en: "That element is hidden inside a branch: a strength one forgets on ordinary days and finds again when it is wanted.",
  },
  "useful.absent": {
    ko: "그 {element:은} 사주 안에서 찾기 어려워 사람과 장소와 습관에서 빌려 오는 힘이 됩니다. 빌린다는 것은 관계를 배운다는 뜻이기도 합니다.",
    en: "That element is nowhere in the chart, so it has to be borrowed from people, places and habits. Borrowing, after all, is how one learns to be in company.",
  },
  "useful.company": {
    ko: "{joyful:은} 그 힘을 북돋고 {harmful:은} 그 힘을 누릅니다. 피하라는 뜻이 아니라, 어느 쪽으로 기울 때 숨이 가빠지는지 알아 두라는 말입니다.",
    en: "Its ally is {joyful}, its counterweight {harmful}. That is no list of things to shun, only a note on which way of leaning leaves you short of breath.",
  },
  "useful.others": {
    ko: "용신을 찾는 다른 방법은 {others:을} 꼽기도 합니다. 유파마다 답이 갈리는 대목이니 하나의 관점으로 읽어 주십시오.",
    en: "Other ways of looking for the useful god arrive at {others}. Schools part company here, so take this as one point of view.",
  },
  "useful.none": {
    ko: "여기서 따른 방법들은 뚜렷한 용신을 내놓지 않았습니다. 모자란 답을 지어내기보다 비워 두는 편을 택했습니다.",
    en: "None of the methods followed here names a useful god, and it seemed better to leave the place empty than to invent one.",
  },
} as const satisfies Texts
