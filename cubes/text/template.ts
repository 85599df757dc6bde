import { CubeError, defineCube } from "cubular/contract"
import { template_value_missing } from "cubular/messages/en"
import * as z from "zod"

/** Fills every `{name}` of `config.template` from `values`; `{{` and `}}` stand for the braces themselves. */
export default defineCube({
  id: "text/template",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Fill a template", ko: "틀 채우기" },
  summary: { en: "Puts values into a text", ko: "글의 빈칸에 값을 넣습니다" },
  config: z.strictObject({ template: z.string().max(10_000) }),
  inputs: { values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) },
  outputs: { text: z.string() },
  create: (_, { template }) => ({
    process({ values }) {
      const text = template.replace(/\{\{|\}\}|\{([a-zA-Z][a-zA-Z0-9_-]*)\}/g, (whole, name: string | undefined) => {
        if (name === undefined) return whole.charAt(0)
        const value = Object.hasOwn(values, name) ? values[name] : undefined
        if (value === undefined)
          throw new CubeError({ ...template_value_missing, path: ["inputs", "values", name], params: { name } })
        return String(value)
      })
      return { text }
    },
  }),
})
