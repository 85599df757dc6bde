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
        items: { value: [1] },
        factor: "p.pillars#/day/branch", // ✗ 2322: gives: | "ja" | "chuk" | takes: number | undefined
      },
    },
  },
  outputs: { total: "s.total" },
})
