import { readFileSync, writeFileSync } from "node:fs"

const page = new URL("../../docs/reliability.md", import.meta.url)

/** Replaces what stands between `<!-- NAME -->` and `<!-- /NAME -->` in docs/reliability.md. */
export function writeBlock(name: string, text: string): void {
  const before = readFileSync(page, "utf8")
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [before.indexOf(open), before.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`docs/reliability.md has no block "${name}"`)
  writeFileSync(page, `${before.slice(0, from + open.length)}\n${text}\n${before.slice(to)}`)
}
