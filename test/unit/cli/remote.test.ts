import { catalog } from "cubular/cubes"
import { createGateway } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { afterEach, expect, test, vi } from "vitest"
import { cubular, planted } from "./terminal.ts"

afterEach(() => void vi.unstubAllGlobals())

const gateway = createGateway({ registry: catalog, host: createHost() })
const answer = (reply: (request: Request) => Response | Promise<Response>): void => void vi.stubGlobal("fetch", reply)
const there = ["run", "saju-chart", "--url", "http://localhost"]
const birth = '{"birth":{"date":"1990-05-01","time":"14:30"}}'

test("--url runs on the gateway and honours --human", async () => {
  answer((request) => gateway.fetch(request))
  const { code, out } = await cubular([...there, "--input", birth])
  expect([code, JSON.parse(out).ok]).toEqual([0, true])
  expect((await cubular([...there, "--input", birth, "--human"])).out).toMatch(/^ok\n/)
})

test("inputs a gateway refuses are an error, exit 1, as here", async () => {
  answer((request) => gateway.fetch(request))
  const { code, out } = await cubular([...there, "--input", '{"birth":1}', "--lang", "ko"])
  const reply = JSON.parse(out)
  expect([code, reply.ok, reply.error.code]).toEqual([1, false, "inputs_refused"])
  expect(reply.error.message).toMatch(/[가-힣]/)
})

test("a failed run shows outputs, steps and plan", async () => {
  const error = { code: "x_failed", path: [], params: {}, message: "It failed.", hint: "Look." }
  const result = { outputs: { a: 1 }, steps: { s: { outcome: "failed", error } }, plan: "p" }
  const problem = { code: "run_failed", detail: "d", hint: "h", ...result }
  answer(() => Response.json(problem, { status: 422, headers: { "content-type": "application/problem+json" } }))
  const { code, out } = await cubular([...there, "--input", birth])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ ok: false, ...result, error: { code: "run_failed" } })
})

test("a gateway that does not answer within --timeout is deadline_exceeded on stdout", async () => {
  answer(
    ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error))),
  )
  const { code, out } = await cubular([...there, "--input", birth, "--timeout", "5"])
  expect([code, JSON.parse(out).error.code]).toEqual([1, "deadline_exceeded"])
})

test("errors of steps are said in the reader's language", async () => {
  const { CubeError } = await import("cubular")
  const { step_stuck } = await import("cubular/messages/en")
  const error = new CubeError({ ...step_stuck, params: { waitedMs: 1 } }).toJSON()
  const node = planted(async () => ({ ok: false, steps: { s: { outcome: "failed", error } }, error }))
  const { out } = await cubular(["run", "saju-chart", "--lang", "ko"], "", { node })
  const { steps } = JSON.parse(out)
  expect([steps.s.error.message, steps.s.error.hint].join()).toMatch(/[가-힣].*,.*[가-힣]/)
})
