import { composition } from "cubular/contract"
import * as z from "zod"
import { show, sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { items: z.array(z.number()).optional() },
  cubes: {
    s: { use: sum, in: { items: "@items" } }, // ✗ 2322: gives: number[] | undefined | takes: number[]
    t: { use: show, in: { value: "s.total" } },
  },
  outputs: { text: "t.text" },
})
