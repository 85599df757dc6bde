import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"

const dist = new URL("../../dist/playground", import.meta.url).pathname
const read = (path: string): string => readFileSync(join(dist, path), "utf8")

/** A script and what the browser loads before it runs: its static imports, and theirs. */
function withImports(path: string, seen: Set<string>): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, name = ""] of read(path).matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g))
    withImports(join("assets", name), seen)
  return seen
}

/** Scripts and styles loaded before the page can be used. */
function loaded(): { scripts: string[]; styles: string[] } {
  const html = read("index.html")
  const named = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, path = ""]) => path)
  const scripts = new Set<string>()
  for (const path of named(/<script[^>]* src="\/([^"]+)"/g)) withImports(path, scripts)
  return { scripts: [...scripts], styles: named(/<link[^>]* rel="stylesheet"[^>]* href="\/([^"]+)"/g) }
}

const kiloBytes = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0) / 1000

describe("what the page loads before it can be used", () => {
  test("scripts: 180 kB gzipped", () => {
    const { scripts } = loaded()
    expect(scripts.length).toBeGreaterThanOrEqual(2)
    expect(kiloBytes(scripts)).toBeLessThanOrEqual(180)
  })

  test("styles: 20 kB gzipped", () => {
    const { styles } = loaded()
    expect(styles.length).toBeGreaterThan(0)
    expect(kiloBytes(styles)).toBeLessThanOrEqual(20)
  })

  test("nothing of the stores, which are loaded when a cube uses one", () => {
    const inStores = "getAllRecords"
    const all = readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".js"))
    expect(all.filter((name) => read(join("assets", name)).includes(inStores)).length).toBeGreaterThan(0)
    expect(loaded().scripts.filter((path) => read(path).includes(inStores))).toEqual([])
  })

  test("12 requests", () => {
    const { scripts, styles } = loaded()
    expect(1 + scripts.length + styles.length).toBeLessThanOrEqual(12)
  })
})
