import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"

/** The built command drives the shipped bundles in the real runtimes. Needs `npm run build`. */
const main = new URL("../../dist/src/cli/main.js", import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), "cubular-hosts-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cubular = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, [main, ...args], { timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err }),
    ),
  )

const birth = { date: "1990-05-01", time: "14:30", sex: "female" }

test("one composition gives the same bytes in Node, workerd and Chromium", async () => {
  const hosts = "node,workerd,chromium,memory"
  const { code, out, err } = await cubular("run", "saju-chart", "--input", JSON.stringify({ birth }), "--host", hosts)
  expect(err).toBe("")
  const reply = JSON.parse(out)
  expect(reply).toMatchObject({ ok: true, same: true })
  expect(Object.keys(reply.hosts)).toEqual(hosts.split(","))
  expect(new Set(Object.values(reply.hosts).map((host) => (host as { fingerprint: string }).fingerprint)).size).toBe(1)
  expect(reply.outputs.chart.pillars.day.ganji).toBe("丙寅")
  expect(code).toBe(0)
})

test("a document from a file runs in every runtime, and refusals are the same everywhere", async () => {
  const file = join(folder, "flow.json")
  writeFileSync(
    file,
    JSON.stringify({
      format: 1,
      id: "flow",
      version: "1.0.0",
      cubes: {
        split: { use: "text/split@^1", config: { separator: "," }, in: { text: "@text" } },
        wait: { use: "flow/delay@^1", config: { ms: 5 }, in: { value: "split.texts" } },
        upper: {
          use: "flow/map@^1",
          config: { cube: "text/upper", input: "text", output: "text" },
          in: { items: "wait.value" },
        },
      },
      outputs: { texts: "upper.items" },
    }),
  )
  const good = await cubular("run", file, "--input", '{"text":"a,b"}', "--host", "node,workerd,chromium")
  expect(JSON.parse(good.out)).toMatchObject({ ok: true, same: true, outputs: { texts: ["A", "B"] } })
  const bad = await cubular("run", file, "--input", '{"text":1}', "--host", "node,workerd,chromium")
  const reply = JSON.parse(bad.out)
  expect([bad.code, reply.ok, reply.same, reply.error.code]).toEqual([1, false, true, "inputs_refused"])
})
