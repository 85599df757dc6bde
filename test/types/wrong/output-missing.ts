import { defineCube } from "cubular/contract"
import * as z from "zod"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  title: { en: "…", ko: "…" },
  inputs: { text: z.string() },
  outputs: { text: z.string(), length: z.number() },
  create: () => ({
    process: ({ text }) => ({ text }), // ✗ 2322: length: number
  }),
})
