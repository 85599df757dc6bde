import { composition } from "cubular/contract"
import * as z from "zod"
import { pillars, reading } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { birth: z.strictObject({ date: z.string(), time: z.string().nullable() }) },
  cubes: {
    p: { use: pillars, in: { birth: "@birth" } },
    r: {
      use: reading,
      config: { lang: "ko" },
      in: {
        day: "p.score", // ✗ 2322: gives: number | takes: { stem: number; branch: | note?: string | undefined; }
      },
    },
  },
  outputs: { text: "r.text" },
})
