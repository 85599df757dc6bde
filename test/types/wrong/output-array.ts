import { bytes, defineCube } from "cubular/contract"
import * as z from "zod"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  title: { en: "…", ko: "…" },
  inputs: { length: z.number() },
  outputs: { data: bytes() },
  create: () => ({ async process({ length }) { return { data: new Float64Array(length) } } }), // ✗ 2322: Float64Array<ArrayBuffer> | Uint8Array
})
