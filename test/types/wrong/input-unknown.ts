import { composition } from "cubular/contract"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    s: { use: sum, in: { items: { value: [2] }, faktor: { value: 2 } } }, // ✗ 2322: "no such input": "faktor"
  },
  outputs: { total: "s.total" },
})
