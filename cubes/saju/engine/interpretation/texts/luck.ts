/** Time passing: decades and years. */
import type { GodGroup } from "../../analysis/rules.ts"
import type { Roles } from "../../analysis/types.ts"
import type { Texts } from "../types.ts"

/** The running decade, by the ten gods of its stem. */
export const DECADES: Texts<`luck.decade.${GodGroup}`> = {
  "luck.decade.peer": {
    ko: "지금은 만 {age}세 무렵인 {start}부터 열 해를 맡은 {ganji} 대운입니다. 천간의 {god:이} 앞에 서니, 누구와 나란히 걸을지가 화두가 됩니다.",
    en: "The decade now running is {ganji}; it began in {start}, at about the age of {age}. Its stem is {god}, and the question it puts is whom to walk beside.",
  },
  "luck.decade.output": {
    ko: "지금은 만 {age}세 무렵인 {start}부터 열 해를 맡은 {ganji} 대운입니다. 천간의 {god:이} 앞에 서니, 만들고 말하고 내보이는 일이 가까이 옵니다.",
    en: "The decade now running is {ganji}; it began in {start}, at about the age of {age}. Its stem is {god}, which brings making, saying and showing into the foreground.",
  },
  "luck.decade.wealth": {
    ko: "지금은 만 {age}세 무렵인 {start}부터 열 해를 맡은 {ganji} 대운입니다. 천간의 {god:이} 앞에 서니, 현실의 살림을 만지고 모양 잡는 일이 가까이 옵니다.",
    en: "The decade now running is {ganji}; it began in {start}, at about the age of {age}. Its stem is {god}, which puts practical affairs on the table to be handled and shaped.",
  },
  "luck.decade.officer": {
    ko: "지금은 만 {age}세 무렵인 {start}부터 열 해를 맡은 {ganji} 대운입니다. 천간의 {god:이} 앞에 서니, 책임과 자리가 삶의 문을 두드립니다.",
    en: "The decade now running is {ganji}; it began in {start}, at about the age of {age}. Its stem is {god}, and responsibility comes to the door, asking what you will answer for.",
  },
  "luck.decade.resource": {
    ko: "지금은 만 {age}세 무렵인 {start}부터 열 해를 맡은 {ganji} 대운입니다. 천간의 {god:이} 앞에 서니, 배우고 쉬고 다시 채우는 일이 가까이 옵니다.",
    en: "The decade now running is {ganji}; it began in {start}, at about the age of {age}. Its stem is {god}, which favours studying, resting and laying in stores.",
  },
}

/** By what the element of the decade's branch is to the useful god. */
export const DECADE_ROLES: Texts<`luck.decade.${keyof Roles}`> = {
  "luck.decade.useful": {
    ko: "지지의 {element:은} 여기서 고른 용신과 같아, 발밑이 편안한 쪽으로 흐릅니다. 미뤄 둔 일을 펼쳐 볼 만합니다.",
    en: "Its branch is {element}, the useful god itself: the ground feels friendlier, and something long postponed might be unpacked.",
  },
  "luck.decade.joyful": {
    ko: "지지의 {element:은} 용신을 돕는 희신입니다. 눈에 띄지 않아도 뒤에서 거드는 손이 있는 때로 읽습니다.",
    en: "Its branch is {element}, ally of the useful god; such years are read as having a helping hand somewhere in the background.",
  },
  "luck.decade.harmful": {
    ko: "지지의 {element:은} 용신을 누르는 쪽입니다. 막힌다는 뜻이 아니라, 힘을 나누어 쓰고 기초를 다지기에 알맞은 때라는 뜻입니다.",
    en: "Its branch is {element}, which presses on the useful god. That bars no road; it suggests spending strength in portions and seeing to foundations.",
  },
  "luck.decade.hostile": {
    ko: "지지의 {element:은} 용신을 누르는 기운을 거드는 구신입니다. 벌이기보다 정돈하며 가는 편이 마음 편합니다.",
    en: "Its branch is {element}, which feeds what presses on the useful god; tidying as you go sits easier than launching.",
  },
  "luck.decade.idle": {
    ko: "지지의 {element:은} 돕지도 막지도 않는 한신입니다. 큰 바람이 없으니 방향은 스스로 정하게 됩니다.",
    en: "Its branch is {element}, neither help nor hindrance. With little wind from outside, the course is yours to set.",
  },
}

