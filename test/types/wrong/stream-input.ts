import { defineCube, stream } from "cubular/contract"
import * as z from "zod"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  title: { en: "…", ko: "…" },
  inputs: { texts: stream(z.string()) },
  outputs: { numbers: stream(z.number()) },
  create: () => ({
    process: ({ texts }) => ({
      numbers: (async function* () {
        for await (const text of texts) {
          const length: number = text // ✗ 2322: string | number
          yield length
        }
      })(),
    }),
  }),
})
