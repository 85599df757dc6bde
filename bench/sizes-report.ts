import { load } from "./results.ts"
import type { Size } from "./sizes.ts"
import { kilobytes, table } from "./table.ts"

const rows = (sizes: readonly Size[]): string[][] =>
  sizes.map(({ name, minified, gzip, reason }) =>
    minified === null || gzip === null ? [name, "—", reason ?? "—"] : [name, kilobytes(minified), kilobytes(gzip)],
  )

export function sizesReport(): string {
  const saved = load("sizes")
  if (saved === undefined) return ""
  const { ours, wasm, rivals } = saved.results
  return `## Sizes

${table(["kB (1,000 bytes)", "minified", "and gzip -9"], [...rows(ours), ...rows(wasm), ...rows(rivals)])}

Bundled by esbuild for browsers. The first rows are our doors and the files beside them, then what the rivals bring for the
same use.
`
}