/** Where the decades stand. */
export const COURSES = {
  "luck.decade.before": {
    ko: "아직 첫 대운이 열리기 전입니다. 만 {age}세 무렵 {ganji} 대운이 시작되며, 그때까지는 태어난 달의 기운 안에서 자란다고 봅니다.",
    en: "The first decade has not opened yet. It begins at about {age} with {ganji}; until then one is thought to grow within the month of one's birth.",
  },
  "luck.decade.next": {
    ko: "{year}년 무렵 {ganji} 대운으로 넘어갑니다. 그 앞뒤 한두 해는 철 따라 옷을 갈아입는 때처럼 여기면 됩니다.",
    en: "Around {year} the decade changes to {ganji}. The year before and the year after are best treated like the turn of a season, when one changes clothes.",
  },
  "luck.noon": {
    ko: "다만 태어난 시각을 몰라 대운은 그날 정오를 기준으로 셈했으니, 시각을 알게 되면 시작하는 때가 달라질 수 있습니다.",
    en: "As the hour is unknown, the decades were reckoned from noon of that day; the hour, once found, may move their beginning.",
  },
  "luck.noon.ages": {
    ko: "다만 태어난 시각을 몰라 대운은 그날 정오를 기준으로 셈했습니다. 시각에 따라 첫 대운은 만 {least}세나 {most}세 무렵에 열립니다.",
    en: "As the hour is unknown, the decades were reckoned from noon of that day; depending on the hour the first begins at about {least} or {most}.",
  },
  "luck.noon.either": {
    ko: "다만 태어난 시각을 몰라 대운은 그날 정오를 기준으로 셈했습니다. 그날 해의 기둥이 바뀌었으니, 태어난 때가 그 앞인지 뒤인지에 따라 대운이 흐르는 방향까지 달라집니다.",
    en: "As the hour is unknown, the decades were reckoned from noon of that day. The year pillar changed on it, so even the direction in which they run depends on which side of that instant the birth was.",
  },
  "luck.forward": {
    ko: "대운은 만 {age}세 무렵 {ganji}에서 시작해 계절의 순서대로 흐릅니다. 열 해마다 풍경이 바뀐다고 보되, 그 안에서 걷는 걸음은 스스로의 것입니다.",
    en: "The decades begin at about {age} with {ganji} and follow the order of the seasons. The landscape is said to change every ten years; the walking is one's own.",
  },
  "luck.backward": {
    ko: "대운은 만 {age}세 무렵 {ganji}에서 시작해 계절을 거슬러 흐릅니다. 열 해마다 풍경이 바뀐다고 보되, 그 안에서 걷는 걸음은 스스로의 것입니다.",
    en: "The decades begin at about {age} with {ganji} and run against the order of the seasons. The landscape is said to change every ten years; the walking is one's own.",
  },
} as const satisfies Texts

