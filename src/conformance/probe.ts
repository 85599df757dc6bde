import { type AnyCube, bytes, CubeError, defineCube, float64, list, type Step, same } from "cubular"
import * as z from "zod"

/** What the subject of a cell is made to do. */
export const behaviours = ["now", "later", "throw", "throwLater", "sleep"] as const
export type Behaviour = (typeof behaviours)[number]

/** The error a failing subject throws: a code of its own, as an outside author's would be. */
export const PROBE_FAILED = {
  code: "probe_failed",
  message: "The probe failed because it was told to.",
  hint: "Nothing to do: this error belongs to a test.",
} as const

/** How long a sleeping subject sleeps, in ms: beyond every deadline of the table. */
export const SLEEP_MS = 3_600_000

async function answerLater(does: Behaviour, step: Step): Promise<void> {
  await undefined
  if (does === "throwLater") throw new CubeError(PROBE_FAILED)
  if (does === "sleep") await step.clock.sleep(SLEEP_MS)
}

const give = (value: number) => ({
  value,
  parts: { twice: [value, value * 2], "a/b": { "m~n": value + 1 } },
  big: value > 10,
  odd: value % 2 === 1,
})

const head = (name: string, en: string, ko: string) =>
  ({ id: `probe/${name}`, version: "1.0.0", color: "feature", effect: "pure", title: { en, ko } }) as const

/** Gives `value` back in the way its config says: the step whose outcome a cell is about. */
const subject = defineCube({
  ...head("subject", "Subject", "대상"),
  needs: ["clock"],
  config: z.strictObject({ does: z.enum(behaviours) }),
  inputs: { value: z.number() },
  outputs: {
    value: z.number(),
    parts: z.strictObject({ twice: z.array(z.number()), "a/b": z.strictObject({ "m~n": z.number() }) }),
    big: z.boolean(),
    odd: z.boolean(),
  },
  create: (_, { does }) => ({
    process({ value }, step) {
      if (does === "throw") throw new CubeError(PROBE_FAILED)
      return does === "now" ? give(value) : (answerLater(does, step).then(() => give(value)) as never)
    },
  }),
})

const sum = defineCube({
  ...head("sum", "Sum", "합"),
  inputs: { values: list(z.number()) },
  outputs: { sum: z.number() },
  create: () => ({ process: ({ values }) => ({ sum: values.reduce((a, b) => a + b, 0) }) }),
})

/** `value`, −1 when it did not arrive, plus `step`, which has a default. */
const optional = defineCube({
  ...head("optional", "Optional", "선택"),
  inputs: { value: z.number().optional(), step: z.number().default(5) },
  outputs: { value: z.number() },
  create: () => ({ process: ({ value, step }) => ({ value: (value ?? -1) + step }) }),
})

const pass = defineCube({
  ...head("pass", "Pass", "그대로"),
  inputs: { value: same("T") },
  outputs: { value: same("T") },
  create: () => ({ process: ({ value }) => ({ value }) }),
})

const passLater = defineCube({
  ...head("pass-later", "Pass later", "나중에 그대로"),
  inputs: { value: same("T") },
  outputs: { value: same("T") },
  create: () => ({
    async process({ value }) {
      await undefined
      return { value }
    },
  }),
})

/** Passes a value on after `ms` of the host's clock. */
const nap = defineCube({
  ...head("nap", "Nap", "잠깐"),
  needs: ["clock"],
  config: z.strictObject({ ms: z.number() }),
  inputs: { value: z.number() },
  outputs: { value: z.number() },
  create: (_, { ms }) => ({
    async process({ value }, step) {
      await step.clock.sleep(ms)
      return { value }
    },
  }),
})

const first = defineCube({
  ...head("first", "First", "첫째"),
  inputs: { values: list(same("T")) },
  outputs: { value: same("T") },
  create: () => ({ process: ({ values }) => ({ value: values[0] as (typeof values)[number] }) }),
})

/** Gives one of two outputs and leaves the other out. */
const either = defineCube({
  ...head("either", "Either", "둘 중 하나"),
  inputs: { value: same("T"), left: z.boolean() },
  outputs: { left: same("T").optional(), right: same("T").optional() },
  create: () => ({ process: ({ value, left }) => (left ? { left: value } : { right: value }) }),
})

/** The eight bytes of a number, little end first. */
const toBytes = defineCube({
  ...head("to-bytes", "To bytes", "바이트로"),
  inputs: { value: z.number() },
  outputs: { bytes: bytes() },
  create: () => ({
    process({ value }) {
      const array = new Uint8Array(8)
      new DataView(array.buffer).setFloat64(0, value, true)
      return { bytes: array }
    },
  }),
})

