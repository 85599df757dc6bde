import { composition } from "cubular/contract"
import { reading } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    r: {
      use: reading,
      config: { lang: "fr" }, // ✗ 2322: "fr" | "en" | "ko"
      in: { day: { value: { stem: 1, branch: "ja" } } },
    },
  },
  outputs: { text: "r.text" },
})
