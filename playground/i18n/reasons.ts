import type { Language } from "./languages.ts"

type Texts = { readonly [rule: string]: { readonly [language in Language]: string } }

/** Why a structure is what it is, who helps and who disturbs it. Names of rules are those of the engine. */
const structureTexts = {
  "structure.peer.lok": {
    en: "The month {branch} is the office (geollok) of the day stem {dayStem}.",
    ko: "월지 {branch} 자리가 일간 {dayStem}의 건록입니다.",
  },
  "structure.peer.blade": {
    en: "The month {branch} is the prime of the yang day stem {dayStem}: its blade.",
    ko: "월지 {branch} 자리가 양간 {dayStem}의 제왕, 곧 양인입니다.",
  },
  "structure.peer.rob": {
    en: "The month {branch} is of the element of the day stem {dayStem}, but neither its office nor its blade.",
    ko: "월지 {branch} 자리가 일간 {dayStem}의 비겁이지만 건록도 양인도 아닙니다.",
  },
  "structure.revealed.main": {
    en: "{stem}, the main stem of the month {branch}, shows in the {pillar} stem: {god}.",
    ko: "월지 {branch}의 정기 {stem} · {pillar} 천간에 투출: {god}.",
  },
  "structure.revealed.middle": {
    en: "{stem}, the middle stem of the month {branch}, shows in the {pillar} stem: {god}.",
    ko: "월지 {branch}의 중기 {stem} · {pillar} 천간에 투출: {god}.",
  },
  "structure.revealed.residual": {
    en: "{stem}, the residual stem of the month {branch}, shows in the {pillar} stem: {god}.",
    ko: "월지 {branch}의 여기 {stem} · {pillar} 천간에 투출: {god}.",
  },
  "structure.revealed.hidden": {
    en: "No stem of the month {branch} that counts shows, so its main stem {stem} is taken: {god}.",
    ko: "월지 {branch}에서 투출한 천간이 없어 정기 {stem} 자리를 봅니다: {god}.",
  },
  "structure.main": {
    en: "The main stem of the month {branch} is {stem}: {god}.",
    ko: "월지 {branch}의 정기 {stem}: {god}.",
  },
  "structure.commanding": {
    en: "{stem} was in command of the month {branch} after {day} days: {god}.",
    ko: "절입 {day}일 뒤, 월지 {branch}의 사령 {stem}: {god}.",
  },
  "structure.commanding.unknown": {
    en: "Without the hour the stem in command is not certain, so the main stem {stem} of {branch} is taken: {god}.",
    ko: "시각을 몰라 사령이 확실하지 않아 월지 {branch}의 정기 {stem} 자리를 봅니다: {god}.",
  },
  "structure.fact.helperShown": {
    en: "Helped by {group}: {stem} in the {pillar} stem.",
    ko: "{group} 있음: {pillar} 천간 {stem}, 격을 돕습니다.",
  },
  "structure.fact.helperHidden": {
    en: "Helped by {group} in a branch only: {branch} of the {pillar}.",
    ko: "{group} 있음: {pillar} 지지 {branch}에만 있어 격을 돕습니다.",
  },
  "structure.fact.helperAbsent": {
    en: "{group}, which would help, is not there.",
    ko: "격을 도울 {group}: 없음.",
  },
  "structure.fact.helperControlled": {
    en: "The helper {stem} ({pillar}) is controlled by {byStem} ({byPillar}).",
    ko: "돕는 {pillar} {stem}: {byPillar}의 {byStem} 글자가 극합니다.",
  },
  "structure.fact.helperClashed": {
    en: "The helper’s branch {branch} ({pillar}) is clashed by {byBranch} ({byPillar}).",
    ko: "돕는 {pillar} {branch}: {byPillar}의 {byBranch} 글자가 충합니다.",
  },
  "structure.fact.breakerShown": {
    en: "Disturbed by {god}: {stem} in the {pillar} stem.",
    ko: "격을 흔드는 {god}: {pillar} 천간 {stem}.",
  },
  "structure.fact.breakerControlled": {
    en: "What disturbs, {stem} ({pillar}), is controlled by {byStem} ({byPillar}).",
    ko: "흔드는 {pillar} {stem}: {byPillar}의 {byStem} 글자가 눌러 줍니다.",
  },
  "structure.fact.monthClashed": {
    en: "The month {branch} is clashed by {byBranch} ({byPillar}).",
    ko: "월지 {branch}: {byPillar}의 {byBranch} 글자가 충합니다.",
  },
} as const satisfies Texts

