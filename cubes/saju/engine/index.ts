/** Door `cubular/saju`: charts without kernel or host. */
export { analyze } from "./analysis/analyze.ts"
export type { ChartBasis } from "./analysis/chart-numbers.ts"
export type { Analysis, AnalysisOptions, FullAnalysisOptions } from "./analysis/types.ts"
export { batchEngine, type PillarsBatch, pillarsBatch } from "./batch/pillars.ts"
export type { BatchEngine } from "./batch/wasm-module.ts"
export type { Birth } from "./birth.ts"
export { type CalendarOptions, type LunarDateInput, lunarToSolar, solarToLunar } from "./calendar/convert.ts"
export { type CalendarWarning, calendarWarnings } from "./calendar/doubts.ts"
export type { DateInput, MonthInput } from "./calendar/input.ts"
export type { LunarDate, LunarDay } from "./calendar/lunar-date.ts"
export {
  type CalendarDate,
  type CalendarDay,
  type CalendarMonth,
  type CalendarRules,
  type CalendarTerm,
  type ConvertedDate,
  calendarDate,
  calendarMonth,
} from "./calendar/month-view.ts"
export type { LunarCalendar } from "./calendar/months.ts"
export type { Candidate } from "./candidates.ts"
export { chart } from "./chart.ts"
export { compatibility } from "./compatibility/compatibility.ts"
export { scoreOf } from "./compatibility/score.ts"
export { type ScoreTables, scoreTables } from "./compatibility/score-tables.ts"
export type {
  Compatibility,
  CompatibilityArea,
  CompatibilityOptions,
  CompatibilityYear,
  CrossRelation,
  FullCompatibilityOptions,
  ScoredFact,
  ScorePart,
  ScoreSchools,
  Spouse,
  StarAcross,
  Weights,
} from "./compatibility/types.ts"
export { compatibilityYears } from "./compatibility/years.ts"
export type { AlternativeChart, Details, NearbyTerm, SajuChart } from "./details.ts"
export { childLuck } from "./luck/child-luck.ts"
export { dayLuck, hourLuck } from "./luck/day-luck.ts"
export { decadeLuck } from "./luck/decade-luck.ts"
export { monthLuck } from "./luck/month-luck.ts"
export type { LuckBasis } from "./luck/natal.ts"
export type {
  ChildDirection,
  ChildLuck,
  DayLuck,
  Decade,
  DecadeLuck,
  HourLuck,
  Luck,
  LuckLabel,
  LuckPillar,
  LuckRange,
  MonthLuck,
  YearLuck,
} from "./luck/types.ts"
export { yearLuck } from "./luck/year-luck.ts"
export type { Element, Pillar } from "./names.ts"
export type { Boundary, Clock, FullOptions, SajuOptions } from "./options.ts"
export type { OtherClock } from "./other-clocks.ts"
export { type FourIndexes, pillars } from "./pillars.ts"
export type { FourPillars } from "./reading.ts"
export { solarTerms } from "./solar-terms.ts"
export type { Warning } from "./warnings.ts"
