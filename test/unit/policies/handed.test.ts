import { createRegistry, createRunner, type Policy, replay } from "cubular"
import { createExecutor, createGateway } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { openSession } from "../../../src/host/browser/session.ts"
import { documentOf, failsLater, failure, gives, outcomeOf, service } from "./stage.ts"

const document = documentOf({ retry: { attempts: 3, baseMs: 1 }, timeoutMs: 1000, fallback: { value: { n: -1 } } })
const shaky = (): ReturnType<typeof service> => service([failsLater("down"), gives])

describe("documents with policies run wherever documents run", () => {
  test("through the gateway", async () => {
    const registry = createRegistry([shaky().cube, document])
    const app = createGateway({ registry, host: createHost({ autoAdvance: true }) })
    const reply = await app.fetch(
      new Request("http://localhost/v1/compositions/policies/run", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ inputs: { n: 5 } }),
      }),
    )
    expect(await reply.json()).toMatchObject({ outputs: { n: 5 } })
  })

  test("through what the command line drives", async () => {
    const execute = createExecutor(createRegistry([shaky().cube]), createHost({ autoAdvance: true }))
    const reply = await execute({ source: { text: JSON.stringify(document) }, inputs: { n: 5 } })
    expect(reply).toMatchObject({ ok: true, outputs: { n: 5 } })
  })

  test("through a session of the browser's worker", async () => {
    const session = await openSession([shaky().cube], createHost({ autoAdvance: true }))
    const settled = await session.run(1, document, { n: 5 }, {} as never)
    expect(settled).toMatchObject({ result: { outputs: { n: 5 } } })
    await session.stop()
  })
})

describe("a policy of one's own", () => {
  test("stands in for one of the eight, with the settings of the document", async () => {
    const seen: unknown[] = []
    const own: Policy = {
      name: "rateLimit",
      create({ path, data }) {
        let left = data.rateLimit?.limit ?? 0
        return {
          answer(call, next) {
            seen.push([path, call.key.length, call.inputs])
            if (left-- > 0) return next(call)
            throw failure("own_limit")
          },
          control: {
            state: () => ({ left }),
            reset: () => {
              left = 1
            },
          },
        }
      },
    }
    const limited = documentOf({ rateLimit: { limit: 1, windowMs: 1, key: "@n" } })
    const runner = await createRunner(limited, [service([gives]).cube], createHost(), { policies: [own] })
    const outcomes = [await outcomeOf(runner.run({ n: 1 })), await outcomeOf(runner.run({ n: 1 }))]
    expect(outcomes).toEqual(["ok", "own_limit"])
    expect(seen[0]).toEqual(["s", 64, { n: 1 }])
    runner.policies("s").rateLimit?.reset()
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("ok")
  })

  test("that misbehaves fails its step and nothing else", async () => {
    const throwing: Policy = {
      name: "timeout",
      create: () => ({
        answer() {
          throw new TypeError("mine")
        },
      }),
    }
    const { cube } = service([gives])
    const runner = await createRunner(documentOf({ timeoutMs: 5 }), [cube], createHost(), { policies: [throwing] })
    const settled = await runner.run({ n: 1 }, { record: true, fingerprint: true }).settled
    expect(settled.steps.s).toMatchObject({ outcome: "failed", error: { code: "cube_threw" } })
    const again = await replay(settled.record as never, [cube], createHost())
    expect(again).toMatchObject({ same: true, fingerprint: settled.fingerprint })
  })
})
