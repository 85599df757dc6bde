import { type CompositionDocument, CubeError, createRunner, defineCube, type Runner, type RunOptions } from "cubular"
import delay from "cubular/cubes/flow/delay"
import upper from "cubular/cubes/text/upper"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { createTelemetry, type Observed, type Telemetry, type TelemetryOptions } from "cubular/telemetry"
import * as z from "zod"

/** Fails with a code and quotes its input in message, hint, params and cause, as no cube should. */
export const gossip = defineCube({
  id: "probe/gossip",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "gossip", ko: "수다" },
  inputs: { text: z.string().meta({ personal: true }) },
  outputs: { text: z.string() },
  create: () => ({
    process: ({ text }): { text: string } => {
      throw new CubeError({
        code: "told_all",
        message: `cannot handle ${text}`,
        hint: `not ${text}`,
        path: ["cubes", text],
        params: { text },
        retryable: true,
        cause: new Error(text),
      })
    },
  }),
})

export const cubes = [upper, delay, gossip] as const

/** A document of one line: its cubes, all of the first step's text. */
export function documentOf(id: string, placed: CompositionDocument["cubes"]): CompositionDocument {
  const [last = ""] = Object.keys(placed).slice(-1)
  const port = placed[last]?.use.startsWith("flow/delay") ? "value" : "text"
  return { format: 1, id, version: "1.0.0", cubes: placed, outputs: { text: `${last}.${port}` } }
}

export const shout = documentOf("shout", { loud: { use: "text/upper@^1", in: { text: "@text" } } })
export const slow = documentOf("slow", {
  loud: { use: "text/upper@^1", in: { text: "@text" } },
  wait: { use: "flow/delay@^1", config: { ms: 30 }, in: { value: "loud.text" } },
})
export const failing = documentOf("failing", {
  tell: { use: "probe/gossip@^1", in: { text: "@text" } },
  after: { use: "text/upper@^1", in: { text: "tell.text" } },
})

export interface Stage {
  readonly host: MemoryHost
  readonly telemetry: Telemetry
  runner(document: CompositionDocument): Promise<Runner>
  /** Observes a run to its end. */
  run(document: CompositionDocument, inputs?: unknown, options?: RunOptions, traceparent?: string): Promise<Observed>
}

/** Telemetry over a memory host whose time jumps; ids come from a source of their own. */
export function stage(options: Partial<TelemetryOptions> = {}): Stage {
  const host = createHost({ autoAdvance: true, now: 1_700_000_000_000 })
  const { entropy } = createHost({ seed: "ids" })
  const telemetry = createTelemetry({ clock: host.clock, entropy, log: host.log, ...options })
  const runners = new Map<CompositionDocument, Runner>()
  const runner = async (document: CompositionDocument): Promise<Runner> => {
    const made = runners.get(document) ?? (await createRunner(document, [...cubes], host, { policies }))
    runners.set(document, made)
    return made
  }
  return {
    host,
    telemetry,
    runner,
    async run(document, inputs = { text: "hi" }, given = {}, traceparent = undefined) {
      const made = await runner(document)
      const about = { composition: document.id, plan: made.plan, ...(traceparent ? { traceparent } : {}) }
      const observed = telemetry.observe(() => made.run(inputs as { text: string }, given), about)
      await observed.done
      return observed
    },
  }
}
