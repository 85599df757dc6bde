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
        numbers: "c.last", // ✗ 2322: gives: number | takes: Stream<number>
      },
    },
  },
  outputs: { total: "u.total" },
})
