import { composition } from "cubular/contract"
import * as z from "zod"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { factor: z.number() },
  cubes: {
    t: { use: sum, in: { items: { value: [1] }, factor: "@facter" } }, // ✗ 2322: "@facter" | "leads nowhere"
  },
  outputs: { total: "t.total" },
})
