import { defineCube, same } from "cubular/contract"
import * as z from "zod"

/** Sends a value one of two ways. Steps fed by the way not taken are skipped. */
export default defineCube({
  id: "flow/branch",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Branch", ko: "갈림길" },
  summary: { en: "Sends a value one of two ways", ko: "값을 두 길 중 하나로 보냅니다" },
  inputs: { value: same("T"), condition: z.boolean() },
  outputs: { yes: same("T").optional(), no: same("T").optional() },
  create: () => ({ process: ({ value, condition }) => (condition ? { yes: value } : { no: value }) }),
})
