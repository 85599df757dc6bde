import { defineCube, same, stream } from "cubular/contract"
import * as z from "zod"
import { Lanes } from "./lanes/lanes.ts"

/**
 * Two copies of a stream, `a` and `b`, each for a reader of its own. The faster reader may be `config.ahead` items (1 to
 * 65,536, default 16) in front of the slower one; then it waits, or, with `full: "fail"`, both streams fail. A copy that is
 * not wired or was left holds nobody up. More than two readers: one tee behind another.
 */
export default defineCube({
  id: "flow/tee",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Tee", ko: "둘로 나누기" },
  summary: { en: "Gives two copies of a stream", ko: "똑같은 스트림 두 개를 만듭니다" },
  config: z
    .strictObject({ ahead: z.int().min(1).max(65_536).optional(), full: z.enum(["wait", "fail"]).optional() })
    .default({}),
  inputs: { items: stream(same("T")) },
  outputs: { a: stream(same("T")), b: stream(same("T")) },
  create: (_, { ahead = 16, full = "wait" }) => ({
    process({ items }) {
      const lanes = new Lanes(items, { names: ["a", "b"], ahead, full, route: () => [0, 1] })
      return { a: lanes.read(0), b: lanes.read(1) }
    },
  }),
})
