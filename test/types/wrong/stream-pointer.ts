import { composition } from "cubular/contract"
import { count, upto } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    c: { use: count, in: { to: { value: 3 } } },
    u: {
      use: upto,
      in: {
        numbers: "c.numbers#/0", // ✗ 2322: "c.numbers#/0" | "leads nowhere"
      },
    },
  },
  outputs: { total: "u.total" },
})
