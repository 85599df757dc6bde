import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createRegistry, defineCube } from "cubular"
import { catalog } from "cubular/cubes"
import { createExecutor } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { afterAll, describe, expect, test } from "vitest"
import * as z from "zod"
import { cubular, planted } from "./terminal.ts"

const folder = mkdtempSync(join(tmpdir(), "cubular-cli-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content))
  return path
}

const upper = {
  format: 1,
  id: "shout",
  version: "1.0.0",
  cubes: { a: { use: "text/upper@^1", in: { text: "@text" } } },
  outputs: { text: "a.text" },
}

describe("cubular run", () => {
  test("prints one JSON object with outputs, fingerprint, plan and steps", async () => {
    const { code, out, err } = await cubular(["run", file("a.json", upper), "--input", '{"text":"갑 a"}'])
    expect(err).toBe("")
    expect(JSON.parse(out)).toEqual({
      ok: true,
      outputs: { text: "갑 A" },
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      plan: expect.stringMatching(/^[0-9a-f]{64}$/),
      steps: { a: { outcome: "ok" } },
    })
    expect(code).toBe(0)
  })

  test("takes inputs from a file and from stdin", async () => {
    const inputs = file("inputs.json", { text: "b" })
    const document = file("a.json", upper)
    for (const [argument, stdin] of [
      [`@${inputs}`, ""],
      ["-", '{"text":"b"}'],
    ] as const) {
      const { out } = await cubular(["run", document, "--input", argument, "--host", "memory"], stdin)
      expect(JSON.parse(out).outputs).toEqual({ text: "B" })
    }
  })

  test("a run that fails exits 1 and says so in the reader's language", async () => {
    const { code, out } = await cubular(["run", file("a.json", upper), "--input", '{"text":1}', "--lang", "ko"])
    const reply = JSON.parse(out)
    expect(code).toBe(1)
    expect(reply.ok).toBe(false)
    expect(reply.error).toMatchObject({ code: "inputs_refused", path: ["inputs", "text"] })
    expect(reply.error.message).toMatch(/[가-힣]/)
  })

  test("a refused document exits 2 with its issues", async () => {
    const { code, out } = await cubular(["run", file("bad.json", { ...upper, outputs: { text: "b.text" } })])
    const reply = JSON.parse(out)
    expect(code).toBe(2)
    expect(Object.keys(reply)).toEqual(["ok", "issues"])
    expect(reply.issues[0]).toMatchObject({ severity: "error", path: ["outputs", "text"], line: 1 })
  })

  test.each([
    [["run"], "argument_missing"],
    [["run", "no-such-thing"], "composition_unknown"],
    [["run", "./no/such/file.json"], "file_unreadable"],
    [["run", "saju-chart", "--input", "{"], "input_not_json"],
    [["run", "saju-chart", "--input", "[1]"], "input_not_json"],
    [["run", "saju-chart", "--host", "deno"], "option_value_refused"],
    [["run", "saju-chart", "--host", "node,node"], "hosts_repeated"],
    [["run", "saju-chart", "--timeout", "soon"], "option_value_refused"],
    [["run", "saju-chart", "--jsonl", "--host", "node,memory"], "jsonl_one_host"],
    [["run", "saju-chart", "--colour"], "option_refused"],
    [["run", "saju-chart", "extra"], "argument_extra"],
    [["run", "saju-chart", "--url", "ftp://x"], "url_refused"],
    [["run", "saju-chart", "--input", '{"birth":1,"birth":2}'], "input_key_doubled"],
    [["run", "saju-chart", "--input", `{"birth":${"[".repeat(100_000)}${"]".repeat(100_000)}}`], "value_too_deep"],
    [["run", "saju-chart", "--token", "t"], "option_needs"],
    [["run", "saju-chart", "--jsonl", "--record", "r.json"], "options_conflict"],
    [["run", "saju-chart", "--jsonl", "--events"], "options_conflict"],
    [["run", "saju-chart", "--jsonl", "--human"], "options_conflict"],
    [["run", "saju-chart", "--jsonl", "--input", "{}"], "options_conflict"],
    [["run", "saju-chart", "--url", "http://x", "--record", "r.json"], "options_conflict"],
    [["run", "saju-chart", "--url", "http://x", "--events"], "options_conflict"],
    [["run", "saju-chart", "--url", "http://x", "--jsonl"], "options_conflict"],
    [["run", "saju-chart", "--url", "http://x", "--host", "node"], "options_conflict"],
    [["run", "./a.json", "--url", "http://x"], "url_takes_ids"],
    [["fly"], "command_unknown"],
  ])("%j is wrong usage: exit 2, %s, nothing on stdout", async (args, code) => {
    const outcome = await cubular(args)
    expect(outcome.code).toBe(2)
    expect(outcome.out).toBe("")
    expect(outcome.err).toMatch(new RegExp(`^${code}\\b`))
    expect(outcome.err).not.toMatch(/\bat .*\.ts:\d+/)
  })

  test("--jsonl answers line by line, in order, and goes on after a bad line", async () => {
    const lines = ['{"text":"a"}', "not json", '{"text":1}', "", '{"text":"b"}', '{"__proto__":1}'].join("\n")
    const { code, out } = await cubular(["run", file("a.json", upper), "--jsonl"], lines)
    const replies = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(replies.map((reply) => reply.outputs?.text ?? reply.error.code)).toEqual([
      "A",
      "input_not_json",
      "inputs_refused",
      "B",
      "inputs_refused",
    ])
    expect(Object.keys(replies[1].error)).toEqual(["code", "path", "message", "hint"])
    expect(code).toBe(1)
  })

  test("--record keeps what `cubular test` replays", async () => {
    const record = join(folder, "record.json")
    await cubular(["run", file("a.json", upper), "--input", '{"text":"a"}', "--record", record])
    const again = await cubular(["test", record])
    expect(again.out).toMatch(/^same /)
    expect(again.code).toBe(0)
    const changed = JSON.parse(readFileSync(record, "utf8"))
    changed.steps[0].outputs.text = "B"
    const differs = await cubular(["test", file("changed.json", changed), "--json"])
    expect(differs.code).toBe(3)
    expect(JSON.parse(differs.out)[0]).toMatchObject({
      same: false,
      difference: { step: "a", port: "text", pointer: "" },
    })
    const broken = await cubular(["test", file("broken.json", { format: 2 })])
    expect(broken.code).toBe(2)
    expect(broken.err).toMatch(/^record_malformed/)
  })

  test("--events tells the run's events on stderr", async () => {
    const { out, err } = await cubular(["run", file("a.json", upper), "--input", '{"text":"a"}', "--events"])
    const types = err
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).type)
    expect(types).toEqual(["run_started", "step_started", "step_done", "run_done"])
    expect(JSON.parse(out).ok).toBe(true)
  })

  test("--human is for reading", async () => {
    const { out } = await cubular(["run", file("a.json", upper), "--input", '{"text":"a"}', "--human", "--lang", "ko"])
    expect(out).toMatch(/^성공\n/)
    expect(() => JSON.parse(out)).toThrow()
  })

  test("a cube that never gives control back is ended by --timeout", async () => {
    const { openThread } = await import("../../../src/cli/hosts/thread-session.ts")
    const loop = openThread("node", 300, { file: new URL("./loop-thread.ts", import.meta.url) })
    const reply = await loop.run({ source: { text: "{}" }, inputs: {} })
    expect(reply.error?.code).toBe("step_stuck")
    await loop.close()
  })

  test("a thread that dies is an error of the run, and the next run gets a new one", async () => {
    const { openThread } = await import("../../../src/cli/hosts/thread-session.ts")
    const mortal = openThread("node", 5000, { file: new URL("./dying-thread.ts", import.meta.url) })
    for (let i = 0; i < 2; i++) {
      const reply = await mortal.run({ source: { text: "{}" }, inputs: {} })
      expect(reply.error?.code).toBe("worker_died")
    }
    await mortal.close()
  })
})

