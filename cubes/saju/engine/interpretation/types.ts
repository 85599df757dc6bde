/** What a reading holds: sentences, each beside the rule that fired and the facts it rests on. */

export type Language = "ko" | "en"

/** One thought, one to three grammatical sentences long. */
export interface Sentence {
  readonly text: string
  /** Stable name of the rule that fired, "dayStem.gap", or the `Reason.rule` of a judgement. */
  readonly rule: string
  /** The facts behind it, the same in every language. */
  readonly facts: { readonly [name: string]: string | number | boolean }
}

export type SectionId = "person" | "balance" | "usefulGod" | "roles" | "relations" | "stars" | "luck" | "limits"

export interface Section {
  readonly id: SectionId
  readonly title: string
  readonly sentences: readonly Sentence[]
}

/** A reading. Sections without a sentence are left out. */
export interface Interpretation {
  readonly lang: Language
  readonly sections: readonly Section[]
}

/** A warning of a chart, by its code. */
export interface Doubt {
  readonly code: string
  readonly params?: { readonly [name: string]: unknown } | undefined
}

/** The same text in every language. Placeholders: `{name}`, and in Korean `{name:은}` with the particle that fits. */
export type Text = { readonly [lang in Language]: string }

/** Texts by name. */
export type Texts<Name extends string = string> = { readonly [name in Name]: Text }

/** A rule that fired, before it is put into words. */
export interface Finding {
  readonly section: SectionId
  readonly rule: string
  /** What is said, one text after the other. */
  readonly texts: readonly Text[]
  readonly facts: Sentence["facts"]
  /** What stands for the placeholders. */
  readonly words: { readonly [name: string]: Text }
  /** Heavier findings stay when a reading grows too long; 100 always stays. */
  readonly weight: number
}
