import { type AnyCube, CubeError, createRegistry, defineCube, list, type Registry, type Step } from "cubular"
import * as z from "zod"
import { ORIGIN } from "./service.ts"

const SERVICE_REFUSED = {
  code: "simulated_refusal",
  message: "The simulated service refused.",
  hint: "Nothing to do: this error belongs to a simulation.",
} as const

interface Head {
  readonly id: `simulated/${string}`
  readonly version: "1.0.0"
  readonly color: "feature"
  readonly effect: "pure"
  readonly title: { readonly en: string; readonly ko: string }
}

export function head(name: string, en: string, ko: string): Head {
  return { id: `simulated/${name}`, version: "1.0.0", color: "feature", effect: "pure", title: { en, ko } }
}

/** Not the same for the same values in another order. */
export const folded = (values: readonly number[]): number =>
  values.reduce((sum, value) => (sum * 31 + value + 1) % 1_000_003, 5)

const fold = defineCube({
  ...head("fold", "Fold", "접기"),
  inputs: { values: list(z.number()) },
  outputs: { out: z.number() },
  create: () => ({ process: ({ values }) => ({ out: folded(values) }) }),
})

const foldLater = defineCube({
  ...head("fold-later", "Fold later", "나중에 접기"),
  inputs: { values: list(z.number()) },
  outputs: { out: z.number() },
  create: () => ({
    async process({ values }) {
      await undefined
      return { out: folded(values) }
    },
  }),
})

const maybe = defineCube({
  ...head("maybe", "Maybe", "어쩌면"),
  inputs: { value: z.number(), extra: z.number().optional() },
  outputs: { out: z.number() },
  create: () => ({ process: ({ value, extra }) => ({ out: folded([value, extra ?? 0]) }) }),
})

const gate = defineCube({
  ...head("gate", "Gate", "문"),
  inputs: { value: z.number() },
  outputs: { out: z.number(), yes: z.boolean() },
  create: () => ({ process: ({ value }) => ({ out: value, yes: value % 3 !== 0 }) }),
})

const either = defineCube({
  ...head("either", "Either", "둘 중 하나"),
  inputs: { value: z.number() },
  outputs: { left: z.number().optional(), right: z.number().optional() },
  create: () => ({ process: ({ value }) => (value % 2 === 0 ? { left: value } : { right: value }) }),
})

const nap = defineCube({
  ...head("nap", "Nap", "잠깐"),
  needs: ["clock"],
  config: z.strictObject({ ms: z.number() }),
  inputs: { value: z.number() },
  outputs: { out: z.number() },
  create: (_, { ms }) => ({
    async process({ value }, step) {
      await step.clock.sleep(ms)
      return { out: value }
    },
  }),
})

/** How to reach the service: whose request it is, and the longest time its policies leave it. */
const config = z.strictObject({ mostMs: z.number().optional() })

/** Asks the service one way. */
export async function request(
  way: string,
  value: number,
  run: string,
  step: Step,
  mostMs: number | undefined,
): Promise<{ out: number }> {
  const headers = new Headers({ "x-run": run, "x-step": step.path })
  if (way !== "ask") headers.set("idempotency-key", step.idempotencyKey)
  if (mostMs !== undefined) {
    // Read whether or not there is a deadline: a replay has none, and must ask for the same.
    const now = step.clock.now()
    headers.set("x-most", String(mostMs))
    if (step.deadline !== undefined) headers.set("x-left", String(step.deadline - now))
  }
  const method = way === "ask" ? "GET" : "POST"
  const { status, headers: told } = await step.http.fetch("service", `/${way}/${value}`, { method, headers })
  if (status !== 200) throw new CubeError({ ...SERVICE_REFUSED, retryable: status === 503 })
  return { out: Number(told.get("x-value")) }
}

const asking = {
  config,
  needs: ["clock"],
  services: { service: { origin: ORIGIN } },
  inputs: { value: z.number(), run: z.string() },
  outputs: { out: z.number() },
} as const

const ask = defineCube({
  ...head("ask", "Ask", "묻기"),
  ...asking,
  config: config.default({}),
  effect: "read",
  create: (_, { mostMs }) => ({ process: ({ value, run }, step) => request("ask", value, run, step, mostMs) }),
})

const charge = defineCube({
  ...head("charge", "Charge", "청구"),
  ...asking,
  effect: "write",
  provides: ["idempotent"],
  create: (_, { mostMs }) => ({ process: ({ value, run }, step) => request("charge", value, run, step, mostMs) }),
})

/** A write that may not be done twice, to a service that does not notice. */
const post = defineCube({
  ...head("post", "Post", "보내기"),
  ...asking,
  effect: "write",
  create: (_, { mostMs }) => ({ process: ({ value, run }, step) => request("post", value, run, step, mostMs) }),
})

/** A write that can be taken back. */
const book = defineCube({
  ...head("book", "Book", "예약"),
  ...asking,
  config: config.default({}),
  effect: "write",
  provides: ["idempotent"],
  create: () => ({
    process: ({ value, run }, step) => request("book", value, run, step, undefined),
    async compensate({ value, run }, _, step) {
      await request("cancel", value ?? 0, run ?? "", step, undefined)
    },
  }),
})

/** Asks through another cube. */
const relay = defineCube({
  ...head("relay", "Relay", "전하기"),
  effect: "read",
  dependencies: { "simulated/ask": "^1" },
  inputs: { value: z.number(), run: z.string() },
  outputs: { out: z.number() },
  create: () => ({
    async process({ value, run }, step) {
      const { out } = await step.call("simulated/ask", { value, run })
      return { out: out as number }
    },
  }),
})

export const simulatedCubes: readonly AnyCube[] = /* @__PURE__ */ Object.freeze([
  fold,
  foldLater,
  maybe,
  gate,
  either,
  nap,
  ask,
  charge,
  post,
  book,
  relay,
])

let registry: Registry | undefined

/** All of them, read once: every life and every replay would read them again. */
export function simulatedRegistry(): Registry {
  registry ??= createRegistry(simulatedCubes)
  return registry
}
