import { defineCube } from "cubular/contract"
import * as z from "zod"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  title: { en: "…", ko: "…" },
  inputs: {},
  outputs: { kind: z.enum(["a", "b"]), length: z.number() },
  create: () => ({
    process: () => ({
      kind: "a",
      length: "1", // ✗ 2322: gives: "1" | takes: number
    }),
  }),
})
