import { defineCube, same } from "cubular/contract"

/** Brings the ways of a branch together: the first of `a`, `b`, `c`, `d` that arrived. With none, the output is absent. */
export default defineCube({
  id: "flow/merge",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Merge ways", ko: "길 합치기" },
  summary: { en: "The first value that arrived", ko: "먼저 있는 값을 내보냅니다" },
  inputs: { a: same("T").optional(), b: same("T").optional(), c: same("T").optional(), d: same("T").optional() },
  outputs: { value: same("T").optional() },
  create: () => ({
    process({ a, b, c, d }) {
      const value = [a, b, c, d].find((candidate) => candidate !== undefined)
      return value === undefined ? {} : { value }
    },
  }),
})
