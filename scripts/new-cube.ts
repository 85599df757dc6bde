/** `npm run new-cube text/upper`: makes the cube and its cases, ready to be filled in. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { CUBE_ID_PATTERN } from "cubular/contract"

const root = new URL("..", import.meta.url).pathname

const words = (id: string): string => (id.split("/")[1] as string).replaceAll("-", " ")

export function cubeText(id: string): string {
  const title = words(id).replace(/^./, (first) => first.toUpperCase())
  return `import { defineCube } from "cubular/contract"
import * as z from "zod"

/** Say what it does, its units and limits. */
export default defineCube({
  id: "${id}",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "${title}", ko: "${title}" },
  inputs: { text: z.string() },
  outputs: { text: z.string() },
  create: () => ({ process: ({ text }) => ({ text }) }),
})
`
}

export function casesText(id: string): string {
  return `import { defineCases } from "cubular/contract"
import cube from "./${id.split("/")[1]}.ts"

export default defineCases(cube, [
  { title: { en: "an ordinary text", ko: "평범한 글" }, inputs: { text: "a" }, outputs: { text: "a" } },
])
`
}

if (import.meta.main) {
  const id = process.argv[2] ?? ""
  const file = join(root, "cubes", `${id}.ts`)
  if (!CUBE_ID_PATTERN.test(id) || existsSync(file)) {
    console.error(
      existsSync(file) ? `${id} exists already` : "Usage: npm run new-cube family/name (lower case, words joined by -)",
    )
    process.exitCode = 2
  } else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, cubeText(id))
    writeFileSync(file.replace(/\.ts$/, ".cases.ts"), casesText(id))
    console.log(`cubes/${id}.ts and its cases are there; fill them in, then \`npm run gen\` and \`npm test\``)
  }
}
