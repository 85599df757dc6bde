import { type AnyCube, type CompositionDocument, createRegistry, defineCube, list, type Registry } from "cubular"
import * as z from "zod"
import { folded, head, request, simulatedCubes } from "./cubes.ts"
import { ORIGIN } from "./service.ts"

/** What one who listens says when a message has come to it, when it is through with it for now, and when all of it is done. */
export const HEEDS = "heeds"
export const LEAVES = "leaves"
export const DONE = "done"
export const SAID = "said"

const told = z.strictObject({ value: z.number(), run: z.string() })

/** First step of a run a message starts: says so, and takes its time. */
const heed = defineCube({
  ...head("heed", "Heed", "듣기"),
  effect: "read",
  needs: ["clock"],
  inputs: { value: z.number(), run: z.string(), topic: z.string() },
  outputs: { value: z.number(), told },
  create: () => ({
    async process({ value, run, topic }, step) {
      step.log("info", HEEDS, { topic, run })
      try {
        await step.clock.sleep(value * value * 90)
      } finally {
        step.log("info", LEAVES, { topic, run })
      }
      return { value, told: { value, run: `${run}c` } }
    },
  }),
})

/** Publishes before it has asked: nothing may leave when the answer is a failure. */
const say = defineCube({
  ...head("say", "Say", "말하기"),
  effect: "write",
  needs: ["clock"],
  services: { service: { origin: ORIGIN } },
  inputs: { value: z.number(), run: z.string() },
  outputs: { out: z.number() },
  provides: ["idempotent"],
  publishes: { "orders.said": told },
  create: () => ({
    async process({ value, run }, step) {
      step.publish("orders.said", { value, run: `${run}s` })
      const answer = await request("charge", value, run, step, undefined)
      step.log("info", SAID, { topic: "orders.said", run: `${run}s` })
      return answer
    },
  }),
})

/** Last step: there is nothing left to do. */
const done = defineCube({
  ...head("done", "Done", "끝"),
  effect: "read",
  inputs: { values: list(z.number()), run: z.string(), topic: z.string() },
  outputs: { out: z.number() },
  create: () => ({
    process({ values, run, topic }, step) {
      step.log("info", DONE, { topic, run })
      return { out: folded(values) }
    },
  }),
})

const ends = { run: "@run", topic: "@topic" } as const
const asks = { value: "heed.value", run: "@run" } as const
const heeds = { use: "simulated/heed", in: { value: "@value", ...ends } } as const
const fed = (topic: string) => ({ in: { value: "#/value", run: "#/run", topic: { value: topic } } })

/** Charges, says so, and emits; what it emits is there before it is through. */
const orders: CompositionDocument = {
  format: 1,
  id: "orders",
  version: "1.0.0",
  on: { "orders.placed": fed("orders.placed") },
  cubes: {
    heed: heeds,
    charge: { use: "simulated/charge", config: {}, in: asks, policy: { timeoutMs: 4000 } },
    say: { use: "simulated/say", in: asks },
    done: { use: "simulated/done", in: { values: ["charge.out", "say.out"], ...ends } },
  },
  emit: { "orders.charged": "heed.told" },
  outputs: { out: "done.out" },
}

/** Writes down what orders came to. */
const archive: CompositionDocument = {
  format: 1,
  id: "archive",
  version: "1.0.0",
  on: { "orders.charged": fed("orders.charged"), "orders.said": fed("orders.said") },
  cubes: {
    heed: heeds,
    file: { use: "simulated/charge", config: {}, in: asks },
    done: { use: "simulated/done", in: { values: ["file.out"], ...ends } },
  },
  outputs: { out: "done.out" },
}

let registry: Registry | undefined

/** Who listens: `orders` to what is placed, `archive` to what comes of it. */
export function listening(): Registry {
  const cubes: readonly AnyCube[] = [...simulatedCubes, heed, say, done]
  registry ??= createRegistry([...cubes, orders, archive])
  return registry
}
