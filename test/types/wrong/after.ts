import { composition } from "cubular/contract"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    s: { use: sum, in: { items: { value: [2] } }, after: ["sum"] }, // ✗ 2322: "no such cube": "sum"
  },
  outputs: { total: "s.total" },
})