/** Conditions of special structures. */
const conditionTexts = {
  "special.follow.weak": { en: "At most 12% supports the day stem.", ko: "일간을 돕는 힘이 12% 이하입니다." },
  "special.follow.strong": { en: "At least 85% supports the day stem.", ko: "일간을 돕는 힘이 85% 이상입니다." },
  "special.follow.rootless": { en: "The day stem has no root in a branch.", ko: "일간의 뿌리가 지지에 없습니다." },
  "special.follow.unopposed": {
    en: "No branch stands mainly on the side given up.",
    ko: "버리는 쪽의 기운이 정기인 지지가 없습니다.",
  },
  "special.follow.dominant": { en: "One group has half of the weight.", ko: "따를 기운이 절반 이상입니다." },
  "special.follow.heavier": { en: "The group followed is the heavier one.", ko: "따르는 기운이 더 무겁습니다." },
  "special.follow.divided": {
    en: "Output, wealth and officer are all there and none has half.",
    ko: "식상·재성·관성이 모두 있고 절반을 넘는 것이 없습니다.",
  },
  "special.transform.combined": {
    en: "The day stem combines with the month or hour stem.",
    ko: "일간이 월간이나 시간과 합합니다.",
  },
  "special.transform.month": { en: "The month is of the element produced.", ko: "월지가 합화하는 기운입니다." },
  "special.transform.unbroken": {
    en: "No stem controls the element produced.",
    ko: "합화하는 기운을 극하는 천간이 없습니다.",
  },
  "special.transform.uncontested": { en: "No stem is there twice to contest it.", ko: "쟁합이 없습니다." },
  "special.single.branches": {
    en: "The branches form one whole set of the element.",
    ko: "지지가 일간의 기운으로 방합이나 삼합을 이룹니다.",
  },
  "special.single.month": { en: "The month belongs to it.", ko: "월지가 거기에 듭니다." },
  "special.single.unopposed": {
    en: "Nothing outside it controls the day stem.",
    ko: "그 밖에 일간을 극하는 글자가 없습니다.",
  },
  "special.single.heaviest": { en: "The day stem’s element weighs most.", ko: "일간의 기운이 가장 무겁습니다." },
  "special.pair.two": { en: "The characters are of two elements only.", ko: "글자가 두 오행뿐입니다." },
  "special.pair.even": { en: "Both have as many characters.", ko: "두 오행의 글자 수가 같습니다." },
} as const satisfies Texts

