import { defineCases } from "cubular/contract"
import gzip from "./gzip.ts"

const head = Uint8Array.of(31, 139, 8, 0, 0, 0, 0, 0, 0, 255)

export default defineCases(gzip, [
  {
    title: { en: "nothing, as a file", ko: "빈 파일" },
    inputs: { bytes: [] },
    outputs: { bytes: [head, Uint8Array.of(3, 0), Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0)] },
  },
])
