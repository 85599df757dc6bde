import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"

/** The page as it is served. Needs `npm run build`. */
const dist = new URL("../../dist/playground", import.meta.url).pathname
const html = readFileSync(join(dist, "index.html"), "utf8")
const read = (path: string): string => readFileSync(join(dist, path), "utf8")

/** Files a script has the browser load before it runs: its static imports, and theirs. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, name = ""] of read(path).matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g))
    withImports(join("assets", name), seen)
  return seen
}

const files = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, path = ""]) => path)
const scripts = [
  ...files(/<script[^>]* src="\/([^"]+)"/g).reduce((seen, path) => withImports(path, seen), new Set<string>()),
]
const styles = files(/<link[^>]* rel="stylesheet"[^>]* href="\/([^"]+)"/g)
const kiloBytes = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0) / 1000

test("scripts the page loads before it can be used: 180 kB gzipped", () => {
  expect(scripts.length).toBeGreaterThanOrEqual(2)
  expect(kiloBytes(scripts)).toBeLessThanOrEqual(180)
})

test("styles: 20 kB gzipped", () => {
  expect(styles.length).toBeGreaterThan(0)
  expect(kiloBytes(styles)).toBeLessThanOrEqual(20)
})

test("12 requests before it can be used", () => {
  expect(1 + scripts.length + styles.length).toBeLessThanOrEqual(12)
})
