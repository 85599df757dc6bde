import { defineCube } from "cubular/contract"
import * as z from "zod"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  title: { en: "…", ko: "…" },
  config: z.strictObject({ lang: z.enum(["en", "ko"]).default("ko") }),
  inputs: {},
  outputs: {},
  create: (_setup, { lang }) => {
    if (lang === "fr") throw new Error(lang) // ✗ 2367: "en" | "ko" | "fr"
    return { process: () => ({}) }
  },
})