describe("comparing hosts", () => {
  /** A trigonometric cube; the planted host's is one unit in the last place off. */
  const waveOf = (offBy: number) =>
    defineCube({
      id: "test/wave",
      version: "1.0.0",
      color: "feature",
      effect: "pure",
      title: { en: "Wave", ko: "파동" },
      inputs: { x: z.number() },
      outputs: { wave: z.strictObject({ sin: z.number() }) },
      create: () => ({
        process({ x }) {
          const bits = new DataView(new ArrayBuffer(8))
          bits.setFloat64(0, Math.sin(x))
          bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(offBy))
          return { wave: { sin: bits.getFloat64(0) } }
        },
      }),
    })
  const document = file("wave.json", {
    format: 1,
    id: "wave",
    version: "1.0.0",
    cubes: { first: { use: "test/wave", in: { x: "@x" } }, second: { use: "test/wave", in: { x: "first.wave#/sin" } } },
    outputs: { y: "second.wave" },
  })
  const host = (offBy: number) => planted(createExecutor(createRegistry([waveOf(offBy)]), createHost()))

  test("equal bytes are the same: exit 0", async () => {
    const args = ["run", document, "--input", '{"x":1}', "--host", "node,workerd"]
    const { code, out } = await cubular(args, "", { node: host(0), workerd: host(0) })
    const { same, hosts, ok } = JSON.parse(out)
    expect([ok, same, code]).toEqual([true, true, 0])
    expect(hosts.node.fingerprint).toBe(hosts.workerd.fingerprint)
  })

  test("a host whose sine is one unit off is named with step, port and pointer: exit 3", async () => {
    const args = ["run", document, "--input", '{"x":1}', "--host", "node,workerd"]
    const { code, out } = await cubular(args, "", { node: host(0), workerd: host(1) })
    const { same, difference } = JSON.parse(out)
    expect([same, code]).toEqual([false, 3])
    expect(difference).toEqual({ step: "first", port: "wave", pointer: "/sin" })
  })

  test("a runtime that is missing is an error with the way to get it, and the others are closed", async () => {
    let closed = 0
    const one = planted(createExecutor(catalog, createHost()))
    const node = async () => ({ ...(await one()), close: async () => void closed++ })
    const missing = async (): Promise<never> => {
      const { CubeError } = await import("cubular")
      const { runtime_missing } = await import("cubular/messages/en")
      throw new CubeError({ ...runtime_missing, params: { runtime: "workerd", install: "npm i wrangler" } })
    }
    const { code, err } = await cubular(["run", "saju-chart", "--host", "node,workerd"], "", { node, workerd: missing })
    expect([code, closed]).toEqual([2, 1])
    expect(err).toMatch(/runtime_missing.*\n.*npm i wrangler/)
  })
})
