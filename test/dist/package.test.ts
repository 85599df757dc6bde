import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core"
import { build } from "esbuild"
import { publint } from "publint"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

/** The package as a stranger gets it: packed, installed in an empty folder, built for the runtimes. Needs `npm run build`. */
const root = new URL("../..", import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), "cubular-package-"))
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { exports: Record<string, unknown> }
let tarball = ""

const run = (command: string, args: string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })

beforeAll(() => {
  const [packed] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root),
  ) as {
    filename: string
  }[]
  tarball = join(folder, packed!.filename)
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "stranger", private: true, type: "module" }))
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", tarball], folder)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Doors that are modules, with one cube in place of the pattern. */
const doors = Object.entries(manifest.exports)
  .filter(([key, target]) => target !== null && !/\.(wasm|json)$/.test(key))
  .map(([key]) => key.replace("/*", "/text/upper").replace(/^\./, "cubular"))

const bundleOf = async (code: string, options: { platform?: "browser" | "neutral"; conditions?: string[] } = {}) => {
  const result = await build({
    stdin: { contents: code, resolveDir: folder, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    platform: options.platform ?? "browser",
    conditions: options.conditions ?? [],
    mainFields: ["module", "main"],
    external: ["*.wasm", "cloudflare:*", "node:*"],
    logLevel: "silent",
    metafile: true,
  })
  return { text: result.outputFiles[0]!.text, inputs: Object.keys(result.metafile.inputs) }
}

const kiloBytes = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length / 1000

describe("the packed package", () => {
  // Durable Objects extend a class that only Workers have.
  test.each(doors.filter((door) => door !== "cubular/gateway/objects"))("%s imports in Node", (door) => {
    const code = `import * as door from ${JSON.stringify(door)}; process.stdout.write(String(Object.keys(door).length))`
    expect(Number(run(process.execPath, ["--input-type=module", "-e", code], folder))).toBeGreaterThanOrEqual(0)
  })

  test.each(doors)("%s bundles for browsers and for Workers", async (door) => {
    if (!/host\/node$/.test(door)) await bundleOf(`export * from ${JSON.stringify(door)}`)
    await bundleOf(`export * from ${JSON.stringify(door)}`, { conditions: ["workerd", "worker", "browser"] })
  })

  test("the engine's inside cannot be imported", () => {
    const code = `await import(${JSON.stringify(["cubular", "cubes/saju/engine/pillars"].join("/"))})`
    expect(() => run(process.execPath, ["--input-type=module", "-e", code], folder)).toThrow(
      /ERR_PACKAGE_PATH_NOT_EXPORTED/,
    )
  })

  test("the engine's errors are instances of the class that `cubular` gives, though it is built with one of its own", () => {
    const code = `
      import { CubeError } from "cubular"
      import { chart } from "cubular/saju"
      try { chart({ date: "1990-13-01", time: null }) } catch (error) {
        process.stdout.write(JSON.stringify([error.constructor === CubeError, error instanceof CubeError, error.code]))
      }`
    expect(JSON.parse(run(process.execPath, ["--input-type=module", "-e", code], folder))).toEqual([
      false,
      true,
      "date_part_out_of_range",
    ])
  })

  test("the command runs from the installed package", () => {
    const bin = join(folder, "node_modules/.bin/cubular")
    const reply = JSON.parse(run(process.execPath, [bin, "list", "--json"], folder)) as {
      compositions: { id: string }[]
    }
    expect(reply.compositions.map(({ id }) => id)).toContain("saju-chart")
  })

  test("publint finds nothing", async () => {
    const { messages } = await publint({ pkgDir: root, strict: true })
    expect(messages).toEqual([])
  })

  test("the types are found the way the code is", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)))
    const problems = "problems" in analysis ? analysis.problems : [{ kind: "no types" }]
    // An ESM-only package: what CommonJS and the resolution of Node 10 make of it is known and meant.
    const known = problems.filter((problem) => {
      const kind = "resolutionKind" in problem ? problem.resolutionKind : ""
      return kind !== "node10" && kind !== "node16-cjs" && problem.kind !== "CJSResolvesToESM"
    })
    expect(known).toEqual([])
  })
})

describe("size ceilings, minified and gzipped", () => {
  test("kernel and contract without zod: 64 kB (docs/decisions/0005, 0008, 0011, 0014, 0015, 0016, 0019)", async () => {
    const { text } = await build({
      stdin: { contents: 'export * from "cubular"', resolveDir: folder },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      target: "es2023",
      external: ["zod"],
    }).then((result) => ({ text: result.outputFiles[0]!.text }))
    expect(kiloBytes(text)).toBeLessThanOrEqual(64)
  })

  test.each([
    ["the four pillars: 14 kB", 'export { pillars } from "cubular/saju"', 14],
    ["a whole chart: 18.5 kB (docs/decisions/0007)", 'export { chart } from "cubular/saju"', 18.5],
    ["everything behind the door: 60 kB", 'export * from "cubular/saju"', 60],
  ])("a page with %s, no zod, no kernel and no other door in it", async (_, code, most) => {
    const { text, inputs } = await bundleOf(code)
    expect(kiloBytes(text)).toBeLessThanOrEqual(most)
    const files = inputs.flatMap((path) => /cubular\/dist\/(.*)/.exec(path)?.[1] ?? [])
    expect(files.filter((path) => !path.includes("/load-"))).toEqual([
      "cubes/saju/engine/shared.js",
      "cubes/saju/engine/index.js",
    ])
  })

  test.each(["saju.wasm", "saju-scalar.wasm"])("%s: 40 kB", (file) => {
    expect(kiloBytes(readFileSync(join(root, "dist", file)))).toBeLessThanOrEqual(40)
  })

  test("a Worker with one text cube holds no saju and no other cube", async () => {
    const code = `
      import { createRunner } from "cubular"
      import upper from "cubular/cubes/text/upper"
      import { createHost } from "cubular/host/workerd"
      export default { fetch: async () => {
        const document = { format: 1, id: "one", version: "1.0.0", cubes: { a: { use: "text/upper", in: { text: "@text" } } }, outputs: { text: "a.text" } }
        const runner = await createRunner(document, [upper], createHost())
        return Response.json((await runner.run({ text: "a" }).result).outputs)
      } }`
    const { text, inputs } = await bundleOf(code, { conditions: ["workerd", "worker", "browser"] })
    expect(inputs.filter((path) => /cubular\/dist\/cubes\//.test(path))).toEqual([
      expect.stringMatching(/cubes\/text\/upper\.js$/),
    ])
    expect(text).not.toMatch(/saju|flow\/map|json\/get/)
  })
})
