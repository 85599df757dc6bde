import { type AnyCube, createRunner, defineCube, type RunOptions } from "cubular"
import { createHost } from "cubular/host/memory"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as z from "zod"

/** An AbortController that counts who listens. */
class Counting extends AbortController {
  listeners = 0
  constructor() {
    super()
    const { signal } = this
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...args: Parameters<typeof add>): void => {
      this.listeners++
      add(...args)
    }
    signal.removeEventListener = (...args: Parameters<typeof remove>): void => {
      this.listeners--
      remove(...args)
    }
  }
}

/** One turn of the runtime's event loop. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** Deeds of cubes after the end of their run: there must be none. */
let late: string[] = []
let over = false

const cubes: readonly AnyCube[] = (["sleeps", "stubborn", "fetches", "leaves", "calls", "quick"] as const).map(
  (manner) =>
    defineCube({
      id: `law/${manner}`,
      version: "1.0.0",
      color: "feature",
      effect: "pure",
      title: { en: "Late", ko: "늦음" },
      needs: ["clock", "http"],
      services: { api: { origin: "https://api.example" } },
      dependencies: manner === "calls" ? { "law/sleeps": "*" } : {},
      inputs: { ms: z.number(), after: z.number().optional() },
      outputs: { n: z.number() },
      create: () => ({
        process: async ({ ms }, step) => {
          const done = (): { n: number } => {
            if (over) late.push(`${manner} went on`)
            return { n: ms }
          }
          if (manner === "quick") return done()
          if (manner === "leaves") void step.clock.sleep(ms * 2).then(done, () => {})
          if (manner === "calls") await step.call("law/sleeps", { ms })
          if (manner === "fetches") await step.http.fetch("api", "/")
          // Heeds nothing: only the kernel can drop what it gives.
          if (manner === "stubborn") await turn()
          else await step.clock.sleep(ms)
          return manner === "stubborn" ? { n: ms } : done()
        },
      }),
    }),
)

const ends = ["cancel", "abort", "deadline", "stop", "budget", "nothing"] as const

test("however a run ends, no timer, listener or late value is left", async () => {
  const manners = cubes.map((cube) => cube.id)
  const node = fc.record({ use: fc.constantFrom(...manners), ms: fc.integer({ min: 1, max: 60 }), from: fc.nat() })
  await fc.assert(
    fc.asyncProperty(
      fc.array(node, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...ends),
      fc.nat(80),
      async (nodes, end, at) => {
        late = []
        over = false
        const host = createHost({ http: () => host.clock.sleep(20).then(() => new Response("ok")) })
        const placed = nodes.map(({ use, ms, from }, i) => [
          `s${i}`,
          { use, in: { ms: { value: ms }, ...(i > 0 && from % 2 === 0 ? { after: `s${from % i}.n` } : {}) } },
        ])
        const outputs = Object.fromEntries(nodes.map((_, i) => [`o${i}`, `s${i}.n`]))
        const runner = await createRunner(
          { format: 1, id: "law", version: "1.0.0", cubes: Object.fromEntries(placed), outputs },
          cubes,
          host,
        )
        const controller = new Counting()
        const options: RunOptions = {
          signal: controller.signal,
          ...(end === "deadline" ? { deadlineMs: at } : {}),
          ...(end === "budget" ? { budget: { steps: at % 9 } } : {}),
        }
        const run = runner.run({}, options)
        await host.advance(at)
        if (end === "cancel") run.cancel()
        if (end === "abort") controller.abort()
        if (end === "stop") await runner.stop({ cancel: true })
        if (end === "nothing" || end === "budget") await host.advance(10_000)
        const settled = await run.settled
        over = true
        // What the reply's own sleep is, the host of this test owes to itself.
        await host.advance(20)
        expect(host.pendingTimers).toBe(0)
        expect(end === "abort" ? 0 : controller.listeners).toBe(0)
        await host.advance(10_000)
        await turn()
        expect(await run.settled).toEqual(settled)
        expect(late).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})
