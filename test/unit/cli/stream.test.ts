import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createRegistry, defineCube, stream } from "cubular"
import { createExecutor } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { afterAll, describe, expect, test } from "vitest"
import * as z from "zod"
import { openThread } from "../../../src/cli/hosts/thread-session.ts"
import { cubular } from "./terminal.ts"

const listed = {
  format: 1 as const,
  id: "listed",
  version: "1.0.0",
  cubes: { a: { use: "flow/items@^1", in: { items: "@list" } } },
  outputs: { items: "a.items", list: "@list" },
}
const folder = mkdtempSync(join(tmpdir(), "cubular-stream-"))
const path = join(folder, "listed.json")
writeFileSync(path, JSON.stringify(listed))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("cubular run --stream", () => {
  test.each(["node", "memory"])("writes the items as lines and the result to stderr, on %s", async (host) => {
    const list = Array.from({ length: 500 }, (_, n) => ({ n, text: "줄\n바꿈" }))
    const input = JSON.stringify({ list })
    const { code, out, err } = await cubular(["run", path, "--stream", "items", "--host", host, "--input", input])
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(list)
    expect(JSON.parse(err)).toMatchObject({
      ok: true,
      outputs: { items: { items: 500, sha256: expect.any(String) } },
      steps: { a: { outcome: "ok" } },
    })
    expect(code).toBe(0)
  })

  test("refuses what is no stream before anything runs, and what it does not go with", async () => {
    for (const name of ["list", "nothing"]) {
      const { code, out, err } = await cubular(["run", path, "--stream", name, "--input", '{"list":[1]}'])
      expect([code, out]).toEqual([1, ""])
      expect(JSON.parse(err).error).toMatchObject({ code: "stream_unknown", params: { port: name } })
    }
    const refused = async (...more: string[]) => (await cubular(["run", path, "--stream", "items", ...more])).err
    for (const host of ["workerd", "chromium", "node,memory"])
      expect(await refused("--host", host)).toContain("option_needs")
    expect(await refused("--jsonl")).toContain("options_conflict")
    expect(await refused("--url", "http://127.0.0.1:1")).toContain("options_conflict")
  })

  test("is in the help of both languages", async () => {
    for (const lang of ["en", "ko"])
      expect((await cubular(["run", "--help", "--lang", lang])).out).toMatch(/\[--stream OUTPUT\][\s\S]* --stream/)
  })
})

test("a thread's items wait for whoever takes them", async () => {
  const session = openThread("memory", undefined)
  const list = Array.from({ length: 1_000 }, (_, n) => n)
  let taken = 0
  const reply = await session.run(
    { source: { text: JSON.stringify(listed) }, inputs: { list }, options: { stream: "items" } },
    async (item) => {
      expect(item).toBe(taken++)
      if (taken % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    },
  )
  await session.close()
  expect(taken).toBe(1_000)
  expect(reply).toMatchObject({ ok: true, outputs: { items: { items: 1_000 } } })
})

test("an executor asks for the next item when the last was taken", async () => {
  let given = 0
  const count = defineCube({
    id: "s/count",
    version: "1.0.0",
    color: "feature",
    title: { en: "…", ko: "…" },
    inputs: {},
    outputs: { numbers: stream(z.number()) },
    create: () => ({
      process: () => ({
        numbers: (async function* () {
          while (given < 100) yield ++given
        })(),
      }),
    }),
  })
  const counting = {
    format: 1 as const,
    id: "counting",
    version: "1.0.0",
    cubes: { a: { use: "s/count" } },
    outputs: { n: "a.numbers" },
  }
  const execute = createExecutor(createRegistry([count]), createHost())
  const options = { stream: "n" }
  await execute({ source: { text: JSON.stringify(counting) }, inputs: {}, options }, async (item) => {
    await new Promise((resolve) => setTimeout(resolve))
    expect(given).toBe(item)
  })
  expect(given).toBe(100)
})
