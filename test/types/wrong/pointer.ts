import { composition } from "cubular/contract"
import * as z from "zod"
import { pillars, sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { birth: z.strictObject({ date: z.string(), time: z.string().nullable() }) },
  cubes: {
    p: { use: pillars, in: { birth: "@birth" } },
    s: { use: sum, in: { items: ["p.score"], factor: "p.pillars#/day/stm" } }, // ✗ 2322: "p.pillars#/day/stm" | "leads nowhere"
  },
  outputs: { total: "s.total" },
})
