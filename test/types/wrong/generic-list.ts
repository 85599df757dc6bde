import { composition } from "cubular/contract"
import * as z from "zod"
import { first, pass, sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { names: z.array(z.string()) },
  cubes: {
    a: { use: first, in: { items: "@names" } },
    b: { use: pass, in: { value: "a.item" } },
    s: { use: sum, in: { items: "b.all" } }, // ✗ 2322: gives: string[] | takes: number[]
  },
  outputs: { total: "s.total" },
})
