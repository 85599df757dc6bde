/** Short words for the rules judgements rest on. */
import type { FactRule, StructureRule, UsefulGodRule } from "../analysis/rules.ts"
import type { Language } from "../interpretation/types.ts"

type Said = readonly [ko: string, en: string]

const STRUCTURES: { readonly [rule in StructureRule]: Said } = {
  "structure.peer.lok": ["월지 건록", "month is the Prosperity branch"],
  "structure.peer.blade": ["월지 양인", "month is the Blade"],
  "structure.peer.rob": ["월지 비겁", "month of peers"],
  "structure.revealed.main": ["정기 투출", "main stem shown"],
  "structure.revealed.middle": ["중기 투출", "middle stem shown"],
  "structure.revealed.residual": ["여기 투출", "residual stem shown"],
  "structure.revealed.hidden": ["투출 없어 정기", "none shown, main stem"],
  "structure.main": ["월지 정기", "main stem"],
  "structure.commanding": ["사령", "in command"],
  "structure.commanding.unknown": ["사령 모름", "command unknown"],
}

const FACTS: { readonly [rule in FactRule]: Said } = {
  "structure.fact.helperShown": ["상신 투출", "helper shown"],
  "structure.fact.helperHidden": ["상신 지지", "helper in a branch"],
  "structure.fact.helperAbsent": ["상신 없음", "no helper"],
  "structure.fact.helperControlled": ["상신 극", "helper controlled"],
  "structure.fact.helperClashed": ["상신 충", "helper clashed"],
  "structure.fact.breakerShown": ["파격 투출", "breaker shown"],
  "structure.fact.breakerControlled": ["파격 극", "breaker controlled"],
  "structure.fact.monthClashed": ["월지 충", "month clashed"],
}

const USEFUL_GODS: { readonly [rule in UsefulGodRule]: Said } = {
  "useful.follow.dominant": ["으뜸 기운을 따름", "dominant element followed"],
  "useful.follow.divided": ["나뉜 기운을 재성이 이음", "wealth connects divided forces"],
  "useful.follow.transform": ["합화한 기운", "element transformed into"],
  "useful.follow.pairGenerating": ["상생하는 둘의 끝", "end of two generating"],
  "useful.follow.pairControlling": ["맞선 둘의 사이", "between two opposed"],
  "useful.follow.none": ["따를 기운 없음", "none to follow"],
  "useful.climate.urgent": ["계절이 급함", "season presses"],
  "useful.climate.listed": ["조후표", "climate table"],
  "useful.balance.strong": ["강함", "strong"],
  "useful.balance.strongUnrooted": ["강함, 뿌리 얕음", "strong, shallow roots"],
  "useful.balance.strongNone": ["강함, 받을 기운 없음", "strong, no outlet"],
  "useful.balance.weakByOfficer": ["관성이 앞섬", "authority weighs most"],
  "useful.balance.weakByOutput": ["식상이 앞섬", "output weighs most"],
  "useful.balance.weakByWealth": ["재성이 앞섬", "wealth weighs most"],
  "useful.mediation.between": ["맞선 둘의 사이", "between two opposed"],
  "useful.mediation.none": ["맞선 둘 없음", "none opposed"],
  "useful.illness.excess": ["넘치는 기운을 다스림", "controls an excess"],
  "useful.illness.none": ["넘치는 기운 없음", "no excess"],
  "useful.structure.helperShown": ["상신 투출", "helper shown"],
  "useful.structure.helperHidden": ["상신 지지", "helper in a branch"],
  "useful.structure.helperAbsent": ["상신 없음", "no helper"],
  "useful.structure.special": ["외격", "special structure"],
}

/**
 * A rule in a few words.
 *
 * @throws {TypeError} for a rule there is none of: better than a hole.
 */
export function ruleWord(rule: string, lang: Language): string {
  for (const words of [STRUCTURES, FACTS, USEFUL_GODS] as readonly { readonly [rule: string]: Said }[])
    if (Object.hasOwn(words, rule)) return (words[rule] as Said)[lang === "ko" ? 0 : 1]
  throw new TypeError(rule)
}
