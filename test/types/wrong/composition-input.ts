import { composition } from "cubular/contract"
import * as z from "zod"
import { sum } from "../cubes.ts"

const inner = composition({
  id: "inner",
  version: "1.0.0",
  inputs: { items: z.array(z.number()) },
  cubes: { s: { use: sum, in: { items: "@items" } } },
  outputs: { total: "s.total" },
})

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { text: z.string() },
  cubes: {
    i: { use: inner, in: { items: "@text" } }, // ✗ 2322: gives: string | takes: number[]
  },
  outputs: { total: "i.total" },
})
