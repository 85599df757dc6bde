import { defineCube } from "cubular/contract"
import * as z from "zod"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  title: { en: "…", ko: "…" },
  inputs: { text: z.string() },
  outputs: { kind: z.enum(["a", "b"]) },
  create: () => ({ process: ({ text }) => ({ kind: text === "" ? "a" : "c" }) }), // ✗ 2322: "a" | "b"
})
