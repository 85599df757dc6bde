import { composition } from "cubular/contract"
import { count, sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    c: { use: count, in: { to: { value: 3 } } },
    s: {
      use: sum,
      in: {
        factor: "c.numbers", // ✗ 2322: gives: AsyncIterable<number> | takes: number | undefined
        items: { value: [2] },
      },
    },
  },
  outputs: { total: "s.total" },
})
