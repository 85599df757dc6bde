import { composition } from "cubular/contract"
import * as z from "zod"
import { pass, sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { name: z.string() },
  cubes: {
    a: { use: pass, in: { value: "@name" } },
    b: { use: pass, in: { value: "a.value" } },
    s: { use: sum, in: { items: { value: [2] }, factor: "b.value" } }, // ✗ 2322: gives: string | takes: number | undefined
  },
  outputs: { total: "s.total" },
})
