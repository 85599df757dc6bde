/** Ports of the family: readings in sentences, and the compact form. */
import * as z from "zod"

/** The default comes first. */
export const language = z.enum(["ko", "en"]).meta({ title: { en: "Language", ko: "언어" } })

/** What a composition fixes; an input of the same name goes before it. */
export const languageConfig = z.strictObject({ lang: language }).partial()

const sentence = z.strictObject({
  text: z.string(),
  rule: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

/** A reading as `Interpretation` of the engine has it. */
export const interpretation = z
  .strictObject({
    lang: language,
    sections: z.array(
      z.strictObject({
        id: z.enum(["person", "balance", "usefulGod", "roles", "relations", "stars", "luck", "limits"]),
        title: z.string(),
        sentences: z.array(sentence).min(1),
      }),
    ),
  })
  .meta({ title: { en: "Reading", ko: "풀이" }, personal: true })

/** A chart as lines of text for language models. */
export const compactText = z.string().meta({ title: { en: "Compact text", ko: "압축한 글" }, personal: true })
