/** Ports of the family: how a chart is shown. */
import * as z from "zod"

/** The default comes first. */
const lang = z.enum(["ko", "en"]).meta({ title: { en: "Language", ko: "언어" } })
const palette = z.enum(["classic", "obang", "soft"]).meta({ title: { en: "Colours", ko: "색" } })
const theme = z.enum(["light", "dark"]).meta({ title: { en: "Theme", ko: "바탕" } })
const detail = z.enum(["standard", "pillars", "full"]).meta({ title: { en: "Detail", ko: "자세함" } })

/** What a composition fixes. */
export const renderConfig = z
  .strictObject({
    lang,
    palette,
    theme,
    detail,
    format: z.enum(["both", "svg", "text"]).meta({ title: { en: "Format", ko: "형식" } }),
    width: z
      .int()
      .min(320)
      .max(960)
      .meta({ title: { en: "Width of the picture", ko: "그림 너비" } }),
    columns: z
      .int()
      .min(64)
      .max(200)
      .meta({ title: { en: "Columns of the text", ko: "글의 칸 수" } }),
  })
  .partial()

/** What a run may choose in place of the config. */
export const look = z
  .strictObject({ lang, palette, theme, detail })
  .partial()
  .meta({ title: { en: "Look", ko: "모양" } })

export const name = z
  .string()
  .max(200)
  .meta({ title: { en: "Name", ko: "이름" }, personal: true })
export const svg = z.string().meta({ title: { en: "Picture (SVG)", ko: "그림(SVG)" }, personal: true })
export const text = z.string().meta({ title: { en: "Text", ko: "글" }, personal: true })
