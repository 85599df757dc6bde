/** Examples in pages: the lines of their `ts` or `js` blocks run one after the other, each beside what the page says it gives. */
import { readFileSync } from "node:fs"
import { runInNewContext } from "node:vm"

const DOORS: { readonly [door: string]: () => Promise<object> } = {
  "cubular/saju": () => import("cubular/saju"),
  "cubular/saju/batch": () => import("cubular/saju/batch"),
  "cubular/saju/reading": () => import("cubular/saju/reading"),
  "cubular/saju/render": () => import("cubular/saju/render"),
  "cubular/saju/years": () => import("cubular/saju/years"),
  "cubular/saju/zones": () => import("cubular/saju/zones"),
}

/** A line of code, what it gave and what the page says; both as JSON. */
export interface Outcome {
  readonly code: string
  readonly given: string
  readonly told: string
}

/** Text of a file of the repository. */
export const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")

/** Contents of the blocks of one language. */
export function blocks(page: string, language: string): readonly string[] {
  const found = page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)
  return [...found].flatMap(([, name, text = ""]) => (name === language ? [text] : []))
}

/**
 * Runs a page's examples: `import` lines open the doors they name, `const` lines are kept, every other line ends in
 * ` // ` and the JSON of what it gives.
 */
export async function outcomes(page: string): Promise<readonly Outcome[]> {
  const code = [...blocks(page, "ts"), ...blocks(page, "js")]
  const lines = code.flatMap((block) => block.split("\n").filter((line) => line !== ""))
  const imports = lines.filter((line) => line.startsWith("import "))
  const rest = lines.filter((line) => !line.startsWith("import "))
  const calls = rest.filter((line) => !line.startsWith("const ")).map(splitCall)
  const body = rest.map((line) =>
    line.startsWith("const ") ? line : `given.push(JSON.stringify(${splitCall(line).code}))`,
  )
  const given: string[] = []
  runInNewContext(body.join("\n"), { ...(await opened(imports)), given })
  return calls.map(({ code, told }, at) => ({
    code,
    given: given[at] as string,
    told: JSON.stringify(JSON.parse(told)),
  }))
}

/** An outcome as the page would print it. */
export const shown = (outcomes: readonly Outcome[], side: "given" | "told"): readonly string[] =>
  outcomes.map((each) => `${each.code} // ${each[side]}`)

function splitCall(line: string): { readonly code: string; readonly told: string } {
  const at = line.lastIndexOf(" // ")
  if (at < 0) throw new Error(`An example does not say what it gives: ${line}`)
  return { code: line.slice(0, at), told: line.slice(at + 4) }
}

/** The names that `import` lines ask for; a name that its door does not have is an error. */
async function opened(imports: readonly string[]): Promise<{ readonly [name: string]: unknown }> {
  const names: { [name: string]: unknown } = {}
  for (const line of imports) {
    const [, list = "", door = ""] = /^import (?:\{ (.*) \} from )?"(.*)"$/.exec(line) ?? []
    const found = (await DOORS[door]?.()) as { readonly [name: string]: unknown } | undefined
    if (!found) throw new Error(`An example imports from an unknown door: ${line}`)
    for (const name of list.split(", ").filter((each) => each !== "")) {
      if (!(name in found)) throw new Error(`${door} has no ${name}`)
      names[name] = found[name]
    }
  }
  return names
}
