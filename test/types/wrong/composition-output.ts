import { composition } from "cubular/contract"
import * as z from "zod"
import { show, sum } from "../cubes.ts"

const inner = composition({
  id: "inner",
  version: "1.0.0",
  inputs: { items: z.array(z.number()) },
  cubes: { s: { use: sum, in: { items: "@items" } }, t: { use: show, in: { value: "s.total" } } },
  outputs: { text: "t.text" },
})

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    i: { use: inner, in: { items: { value: [1] } } },
    s: { use: sum, in: { items: ["i.text"] } }, // ✗ 2322: gives: string | takes: number
  },
  outputs: { total: "s.total" },
})
