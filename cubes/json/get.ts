import { CubeError, defineCube } from "cubular/contract"
import { pointer_finds_nothing } from "cubular/messages/en"
import * as z from "zod"

/**
 * The part of a document that `config.pointer` (a JSON Pointer, RFC 6901) names. Where it names nothing the step fails,
 * unless `config.otherwise` says what to give instead.
 */
export default defineCube({
  id: "json/get",
  version: "1.0.0",
  color: "data",
  effect: "pure",
  title: { en: "Get a part", ko: "일부 꺼내기" },
  summary: { en: "Takes one part out of a JSON document", ko: "JSON 문서에서 한 부분을 꺼냅니다" },
  config: z.strictObject({
    pointer: z
      .string()
      .regex(/^(\/([^~/]|~[01])*)*$/)
      .max(1024),
    otherwise: z.json().optional(),
  }),
  inputs: { value: z.json() },
  outputs: { value: z.json() },
  create(_, { pointer, otherwise }) {
    const keys = pointer
      .split("/")
      .slice(1)
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    return {
      process({ value }) {
        let at: unknown = value
        for (const key of keys) at = part(at, key)
        const found = at === undefined ? otherwise : (at as typeof value)
        if (found === undefined)
          throw new CubeError({ ...pointer_finds_nothing, path: ["inputs", "value"], params: { pointer } })
        return { value: found }
      },
    }
  },
})

function part(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}
