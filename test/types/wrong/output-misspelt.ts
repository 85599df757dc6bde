import { defineCube } from "cubular/contract"
import * as z from "zod"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  title: { en: "…", ko: "…" },
  inputs: { text: z.string() },
  outputs: { text: z.string(), length: z.number().optional() },
  create: () => ({ process: ({ text }) => (text === "" ? { text } : { text, lenght: 1 }) }), // ✗ 2322: "not an output": "lenght"
})
