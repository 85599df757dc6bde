import {
  type AnyCube,
  bytes,
  type Cube,
  type CubeCases,
  defineCases,
  defineCube,
  float64,
  list,
  type Step,
  same,
  secret,
} from "cubular/contract"
import { describe, expectTypeOf, test } from "vitest"
import * as z from "zod"
import { type digest, first, type pass, pillars, reading, sum } from "./cubes.ts"

const head = { version: "1.0.0", color: "feature", title: { en: "…", ko: "…" } } as const

describe("process without annotations", () => {
  test("knows inputs, defaults, config and step", () => {
    defineCube({
      ...head,
      id: "test/inputs",
      config: z.strictObject({ lang: z.enum(["en", "ko"]).default("ko"), key: secret().optional() }),
      inputs: {
        text: z.string(),
        limit: z.number().default(3),
        maybe: z.boolean().optional(),
        pair: z.tuple([z.string(), z.number()]),
        kind: z.union([z.literal("a"), z.literal(1)]),
        data: bytes(),
        numbers: float64().optional(),
        items: list(same("T")),
      },
      outputs: {},
      create: (setup, config) => {
        expectTypeOf(config.lang).toEqualTypeOf<"en" | "ko">()
        expectTypeOf(setup.wasm).toEqualTypeOf<{ readonly [name: string]: WebAssembly.Module }>()
        return {
          process: (inputs, step) => {
            expectTypeOf(inputs.text).toEqualTypeOf<string>()
            expectTypeOf(inputs.limit).toEqualTypeOf<number>()
            expectTypeOf(inputs.maybe).toEqualTypeOf<boolean | undefined>()
            expectTypeOf(inputs.pair).toEqualTypeOf<[string, number]>()
            expectTypeOf(inputs.kind).toEqualTypeOf<"a" | 1>()
            expectTypeOf(inputs.data).toEqualTypeOf<Uint8Array<ArrayBuffer>>()
            expectTypeOf(inputs.numbers).toEqualTypeOf<Float64Array<ArrayBuffer> | undefined>()
            expectTypeOf(step).toExtend<Step>()
            return {}
          },
        }
      },
    })
  })

  test("returns enums, tuples and unions without `as const`, early or late, sync or not", () => {
    defineCube({
      ...head,
      id: "test/outputs",
      inputs: { text: z.string() },
      outputs: {
        kind: z.enum(["a", "b"]),
        pair: z.tuple([z.string(), z.literal(2)]),
        shape: z.discriminatedUnion("is", [
          z.strictObject({ is: z.literal("dot") }),
          z.strictObject({ is: z.literal("line"), length: z.number() }),
        ]),
        more: z.array(z.enum(["x", "y"])).optional(),
        data: bytes(),
      },
      create: async () => ({
        async process({ text }) {
          const data = new Uint8Array(1)
          if (text === "") return { kind: "a", pair: [text, 2], shape: { is: "dot" }, data }
          return { kind: "b", pair: ["", 2], shape: { is: "line", length: 1 }, more: ["x"], data }
        },
      }),
    })
  })

  test("returns them without parameters too", () => {
    const outputs = {
      kind: z.enum(["a", "b"]),
      pair: z.tuple([z.string(), z.literal(2)]),
      shape: z.discriminatedUnion("is", [
        z.strictObject({ is: z.literal("dot") }),
        z.strictObject({ is: z.literal("line"), length: z.number() }),
      ]),
      list: z.union([z.literal("p"), z.array(z.literal("q"))]),
    }
    const inputs = { text: z.string() }
    const id = "test/bare"
    defineCube({
      ...head,
      id,
      inputs,
      outputs,
      create: () => ({ process: () => ({ kind: "a", pair: ["", 2], shape: { is: "dot" }, list: ["q"] }) }),
    })
    defineCube({
      ...head,
      id,
      inputs,
      outputs,
      create: async () => ({
        async process() {
          return { kind: "b", pair: ["", 2], shape: { is: "line", length: 1 }, list: "p" }
        },
      }),
    })
    defineCube({
      ...head,
      id,
      inputs,
      outputs: { kind: outputs.kind, more: z.array(outputs.kind).optional() },
      create: () => ({
        process(inputs, step) {
          if (step.path === "") return { kind: "a" }
          return inputs.text === "" ? { kind: "b" } : { kind: "b", more: ["a", "b"] }
        },
      }),
    })
  })

  test("may return readonly values and belong to a class instance", () => {
    class Counter {
      readonly step = 2
      process({ items }: { items: number[] }): { total: number; seen: readonly number[] } {
        return { total: items.length * this.step, seen: Object.freeze(items) }
      }
      start(): void {}
      health(): { status: "healthy"; checks: [] } {
        return { status: "healthy", checks: [] }
      }
    }
    defineCube({
      ...head,
      id: "test/class",
      inputs: { items: z.array(z.number()) },
      outputs: { total: z.number(), seen: z.array(z.number()) },
      create: () => new Counter(),
    })
  })

  test("has dependencies that follow from config, and compensates with its own types", () => {
    defineCube({
      ...head,
      id: "test/rest",
      effect: "write",
      needs: ["clock", "wasm:saju"],
      config: z.strictObject({ cube: z.string() }),
      inputs: { text: z.string() },
      outputs: { id: z.string() },
      dependencies: (config) => ({ [config.cube]: "^1" }),
      create: () => ({
        process: ({ text }) => ({ id: text }),
        compensate: (inputs, outputs) => {
          expectTypeOf(inputs).toEqualTypeOf<{ text: string }>()
          expectTypeOf(outputs).toEqualTypeOf<{ id: string }>()
        },
      }),
    })
  })
})

