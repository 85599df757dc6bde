import { composition } from "cubular/contract"
import * as z from "zod"
import { pillars, sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { birth: z.strictObject({ date: z.string(), time: z.string().nullable() }) },
  cubes: {
    p: { use: pillars, in: { birth: "@birth" } },
    s: {
      use: sum,
      in: {
        items: ["p.score", "p.ok"], // ✗ 2322: gives: boolean | takes: number
      },
    },
  },
  outputs: { total: "s.total" },
})