/** Half of everything, and the number of bytes. */
const halve = defineCube({
  ...head("halve", "Halve", "반으로"),
  inputs: { numbers: float64() },
  outputs: { numbers: float64(), bytes: z.number() },
  create: () => ({ process: ({ numbers }) => ({ numbers: numbers.map((n) => n / 2), bytes: numbers.byteLength }) }),
})

const toNumbers = defineCube({
  ...head("to-numbers", "To numbers", "수 배열로"),
  inputs: { value: z.number() },
  outputs: { numbers: float64() },
  create: () => ({ process: ({ value }) => ({ numbers: Float64Array.of(value, value / 3, -0) }) }),
})

/** What a caller calls: gives 1000 more. */
const called = defineCube({
  ...head("called", "Called", "불림"),
  needs: ["clock"],
  inputs: { value: z.number(), does: z.enum(behaviours) },
  outputs: { value: z.number() },
  create: () => ({
    async process({ value, does }, step) {
      if (does === "throw") throw new CubeError(PROBE_FAILED)
      if (does !== "now") await answerLater(does, step)
      return { value: value + 1000 }
    },
  }),
})

const caller = defineCube({
  ...head("caller", "Caller", "부름"),
  dependencies: { "probe/called": "^1" },
  inputs: { value: z.number(), does: z.enum(behaviours) },
  outputs: { value: z.number() },
  create: () => ({
    async process({ value, does }, step) {
      const outputs = await step.call("probe/called", { value, does })
      return { value: outputs.value as number }
    },
  }),
})

/** A caller that goes on without the called cube: −1 when the call fails. */
const carefulCaller = defineCube({
  ...head("careful-caller", "Careful caller", "조심스러운 부름"),
  dependencies: { "probe/called": "^1" },
  inputs: { value: z.number(), does: z.enum(behaviours) },
  outputs: { value: z.number() },
  create: () => ({
    async process({ value, does }, step) {
      try {
        const outputs = await step.call("probe/called", { value, does })
        return { value: outputs.value as number }
      } catch (error) {
        step.signal.throwIfAborted()
        if ((error as CubeError).code !== PROBE_FAILED.code) throw error
        return { value: -1 }
      }
    },
  }),
})

/** Draws from the run's randomness and ids, and looks at the clock before and after a sleep. */
const draws = defineCube({
  ...head("draws", "Draws", "뽑기"),
  effect: "read",
  needs: ["random", "ids", "clock"],
  inputs: { value: z.number() },
  outputs: { drawn: z.array(z.number()), ids: z.array(z.string()), times: z.array(z.number()), key: z.string() },
  create: () => ({
    async process(_, step) {
      const before = step.clock.now()
      await step.clock.sleep(250)
      return {
        drawn: [step.random.next(), step.random.below(6), step.random.below(1_000_000)],
        ids: [step.ids.next(), step.ids.next()],
        times: [before, step.clock.now()],
        key: step.idempotencyKey,
      }
    },
  }),
})

/** Gives what the subject gives for a number greater by 100. */
const spare = defineCube({
  ...head("spare", "Spare", "예비"),
  inputs: { value: z.number() },
  outputs: {
    value: z.number(),
    parts: z.strictObject({ twice: z.array(z.number()), "a/b": z.strictObject({ "m~n": z.number() }) }),
    big: z.boolean(),
    odd: z.boolean(),
  },
  create: () => ({ process: ({ value }) => give(value + 100) }),
})

/** Fails, and may be tried again, until its host has run for `afterMs`. */
const late = defineCube({
  ...head("late", "Late", "늦게"),
  effect: "read",
  needs: ["clock"],
  config: z.strictObject({ afterMs: z.number() }),
  inputs: { value: z.number() },
  outputs: { value: z.number() },
  create: (_, { afterMs }) => ({
    process({ value }, step) {
      if (step.clock.monotonic() < afterMs) throw new CubeError({ ...PROBE_FAILED, retryable: true })
      return { value }
    },
  }),
})

/** The cubes the table is made of. */
export const probes: readonly AnyCube[] = /* @__PURE__ */ Object.freeze([
  subject,
  sum,
  optional,
  pass,
  passLater,
  nap,
  first,
  either,
  toBytes,
  toNumbers,
  halve,
  called,
  caller,
  carefulCaller,
  draws,
  spare,
  late,
])
