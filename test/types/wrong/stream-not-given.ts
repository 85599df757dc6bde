import { defineCube, stream } from "cubular/contract"
import * as z from "zod"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  title: { en: "…", ko: "…" },
  inputs: {},
  outputs: { numbers: stream(z.number()) },
  create: () => ({
    process: () => ({
      numbers: [1, 2], // ✗ 2322: gives: readonly [1, 2] | takes: Stream<number>
    }),
  }),
})
