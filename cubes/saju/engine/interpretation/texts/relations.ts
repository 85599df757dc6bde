/** Relations between pillars (합충형파해), and what two pillars stand for together. */
import type { RelationKind } from "../../analysis/types.ts"
import type { Texts } from "../types.ts"

/** By kind. `place` names the stems or branches that meet, `name` the relation with its characters. */
export const KINDS: Texts<RelationKind> = {
  stemCombination: {
    ko: "{place:이} {name:으로} 손을 잡습니다. 마음이 끌리는 쪽이 분명해서, 뜻이 맞는 상대를 만나면 제 고집도 기꺼이 내려놓습니다.",
    en: "{place} join hands in {name}. Attraction is plain here, and before a kindred mind stubbornness is gladly laid aside.",
  },
  stemClash: {
    ko: "{place:이} {name:으로} 맞섭니다. 생각의 방향이 정면으로 만나 결단이 빨라지고, 더러는 말끝이 날카로워집니다.",
    en: "{place} face each other in {name}. Two lines of thought meet head-on, which quickens decisions and sometimes sharpens words.",
  },
  stemControl: {
    ko: "{place} 사이에 {name:이} 있습니다. 한쪽이 다른 쪽을 다잡는 긴장이지만, 규율로 쓰이면 요긴합니다.",
    en: "Between {place} there is {name}. One keeps the other in order; as tension it tires, as discipline it serves.",
  },
  sixCombination: {
    ko: "{place:은} {name:으로} 조용히 맞물립니다. 서로 모자란 데를 덮어 주는 사이입니다.",
    en: "{place} fit together quietly in {name}, each covering what the other lacks.",
  },
  threeCombination: {
    ko: "{place:이} 모여 {name:을} 이룹니다. 세 글자가 {element:으로} 뭉치니 이 사주에서 가장 큰 물줄기 하나가 여기서 나옵니다.",
    en: "{place} gather into {name}. Three characters pull together toward {element}, and one of the main streams of this chart rises here.",
  },
  halfCombination: {
    ko: "{place:이} {name:으로} {element:을} 부릅니다. 아직 반쪽이지만, 운에서 나머지 글자가 오면 제 모양을 갖춥니다.",
    en: "{place} call up {element} in {name}. It is only half a union, and takes full shape when luck brings the missing character.",
  },
  archCombination: {
    ko: "{place} 사이에는 가운데 글자가 빠진 {name:이} 있습니다. 드러나지 않은 바람이 둘 사이에 머문다고 읽되, 헤아리지 않는 유파도 있습니다.",
    en: "{place} form {name}, a union whose keystone is missing. Some read it as a wish that stays unspoken; others do not count it.",
  },
  directionalCombination: {
    ko: "{place:이} {name:을} 이루어 한 계절을 통째로 옮겨 놓은 듯합니다. {element:이} 한 방향으로 힘 있게 흐릅니다.",
    en: "{place} make up {name}, as if a whole season had been moved into the chart; {element} flows strongly and in one direction.",
  },
  clash: {
    ko: "{place:이} {name:으로} 부딪칩니다. 자리를 옮기거나 판을 다시 짜는 일이 생길 수 있지만, 고인 것을 움직이는 힘도 여기서 나옵니다.",
    en: "{place} collide in {name}. Places may change and arrangements be made anew; it is also the force that sets stagnant things moving.",
  },
  punishment: {
    ko: "{place} 사이의 {name:은} 서로를 고쳐 놓으려는 힘입니다. 맞춰 가는 수고가 들고, 그 수고가 솜씨로 남습니다.",
    en: "In {place} there is {name}, two things bent on correcting each other. Adjustment costs effort, and the effort stays behind as skill.",
  },
  selfPunishment: {
    ko: "{place:이} 같은 글자로 만나 {name:을} 이룹니다. 스스로를 탓하는 버릇으로 흐르기 쉬우니, 나에게도 남에게 하듯 말해 주는 것이 좋습니다.",
    en: "{place} hold the same character and make {name}. It slides easily into self-reproach; speak to yourself as you would to a friend.",
  },
  destruction: {
    ko: "{place} 사이에 {name:이} 있습니다. 다 된 일을 다시 손보게 하는 작은 어긋남이라, 여유 있는 일정이 좋은 대비가 됩니다.",
    en: "Between {place} there is {name}, the small misfit that sends finished work back to the bench. A roomy schedule is answer enough.",
  },
  harm: {
    ko: "{place:은} {name:으로} 엇갈립니다. 가까운 만큼 서운함이 쌓이기 쉬우니, 짐작보다 물음이 낫습니다.",
    en: "{place} miss each other in {name}. Nearness lets small disappointments collect, and asking does better than guessing.",
  },
  resentment: {
    ko: "{place} 사이에 {name:이} 걸려 있습니다. 못마땅하면서도 마음이 쓰이는 묘한 끌림으로, 알맞은 거리를 두면 깊은 이해가 됩니다.",
    en: "Between {place} hangs {name}, the odd bond of being annoyed and still caring. At the right distance it deepens into understanding.",
  },
  ghostGate: {
    ko: "{place:은} {name:으로} 이어져 있습니다. 감각이 예민하게 깨어 있어 몰입이 깊고, 생각이 많아질 때는 몸을 움직이는 편이 낫습니다.",
    en: "{place} are linked by {name}. The senses are awake there and absorption runs deep; when thoughts multiply, it helps to move.",
  },
  hiddenCombination: {
    ko: "{place} 사이에 보이지 않는 {name:이} 있습니다. 드러내지 않는 정이나 남모르는 뜻이 오간다고 읽습니다.",
    en: "Between {place} runs {name}, out of sight: an affection not displayed, or an intention not announced.",
  },
}

/** By two pillars, in the order year, month, day, hour. */
export const PAIRS = {
  yearMonth: {
    ko: "집안이라는 뿌리와 사회로 나서는 문 사이의 일입니다.",
    en: "It lies between the house one comes from and the door into the world.",
  },
  yearDay: {
    ko: "물려받은 것과 나 자신 사이의 이야기입니다.",
    en: "The story there is one between what was inherited and who one is.",
  },
  yearHour: {
    ko: "가장 먼 두 기둥이라, 인생의 처음과 끝이 서로를 비추는 모양입니다.",
    en: "These are the two outermost pillars, so beginnings and late years seem to mirror each other.",
  },
  monthDay: {
    ko: "일터의 나와 집에서의 내가 만나는 자리입니다.",
    en: "That is where the self at work meets the self at home.",
  },
  monthHour: {
    ko: "지금 맡은 일과 앞으로 이루고 싶은 일 사이에서 느껴집니다.",
    en: "It is felt between the task in hand and the work one still hopes to do.",
  },
  dayHour: {
    ko: "나와 가장 가까운 이들, 그리고 내가 남길 것 사이의 결입니다.",
    en: "It concerns oneself, those closest, and what one will leave behind.",
  },
} as const satisfies Texts

export type Pair = keyof typeof PAIRS

/** Added where stems combine, and to what stands far apart. */
export const REMARKS = {
  "relations.transformed": {
    ko: "이 합은 달의 기운까지 얻어 {element:으로} 바뀐다고 봅니다.",
    en: "With the month behind it, this union is held to turn into {element}.",
  },
  "relations.far": {
    ko: "두 기둥이 떨어져 있어 그 힘은 누그러집니다.",
    en: "The pillars stand apart, which softens it.",
  },
} as const satisfies Texts