describe("publishing", () => {
  const publishes = {
    "test.done": z.strictObject({ kind: z.enum(["a", "b"]), n: z.number().optional() }),
    "test.failed": z.strictObject({ why: z.array(z.string()) }),
  }

  test("takes the cube's own topics, each with its own data", () => {
    defineCube({
      ...head,
      id: "test/publishes",
      effect: "write",
      inputs: {},
      outputs: {},
      publishes,
      create: () => ({
        process: (_, step) => {
          step.publish("test.done", { kind: "a" })
          step.publish("test.done", { kind: "b", n: 1 }, { partitionKey: "k", subject: "s" })
          step.publish("test.failed", { why: ["x"] as const })
          // @ts-expect-error no such topic
          step.publish("test.doen", { kind: "a" })
          // @ts-expect-error the other topic's data
          step.publish("test.failed", { kind: "a" })
          // @ts-expect-error not one of the words
          step.publish("test.done", { kind: "c" })
          // @ts-expect-error no such member
          step.publish("test.done", { kind: "a", m: 1 })
          // @ts-expect-error no such option
          step.publish("test.done", { kind: "a" }, { partitionkey: "k" })
          expectTypeOf(step).toExtend<Step>()
          return {}
        },
      }),
    })
  })

  test("is nothing for a cube without topics", () => {
    defineCube({
      ...head,
      id: "test/silent",
      inputs: {},
      outputs: {},
      create: () => ({
        process: (_, step) => {
          // @ts-expect-error it publishes nothing
          step.publish("test.done", {})
          return {}
        },
      }),
    })
  })
})

describe("a cube", () => {
  test("carries the plain types of its values", () => {
    expectTypeOf(sum).toEqualTypeOf<
      Cube<"test/sum", { items: number[]; factor?: number | undefined }, { total: number }, undefined>
    >()
    type Config = NonNullable<(typeof reading)["~types"]>["config"]
    expectTypeOf<Config>().toEqualTypeOf<{ lang: "en" | "ko"; length?: number | undefined }>()
    expectTypeOf<NonNullable<(typeof digest)["~types"]>["in"]>().toEqualTypeOf<{ data: Uint8Array }>()
  })

  test("is an AnyCube", () => {
    expectTypeOf<typeof sum>().toExtend<AnyCube>()
    expectTypeOf<typeof pass>().toExtend<AnyCube>()
    expectTypeOf([pillars, reading, first]).toExtend<readonly AnyCube[]>()
  })

  test("has cases typed by its ports; a refusal may show anything", () => {
    const cases = defineCases(first, [
      { title: head.title, inputs: { items: ["a", 1, null] }, outputs: { item: "a" } },
      { title: head.title, inputs: { items: 1, more: true }, error: "inputs_refused" },
    ])
    expectTypeOf(cases).toEqualTypeOf<CubeCases>()
  })
})
