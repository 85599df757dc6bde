import { composition } from "cubular/contract"
import * as z from "zod"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { name: z.string() },
  cubes: {
    s: { use: sum, in: { items: { value: [2] } }, when: "@name" }, // ✗ 2322: gives: string | takes: boolean
  },
  outputs: { total: "s.total" },
})
