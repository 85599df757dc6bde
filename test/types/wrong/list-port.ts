import { composition } from "cubular/contract"
import * as z from "zod"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { a: z.number() },
  cubes: {
    s: { use: sum, in: { items: { value: [2] }, factor: ["@a"] } }, // ✗ 2322: gives: "a list of refs" | takes: number
  },
  outputs: { total: "s.total" },
})
