import { execFile } from "node:child_process"
import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { expect, test } from "vitest"

const root = fileURLToPath(new URL("../../..", import.meta.url))

const said: { readonly [program: string]: readonly string[] } = {
  "control-flow.ts": [
    '{"loud":["GA","NA","DA"]} {"each":{"outcome":"ok"},"many":{"outcome":"ok"}}',
    '{"quiet":["GA","NA","DA"]} {"each":{"outcome":"ok"},"many":{"outcome":"ok"}}',
  ],
  "policies.ts": [
    "Seoul: sunny (3 calls)",
    "Seoul: sunny (0 calls)",
    "Seoul: sunny (3 calls)",
    "ask the window (3 calls)",
  ],
  "services.ts": ['{"asked":{"asked":"/v1/time"},"status":200}', "outgoing_address_refused"],
  "streams.ts": [
    '"丙寅 丁卯 戊辰"',
    '"己巳 庚午 辛未"',
    '"壬申 癸酉 甲戌"',
    '{"charts":9,"lines":{"items":3}} 9 births asked for',
  ],
  "telemetry.ts": ['cubular_runs_total{composition="saju-chart",outcome="ok"} 1', "the birth is in them: false"],
}

test.each(Object.entries(said))("examples/%s says what it should", async (program, lines) => {
  const flags = ["--conditions=cubular:source", `examples/${program}`]
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: root })
  expect(stdout.trim().split("\n")).toEqual(lines)
})

test("every program in examples is run by a test", () => {
  const tests = globSync("test/**/*.test.ts", { cwd: root }).map((file) => readFileSync(`${root}/${file}`, "utf8"))
  const programs = globSync("examples/**/*.ts", { cwd: root }).filter((file) => !file.endsWith("cubes.ts"))
  const isRun = (program: string): boolean =>
    program.replace("examples/", "") in said || tests.some((text) => text.includes(program))
  expect(programs.length).toBeGreaterThan(5)
  expect(programs.filter((program) => !isRun(program))).toEqual([])
})
