import { defineCube } from "cubular/contract"
import * as z from "zod"

/** Keeps the members of an object that `config.keys` names, in that order; names that are not there are left out. */
export default defineCube({
  id: "json/pick",
  version: "1.0.0",
  color: "data",
  effect: "pure",
  title: { en: "Pick members", ko: "항목 고르기" },
  summary: { en: "Keeps some members of an object", ko: "객체에서 몇 항목만 남깁니다" },
  config: z.strictObject({ keys: z.array(z.string()).max(256) }),
  inputs: { value: z.record(z.string(), z.json()) },
  outputs: { value: z.record(z.string(), z.json()) },
  create: (_, { keys }) => ({
    process: ({ value }) => ({
      value: Object.fromEntries(
        keys.flatMap((key) => (Object.hasOwn(value, key) ? [[key, value[key] as z.core.util.JSONType]] : [])),
      ),
    }),
  }),
})
