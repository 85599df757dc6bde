import { type AnyCube, CubeError, defineCube, float64, stream } from "cubular/contract"
import * as z from "zod"

/** Cubes that behave in every way a worker must live with. They are imported after the powers are gone. */
const plain = { version: "1.0.0", color: "feature" } as const
const titled = (text: string): { en: string; ko: string } => ({ en: text, ko: text })

const shout = defineCube({
  ...plain,
  id: "test/shout",
  title: titled("Shout"),
  inputs: { text: z.string() },
  outputs: { text: z.string() },
  create: () => ({ process: ({ text }) => ({ text: text.toUpperCase() }) }),
})

const wait = defineCube({
  ...plain,
  id: "test/wait",
  title: titled("Wait"),
  effect: "pure",
  needs: ["clock"],
  inputs: { ms: z.number() },
  outputs: { done: z.boolean() },
  create: () => ({
    async process({ ms }, step) {
      await step.clock.sleep(ms, step.signal)
      return { done: true }
    },
  }),
})

const never = defineCube({
  ...plain,
  id: "test/never",
  title: titled("Never settle"),
  inputs: {},
  outputs: { done: z.boolean() },
  create: () => ({ process: () => new Promise<{ done: boolean }>(() => undefined) }),
})

const loop = defineCube({
  ...plain,
  id: "test/loop",
  title: titled("Loop for ever"),
  inputs: {},
  outputs: { done: z.boolean() },
  create: () => ({
    process() {
      for (let i = 0; i >= 0; i = (i + 1) % 1_000);
      return { done: true }
    },
  }),
})

const crash = defineCube({
  ...plain,
  id: "test/crash",
  title: titled("Throw outside of any run"),
  inputs: {},
  outputs: { done: z.boolean() },
  create: () => ({
    process() {
      queueMicrotask(() => {
        throw new Error("planted crash")
      })
      return new Promise<{ done: boolean }>(() => undefined)
    },
  }),
})

const quit = defineCube({
  ...plain,
  id: "test/quit",
  title: titled("Close the worker"),
  inputs: {},
  outputs: { done: z.boolean() },
  create: () => ({
    process() {
      ;(self as unknown as { quit(): void }).quit()
      return new Promise<{ done: boolean }>(() => undefined)
    },
  }),
})

const fail = defineCube({
  ...plain,
  id: "test/fail",
  title: titled("Fail"),
  inputs: { limit: z.number() },
  outputs: { done: z.boolean() },
  create: () => ({
    process({ limit }) {
      throw new CubeError({
        code: "test_refused",
        message: "More than {limit} is too much.",
        hint: "Take less than {limit}.",
        path: ["deep", 3],
        params: { limit },
        retryable: true,
      })
    },
  }),
})

const sum = defineCube({
  ...plain,
  id: "test/sum",
  title: titled("Add up"),
  inputs: { items: float64() },
  outputs: { total: z.number(), doubled: float64() },
  create: () => ({
    process: ({ items }) => ({ total: items.reduce((a, b) => a + b, 0), doubled: items.map((item) => item * 2) }),
  }),
})

const powers: Record<string, () => unknown> = {
  fetch: () => fetch("/"),
  "Date.now": () => Date.now(),
  "new Date()": () => new Date(),
  "Math.random": () => Math.random(),
  setTimeout: () => setTimeout(() => undefined, 0),
  indexedDB: () => indexedDB.databases(),
  navigator: () => navigator.onLine,
  postMessage: () => postMessage("forged"),
}

const reach = defineCube({
  ...plain,
  id: "test/reach",
  title: titled("Reach for a power"),
  inputs: { power: z.enum(Object.keys(powers) as [string, ...string[]]) },
  outputs: { got: z.string() },
  create: () => ({ process: ({ power }) => ({ got: String(powers[power]?.()) }) }),
})

const violations = defineCube({
  ...plain,
  id: "test/violations",
  title: titled("Count violations of the page's policy"),
  inputs: { provoke: z.boolean() },
  outputs: { directives: z.array(z.string()) },
  effect: "pure",
  needs: ["clock"],
  create: () => ({
    async process({ provoke }, step) {
      try {
        if (provoke) new Function("")
      } catch {}
      await step.clock.sleep(20)
      return { directives: (self as unknown as { violations: string[] }).violations }
    },
  }),
})

