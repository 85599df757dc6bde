import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createRunner } from "cubular"
import { defineCube } from "cubular/contract"
import { createHost } from "cubular/host/node"
import { saga } from "cubular/saga"
import { createStores } from "cubular/stores/node"
import { afterAll, describe, expect, test } from "vitest"
import * as z from "zod"
import { cubular } from "./terminal.ts"

const folder = mkdtempSync(join(tmpdir(), "cubular-saga-"))
const data = ["--data", join(folder, "data")]
afterAll(() => rmSync(folder, { recursive: true }))

const file = join(folder, "loud.json")
writeFileSync(
  file,
  JSON.stringify({
    format: 1,
    id: "loud",
    version: "1.0.0",
    mode: "saga",
    cubes: { loud: { use: "text/upper@^1", in: { text: "@text" } } },
    outputs: { text: "loud.text" },
  }),
)

describe("cubular saga", () => {
  test("starts one, once: the same id is the same saga", async () => {
    const args = ["saga", "start", file, "--input", '{"text":"hey"}', "--id", "first", ...data]
    const { code, out } = await cubular([...args, "--json"])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ok: true, outputs: { text: "HEY" }, saga: { id: "first", state: "done" } })
    expect(await cubular(args)).toEqual({ code: 0, out: "first done\n", err: "" })
    const other = await cubular([...args.with(4, '{"text":"ho"}')])
    expect(other.code).toBe(1)
    expect(other.err).toContain("saga_id_taken")
  })

  test("lists them, all or by state, and shows what one did", async () => {
    const { out } = await cubular(["saga", "list", ...data])
    expect(out).toMatch(/^ {2}first {2}loud@1\.0\.0 {2}done {2}\d{4}-/)
    expect((await cubular(["saga", "list", "--state", "parked", "--json", ...data])).out).toBe('{"sagas":[]}\n')
    const shown = await cubular(["saga", "show", "first", ...data])
    expect(shown.out).toContain("step_done")
    const { history, ...status } = JSON.parse((await cubular(["saga", "show", "first", "--json", ...data])).out)
    expect(status).toMatchObject({ id: "first", state: "done", steps: { loud: "done" } })
    expect(history.map(({ type }: { type: string }) => type)).toEqual(["started", "step_started", "step_done", "ended"])
  })

  test("goes on with one, and undoes one, whose cubes are shipped", async () => {
    expect(await cubular(["saga", "resume", "first", ...data])).toEqual({ code: 0, out: "first done\n", err: "" })
    const ended = await cubular(["saga", "undo", "first", "--lang", "ko", ...data])
    expect(ended.code).toBe(1)
    expect(ended.err).toContain("saga_ended: 사가 first는 이미 끝났습니다")
  })

  test("says which cube is missing to go on with a stranger's", async () => {
    const cube = defineCube({
      id: "t/own",
      version: "1.0.0",
      color: "feature",
      title: { en: "own", ko: "own" },
      inputs: { x: z.number() },
      outputs: {},
      create: () => ({
        process: () => {
          throw new Error("no")
        },
        compensate: () => {
          throw new Error("neither")
        },
      }),
    })
    const document = { format: 1, id: "own", version: "1.0.0", mode: "saga", outputs: {} }
    const cubes = { a: { use: "t/own", in: { x: "@x" } } }
    const stores = createStores({ folder: join(folder, "data"), clock: { now: () => 0 } })
    const still = { ...createHost(), stores, clock: { now: () => 0, monotonic: () => 0, sleep: async () => undefined } }
    const runner = await createRunner({ ...document, cubes }, [cube], still, { saga })
    const settled = await runner.run({ x: 1 }, { id: "own" }).settled
    expect(settled.saga?.state).toBe("parked")
    stores.close()
    const { code, err } = await cubular(["saga", "resume", "own", ...data])
    expect(code).toBe(2)
    expect(err).toContain("t/own")
  })

  test.each([
    [["saga"], "argument_missing"],
    [["saga", "dance"], "option_value_refused"],
    [["saga", "show"], "argument_missing"],
    [["saga", "list", "--state", "lost"], "option_value_refused"],
    [["saga", "show", "none", ...data], "saga_unknown"],
    [["saga", "resume", "none", ...data], "saga_unknown"],
    [["saga", "show", "NO", ...data], "saga_id_malformed"],
  ])("%j is refused", async (args, code) => {
    const outcome = await cubular(args)
    expect(outcome.code).toBe(2)
    expect(outcome.err).toContain(code)
  })
})
