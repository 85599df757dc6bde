/** Door `cubular/saju/reading`: a chart in words, for people and for language models. */
export { type CompactOptions, toCompact } from "../compact/compact.ts"
export type { CompactChart, CompactLuck } from "../compact/types.ts"
export { type InterpretOptions, interpret } from "./interpret.ts"
export type { Interpretation, Language, Section, SectionId, Sentence } from "./types.ts"