/** Why a method comes to its useful god, or to none. */
const usefulTexts = {
  "useful.follow.dominant": {
    en: "{structure}: the element that leads is followed.",
    ko: "{structure}: 판을 이끄는 기운을 따릅니다.",
  },
  "useful.follow.divided": {
    en: "{structure}: wealth, which connects output and officer, is followed.",
    ko: "{structure}: 식상과 관성을 잇는 재성을 따릅니다.",
  },
  "useful.follow.transform": {
    en: "{structure}: the element produced is followed.",
    ko: "{structure}: 합화한 기운을 따릅니다.",
  },
  "useful.follow.pairGenerating": {
    en: "{structure}: the element generated is taken.",
    ko: "{structure}: 두 기운 가운데 생을 받는 쪽을 봅니다.",
  },
  "useful.follow.pairControlling": {
    en: "{structure}: the element between the two is taken.",
    ko: "{structure}: 두 기운 사이를 잇는 쪽을 봅니다.",
  },
  "useful.follow.none": { en: "No special structure holds.", ko: "성립한 외격이 없습니다." },
  "useful.climate.urgent": {
    en: "The season asks for {needed}, which the chart lacks; the table names {stem}.",
    ko: "계절이 {needed} 기운을 찾는데 명식에 없습니다. 조후표의 글자는 {stem}입니다.",
  },
  "useful.climate.listed": {
    en: "The table names {stem} for {dayStem} in the month {branch}; the season presses for nothing.",
    ko: "{branch}월 {dayStem} 일간의 조후표가 꼽는 글자는 {stem}입니다. 계절이 급하지는 않습니다.",
  },
  "useful.balance.strong": {
    en: "Strong ({share}): {group} stands on a root and takes up the surplus.",
    ko: "신강({share})하여 뿌리 있는 {group} 기운으로 덜어 냅니다.",
  },
  "useful.balance.strongUnrooted": {
    en: "Strong ({share}): {group} shows, without a root, to take up the surplus.",
    ko: "신강({share})하여, 뿌리는 없지만 드러난 {group} 기운으로 덜어 냅니다.",
  },
  "useful.balance.strongNone": {
    en: "Strong ({share}), and nothing is there to take up the surplus.",
    ko: "신강({share})한데 덜어 낼 기운이 없습니다.",
  },
  "useful.balance.weakByOfficer": {
    en: "{share} supports the day stem and officer weighs most: resource turns it into support.",
    ko: "돕는 힘 {share}, 관성이 가장 무거워 인성으로 잇습니다.",
  },
  "useful.balance.weakByOutput": {
    en: "{share} supports the day stem and output weighs most: resource refills it.",
    ko: "돕는 힘 {share}, 식상이 가장 무거워 인성으로 채웁니다.",
  },
  "useful.balance.weakByWealth": {
    en: "{share} supports the day stem and wealth weighs most: peers share the load.",
    ko: "돕는 힘 {share}, 재성이 가장 무거워 비겁으로 나누어 듭니다.",
  },
  "useful.mediation.between": {
    en: "{controller} ({controllerShare}) and {controlled} ({controlledShare}) face each other: the element between.",
    ko: "{controller}({controllerShare}) 기운과 {controlled}({controlledShare}) 기운이 맞서 그 사이를 잇습니다.",
  },
  "useful.mediation.none": { en: "No two elements face each other.", ko: "크게 맞서는 두 기운이 없습니다." },
  "useful.illness.excess": {
    en: "{controlled} has {controlledShare}: what controls it is the remedy.",
    ko: "{controlled} 기운이 {controlledShare}로 지나쳐 그것을 다스립니다.",
  },
  "useful.illness.none": { en: "No element has half of the weight.", ko: "절반을 넘는 기운이 없습니다." },
  "useful.structure.helperShown": {
    en: "{group} helps {structure} and shows in a stem.",
    ko: "{structure}의 상신 {group}: 천간에 드러나 있습니다.",
  },
  "useful.structure.helperHidden": {
    en: "{group} helps {structure} from a branch.",
    ko: "{structure}의 상신 {group}: 지지에 있습니다.",
  },
  "useful.structure.helperAbsent": {
    en: "{group} would help {structure} but is not there.",
    ko: "{structure}의 상신 {group}: 명식에 없습니다.",
  },
  "useful.structure.special": {
    en: "{structure} holds, which has no helper.",
    ko: "외격({structure})에는 상신이 없습니다.",
  },
} as const satisfies Texts

/** Texts by rule; what is in braces is filled in with the rule's parameters. */
export const reasonTexts: Texts = { ...structureTexts, ...conditionTexts, ...usefulTexts }