/** A year, by the ten god of its stem. */
export const YEARS = {
  "luck.year.bigyeon": {
    ko: "{year}년 {ganji:은} 비견의 해입니다. 혼자 하던 일에 어깨를 나란히 할 사람이 들어오니, 나눌 몫을 먼저 이야기해 두면 좋습니다.",
    en: "{year}, {ganji}, is a year of the Companion. Someone may draw level in work you did alone; talk early about how things are shared.",
  },
  "luck.year.geopjae": {
    ko: "{year}년 {ganji:은} 겁재의 해입니다. 겨루는 마음이 커지고 씀씀이도 커지기 쉬우니, 함께 이기는 자리를 고르는 눈이 필요합니다.",
    en: "{year}, {ganji}, is a year of Rob Wealth. Rivalry warms up and so does spending; look for games in which both sides win.",
  },
  "luck.year.siksin": {
    ko: "{year}년 {ganji:은} 식신의 해입니다. 손에 익은 일을 천천히 즐기며 키우기에 어울립니다.",
    en: "{year}, {ganji}, is a year of the Eating God, suited to enjoying what the hands already know and letting it grow at leisure.",
  },
  "luck.year.sanggwan": {
    ko: "{year}년 {ganji:은} 상관의 해입니다. 하고 싶은 말과 새 생각이 많아지니, 보내기 전에 한 번 더 읽는 습관이 빛을 봅니다.",
    en: "{year}, {ganji}, is a year of the Hurting Officer. Ideas and opinions crowd in; reading a message once more before sending it will pay for itself.",
  },
  "luck.year.pyeonjae": {
    ko: "{year}년 {ganji:은} 편재의 해입니다. 바깥나들이와 새로운 제안이 잦아지니, 넓게 보되 감당할 만큼만 쥐는 편이 좋습니다.",
    en: "{year}, {ganji}, is a year of Indirect Wealth. There is more going out and more being proposed; look widely, and hold only what two hands can carry.",
  },
  "luck.year.jeongjae": {
    ko: "{year}년 {ganji:은} 정재의 해입니다. 생활의 틀을 고르고 밀린 것을 정리하는 수고가 제값을 합니다.",
    en: "{year}, {ganji}, is a year of Direct Wealth. Putting the household of your life in order, drawer by drawer, is effort well placed.",
  },
  "luck.year.pyeongwan": {
    ko: "{year}년 {ganji:은} 편관의 해입니다. 긴장할 일이 있는 만큼 집중도 깊어지니, 쉬는 날을 먼저 달력에 적어 두면 좋습니다.",
    en: "{year}, {ganji}, is a year of the Seven Killings. Pressure rises and concentration with it; mark the days of rest in the calendar first.",
  },
  "luck.year.jeonggwan": {
    ko: "{year}년 {ganji:은} 정관의 해입니다. 약속과 절차를 지키는 일이 나를 알리는 방법이 됩니다.",
    en: "{year}, {ganji}, is a year of the Direct Officer, when keeping to one's word and to the rules is the best way of becoming known.",
  },
  "luck.year.pyeonin": {
    ko: "{year}년 {ganji:은} 편인의 해입니다. 혼자 파고들 주제를 만나기 쉽고, 결정을 조금 늦추어도 괜찮습니다.",
    en: "{year}, {ganji}, is a year of Indirect Resource. A subject may turn up that wants solitude, and decisions can afford to ripen.",
  },
  "luck.year.jeongin": {
    ko: "{year}년 {ganji:은} 정인의 해입니다. 배우고 문서를 챙기고 어른의 말을 듣는 일에 마음이 갑니다.",
    en: "{year}, {ganji}, is a year of Direct Resource: studies, papers, and the counsel of those who went before have their turn.",
  },
} as const satisfies Texts

/** What else is said of a year, each at most once in a reading. */
export const YEAR_REMARKS = {
  "luck.year.clash.day": {
    ko: "{year}년의 지지는 일지와 부딪치는 자리여서, 가까운 사이와 생활의 터에 변화가 있을 수 있다고 봅니다. 정해진 일이 아니라 문이 열려 있다는 뜻입니다.",
    en: "The branch of {year} meets the day branch in a clash, which tradition links with changes at home and among intimates: an open door, not an appointment.",
  },
  "luck.year.combine.day": {
    ko: "{year}년의 지지는 일지와 합을 이루어, 사람과의 인연이 한결 부드럽게 이어지는 때로 읽습니다.",
    en: "The branch of {year} combines with the day branch, and ties with other people are read as running more smoothly then.",
  },
  "luck.year.useful": {
    ko: "{year}년은 용신인 {element:이} 찾아오는 해이기도 해서, 하고 싶던 일에 첫걸음을 떼어 보기에 좋은 바람이 있습니다.",
    en: "{year} also brings {element}, the useful god; a fair wind, if there is something you have been meaning to begin.",
  },
  "luck.year.harmful": {
    ko: "{year}년에는 용신을 누르는 {element:이} 찾아오니, 새로 벌이기보다 하던 일을 다지는 쪽에 무게를 두어도 좋습니다.",
    en: "{year} brings {element}, which presses on the useful god; consolidating may sit better than starting afresh.",
  },
} as const satisfies Texts