const compute = defineCube({
  ...plain,
  id: "test/compute",
  title: titled("Compute in WebAssembly"),
  needs: ["wasm:two"],
  inputs: {},
  outputs: { got: z.number() },
  create({ wasm }) {
    const { two } = new WebAssembly.Instance(wasm.two as WebAssembly.Module).exports
    return { process: () => ({ got: (two as () => number)() }) }
  },
})

/** How many items all streams of this thread gave, and how many of them were closed. */
const counted = { given: 0, closed: 0 }

const seen = defineCube({
  ...plain,
  id: "test/seen",
  title: titled("Tell what streams did"),
  inputs: {},
  outputs: { given: z.number(), closed: z.number() },
  create: () => ({ process: () => ({ ...counted }) }),
})

const count = defineCube({
  ...plain,
  id: "test/count",
  title: titled("Count as a stream"),
  inputs: { to: z.number(), failAt: z.number() },
  outputs: { numbers: stream(z.number()), evens: stream(z.number()), last: z.number() },
  create: () => ({
    process({ to, failAt }) {
      let last = 0
      async function* numbers(step: number): AsyncGenerator<number> {
        try {
          for (let n = 0; n < to; n += step) {
            if (n === failAt)
              throw new CubeError({ code: "test_boom", message: "Boom at {n}.", hint: "…", params: { n } })
            counted.given++
            last = n
            yield n
          }
        } finally {
          counted.closed++
        }
      }
      return { numbers: numbers(1), evens: numbers(2), last: () => last }
    },
  }),
})

const upto = defineCube({
  ...plain,
  id: "test/upto",
  title: titled("Add up to a limit"),
  inputs: { numbers: stream(z.number()), most: z.number() },
  outputs: { total: z.number() },
  create: () => ({
    async process({ numbers, most }) {
      let total = 0
      for await (const n of numbers) {
        total += n
        if (total >= most) break
      }
      return { total }
    },
  }),
})

const double = defineCube({
  ...plain,
  id: "test/double",
  title: titled("Double each"),
  inputs: { numbers: stream(z.number()) },
  outputs: { doubled: stream(z.number()) },
  create: () => ({
    process: ({ numbers }) => ({
      doubled: (async function* () {
        for await (const n of numbers) yield n * 2
      })(),
    }),
  }),
})

export const cubes: readonly AnyCube[] = [
  ...[compute, shout, wait, never, loop, crash, quit, fail, sum, reach, violations],
  ...[seen, count, upto, double],
]

const one = (cube: string, inputs: readonly string[], outputs: readonly string[]): object => ({
  format: 1,
  id: cube,
  version: "1.0.0",
  cubes: { only: { use: `test/${cube}`, in: Object.fromEntries(inputs.map((name) => [name, `@${name}`])) } },
  outputs: Object.fromEntries(outputs.map((name) => [name, `only.${name}`])),
})

/** A composition of each cube alone, under the cube's name; "shout" has a second version. */
export const compositions = [
  one("shout", ["text"], ["text"]),
  { ...one("shout", ["text"], ["text"]), version: "1.10.0", outputs: { loud: "only.text" } },
  { ...one("shout", ["text"], ["text"]), version: "1.9.0", outputs: { older: "only.text" } },
  one("wait", ["ms"], ["done"]),
  one("never", [], ["done"]),
  one("loop", [], ["done"]),
  one("crash", [], ["done"]),
  one("quit", [], ["done"]),
  one("fail", ["limit"], ["done"]),
  one("sum", ["items"], ["total", "doubled"]),
  one("reach", ["power"], ["got"]),
  one("compute", [], ["got"]),
  one("seen", [], ["given", "closed"]),
  one("count", ["to", "failAt"], ["numbers", "evens", "last"]),
  one("upto", ["numbers", "most"], ["total"]),
  one("double", ["numbers"], ["doubled"]),
  one("violations", ["provoke"], ["directives"]),
] as never[]
