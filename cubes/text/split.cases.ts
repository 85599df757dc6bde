import { defineCases } from "cubular/contract"
import split from "./split.ts"

export default defineCases(split, [
  {
    title: { en: "cut at commas", ko: "쉼표에서 자름" },
    config: { separator: "," },
    inputs: { text: "갑,을,병" },
    outputs: { texts: ["갑", "을", "병"] },
  },
  {
    title: { en: "an empty text is one empty piece", ko: "빈 글은 빈 조각 하나" },
    config: { separator: "," },
    inputs: { text: "" },
    outputs: { texts: [""] },
  },
])
