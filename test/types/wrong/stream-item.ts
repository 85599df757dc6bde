import { composition } from "cubular/contract"
import { count, texts } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    c: { use: count, in: { to: { value: 3 } } },
    t: {
      use: texts,
      in: {
        texts: "c.numbers", // ✗ 2322: gives: AsyncIterable<number> | takes: Stream<string>
      },
    },
  },
  outputs: { total: "t.total" },
})
