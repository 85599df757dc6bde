import { defineCube } from "cubular/contract"
import * as z from "zod"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  title: { en: "…", ko: "…" },
  inputs: { text: z.string() },
  outputs: { text: z.string() },
  create: () => ({ process: ({ text }) => ({ text, more: 1 }) }), // ✗ 2322: "not an output": "more"
})
