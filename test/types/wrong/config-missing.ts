import { composition } from "cubular/contract"
import { reading } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    r: { use: reading, in: { day: { value: { stem: 1, branch: "ja" } } } }, // ✗ 2322: config: | lang: "en" | "ko"
  },
  outputs: { text: "r.text" },
})
