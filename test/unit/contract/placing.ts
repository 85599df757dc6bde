import { fileURLToPath } from "node:url"

const cubes = fileURLToPath(new URL("../../types/cubes.ts", import.meta.url))

/**
 * The text of a program whose one typed literal places `count` cubes (a multiple of 4), four kinds in turn, each wired to
 * earlier ones: pointers, lists of refs, constants, conditions and a chain of a generic cube. With 0 it only imports.
 */
export function placing(count: number): string {
  const imports = `import { composition } from "cubular/contract"
import * as z from "zod"
import { pass, pillars, reading, sum } from ${JSON.stringify(cubes.replace(/\.ts$/, ""))}
`
  if (count === 0) return `${imports}export const unused = [composition, z, pass, pillars, reading, sum]\n`
  const placed = Array.from({ length: count }, (_, index) => `    c${index}: ${placedAt(index)},\n`)
  return `${imports}export default composition({
  id: "large", version: "1.0.0",
  inputs: { birth: z.strictObject({ date: z.string(), time: z.string().nullable() }) },
  cubes: {
${placed.join("")}  },
  outputs: { total: "c${count - 2}.total", value: "c${count - 1}.value" },
})
`
}

function placedAt(index: number): string {
  const before = index > 3 ? `c${index - 4}` : undefined
  if (index % 4 === 0) return `{ use: pillars, in: { birth: "@birth" } }`
  if (index % 4 === 1) {
    const notes = before ? `"${before}.text"` : ""
    const day = `c${index - 1}.pillars#/day`
    return `{ use: reading, config: { lang: "ko" }, in: { day: "${day}", notes: [${notes}] }, when: "c${index - 1}.ok" }`
  }
  if (index % 4 === 2) {
    const more = before ? `, "${before}.total"` : ""
    return `{ use: sum, in: { items: ["c${index - 2}.score"${more}], factor: { value: ${index} } } }`
  }
  return `{ use: pass, in: { value: "${before ? `${before}.value` : `c${index - 1}.total`}" } }`
}
