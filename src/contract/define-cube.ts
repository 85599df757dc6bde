import {
  cube_field_malformed,
  cube_id_malformed,
  cube_version_malformed,
  effect_missing,
  need_unknown,
  port_name_malformed,
  publish_without_write,
  stream_misplaced,
  topic_malformed,
} from "cubular/messages/en"
import type * as z from "zod"
import { CUBE_ID_PATTERN, NAME_PATTERN, type Text, VERSION_PATTERN } from "./composition.ts"
import type { AnyCube, Awaitable, Color, Effect, Health, Ports, Service, Setup } from "./cube.ts"
import { TOPIC_PATTERN } from "./message.ts"
import { isStream } from "./port.ts"
import type { Step, StepOf } from "./run.ts"
import { refuse, refuseUnportable } from "./schema.ts"
import type { StoreUse } from "./stores/stores.ts"
import type { Json, NumericArray } from "./value.ts"

/** Host powers a cube may ask for. */
export type Need = "clock" | "random" | "ids" | "http" | "secrets" | "stores" | "messages" | "locks" | `wasm:${string}`

// Inferred once more so that messages show the members instead of this name.
type Flat<T> = T extends infer U ? { [K in keyof U]: U[K] } : never

/** Ports that may be absent: their type has `undefined` and is not `unknown`. */
type Optional<P extends Ports, M extends "input" | "output"> = {
  [K in keyof P]: undefined extends P[K]["_zod"][M] ? (unknown extends P[K]["_zod"][M] ? never : K) : never
}[keyof P]

/** Ports as the plain types of their values. */
export type PortValues<P extends Ports, M extends "input" | "output"> = Flat<
  { -readonly [K in Exclude<keyof P, Optional<P, M>>]: P[K]["_zod"][M] } & {
    -readonly [K in Optional<P, M>]?: P[K]["_zod"][M] | undefined
  }
>

/** What is returned may be readonly all the way down. Types that take any JSON are replaced whole: they are recursive. */
export type DeepReadonly<T> = [z.core.util.JSONType] extends [T] ? T | Json : ReadonlyParts<T>
type ReadonlyParts<T> = T extends NumericArray
  ? T
  : T extends AsyncIterable<infer Item>
    ? AsyncIterable<DeepReadonly<Item>>
    : T extends Late<infer Value>
      ? Late<DeepReadonly<Value>>
      : T extends object
        ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
        : T

/** A value that is known when the streams beside it are over: asked for then, drained or not. */
export type Late<T> = () => Awaitable<T>

/** What `process` gives. Beside streams, a function gives the value when they are over. */
export type Given<Out> = [Extract<Out[keyof Out], AsyncIterable<unknown>>] extends [never]
  ? Out
  : { [K in keyof Out]: Out[K] extends AsyncIterable<unknown> ? Out[K] : Out[K] | Late<Out[K]> }

/** What an instance may have besides `process`. */
export interface Life<In, Out> {
  start?(): Awaitable<void>
  stop?(): Awaitable<void>
  destroy?(): Awaitable<void>
  health?(): Awaitable<Health>
  /** Undoes what `process` did, in a saga. */
  compensate?(inputs: In, outputs: Out, step: Step): Awaitable<void>
}

/**
 * What `create` returns. P and R stand for what `process` returns, sync and async; being `const` type parameters they
 * keep its literals and tuples, also where `process` has no parameters and TypeScript reads it before it knows the ports.
 * One function type for both would not do: a promise hides P, and a union would split the returns of P.
 */
export type Instance<In, Out, P, R, Topics> = Life<In, Out> & {
  readonly process:
    | ((inputs: In, step: StepOf<Topics>) => P & Gives<P, Out>)
    | ((inputs: In, step: StepOf<Topics>) => Promise<R & Gives<R, Out>>)
}

/** What a cube publishes, as the plain types of its topics' data. */
export type TopicValues<T extends Ports> = Flat<{ readonly [K in keyof T]: DeepReadonly<T[K]["_zod"]["input"]> }>

/** Of a cube that publishes nothing. */
export type NoTopics = { readonly [topic in never]: z.ZodType }

/** Nothing more to ask of what fits; else what is wrong, at the member it is wrong about. */
type Gives<P, Out> = [Awaited<P>] extends [DeepReadonly<Out>]
  ? [Exclude<KeysOfUnion<Awaited<P>>, keyof Out>] extends [never]
    ? unknown
    : { "not an output": Exclude<KeysOfUnion<Awaited<P>>, keyof Out> }
  : P extends Promise<infer R>
    ? Promise<Members<R, Out>>
    : Members<P, Out>
type Members<R, Out> = Out extends infer T
  ? { readonly [K in keyof T]: Member<R extends { readonly [_ in K]?: infer V } ? V : never, T[K]> }
  : never
type Member<V, T> = [V] extends [never] ? DeepReadonly<T> : [V] extends [DeepReadonly<T>] ? V : { gives: V; takes: T }
type KeysOfUnion<T> = T extends T ? keyof T : never

/** What `defineCube` takes. Port schemas describe values and never change them. */
export interface CubeSpec<
  Id extends string,
  I extends Ports,
  O extends Ports,
  C extends z.ZodType,
  T extends Ports = Ports,
> {
  /** family/name: file path and import path too. Never changes. */
  readonly id: Id
  /** Semver of ports and meaning. */
  readonly version: string
  readonly color: Color
  readonly title: Text
  readonly summary?: Text
  /** Settings fixed when the cube is placed; defaults and `secret()` may stand inside. */
  readonly config?: C
  readonly inputs: I
  readonly outputs: O
  /** Powers of the host the cube uses. Default none. */
  readonly needs?: readonly Need[]
  readonly services?: { readonly [name: string]: Service }
  /** Cubes it may call with `step.call`: id → version range. */
  readonly dependencies?:
    | { readonly [id: string]: string }
    | ((config: z.output<C>) => { readonly [id: string]: string })
  /** Names it can be found by. */
  readonly provides?: readonly string[]
  /** Topic → schema of the data of the messages it publishes. They go through the host's power `messages`. */
  readonly publishes?: T
  /**
   * Stores it uses, by its config, for a cube that needs `stores`: it is given no others, and a backup of a composition holds
   * them. A cube without it may use any.
   */
  readonly opens?: (config: z.output<C>) => readonly StoreUse[]
  /** What may be cached, replayed and retried. Default "pure" for a cube whose only needs are WebAssembly modules. */
  readonly effect?: Effect
}

/** A cube with the plain types of its values; all of it but the types is an `AnyCube`. */
export interface Cube<Id extends string, In, Out, ConfigInput> extends AnyCube {
  readonly id: Id
  /** Only for the compiler: never there when running. */
  readonly "~types"?: { readonly in: In; readonly out: Out; readonly config: ConfigInput }
}

/**
 * Declares a cube: what it takes, gives and needs, and how an instance of it is made. Nothing runs but the checks.
 *
 * @throws {CubeError} when the id, version, a port name, a need or a schema cannot be accepted (`cube_id_malformed`,
 * `schema_changes_values`, …); `path` leads to the part of the definition.
 *
 * @example
 * export default defineCube({
 *   id: "text/upper", version: "1.0.0", color: "feature", effect: "pure", title: { en: "Upper case", ko: "대문자" },
 *   inputs: { text: z.string() }, outputs: { text: z.string() },
 *   create: () => ({ process: ({ text }) => ({ text: text.toUpperCase() }) }),
 * })
 */
export function defineCube<
  const Id extends string,
  I extends Ports,
  O extends Ports,
  const P,
  const R,
  C extends z.ZodType = z.ZodUndefined,
  T extends Ports = NoTopics,
>(
  spec: CubeSpec<Id, I, O, C, T> & {
    /** Makes an instance for one placed cube; sync or async. Captures nothing that changes. */
    readonly create: (
      setup: Setup,
      config: z.output<C>,
    ) => Awaitable<Instance<PortValues<I, "output">, Given<PortValues<O, "input">>, P, R, TopicValues<T>>>
  },
): Cube<Id, PortValues<I, "input">, PortValues<O, "input">, z.input<C>> {
  const given = spec as unknown as GivenSpec
  checkWords(given)
  const cube: AnyCube = {
    id: given.id,
    version: given.version,
    color: given.color,
    title: given.title,
    summary: given.summary,
    config: given.config,
    inputs: given.inputs,
    outputs: given.outputs,
    needs: given.needs ?? [],
    services: given.services ?? {},
    dependencies: given.dependencies ?? {},
    provides: given.provides ?? [],
    publishes: given.publishes ?? {},
    opens: given.opens,
    effect: given.effect ?? "pure",
    create: given.create,
  }
  checkSchemas(cube)
  if (Object.keys(cube.publishes).length > 0 && cube.effect !== "write")
    refuse(publish_without_write, ["effect"], { effect: cube.effect })
  return Object.freeze(cube) as Cube<Id, PortValues<I, "input">, PortValues<O, "input">, z.input<C>>
}

type GivenSpec = Omit<CubeSpec<string, Ports, Ports, z.ZodType>, "dependencies" | "opens"> &
  Pick<AnyCube, "create"> & { readonly dependencies?: AnyCube["dependencies"]; readonly opens?: AnyCube["opens"] }

const colors = "feature|network|data|security|monitoring|ui|integration"
const effects = "pure|read|write"
const needs = "clock|random|ids|http|secrets|stores|messages|locks|wasm:[a-z][a-z0-9-]*"

function checkWords(spec: GivenSpec): void {
  const isText = (text: Text | undefined): boolean => typeof text?.en === "string" && typeof text.ko === "string"
  expect(isObject(spec), "spec", "{ id, … }")
  if (!matches(CUBE_ID_PATTERN, spec.id)) refuse(cube_id_malformed, ["id"], { id: asText(spec.id) })
  if (!matches(VERSION_PATTERN, spec.version))
    refuse(cube_version_malformed, ["version"], { version: asText(spec.version) })
  expect(oneOf(colors, spec.color), "color", colors)
  expect(isText(spec.title), "title", "{ en, ko }")
  expect(spec.summary === undefined || isText(spec.summary), "summary", "{ en, ko }")
  expect(typeof spec.create === "function", "create", "() => …")
  expect(spec.effect === undefined || oneOf(effects, spec.effect), "effect", effects)
  checkNeeds(spec)
}

function checkNeeds(spec: GivenSpec): void {
  const asked = spec.needs ?? []
  expect(Array.isArray(asked), "needs", "[…]")
  asked.forEach((need, index) => {
    if (!oneOf(needs, need)) refuse(need_unknown, ["needs", index], { need: asText(need), known: needs.split("|") })
  })
  const telling = asked.filter((need) => !need.startsWith("wasm:"))
  if (spec.effect === undefined && telling.length > 0) refuse(effect_missing, ["effect"], { needs: telling })
}

function checkSchemas(cube: AnyCube): void {
  if (cube.config !== undefined) refuseUnportable(cube.config, "config", ["config"])
  for (const field of ["inputs", "outputs", "publishes"] as const) {
    expect(isObject(cube[field]), field, "{ name: schema }")
    for (const [name, schema] of Object.entries(cube[field])) {
      if (!matches(field === "publishes" ? TOPIC_PATTERN : NAME_PATTERN, name))
        refuse(field === "publishes" ? topic_malformed : port_name_malformed, [field, name], { name })
      refuseUnportable(schema, field === "inputs" ? "input" : "output", [field, name])
      if (field === "publishes" && isStream(schema)) refuse(stream_misplaced, [field, name])
    }
  }
}

function isObject(given: unknown): boolean {
  return typeof given === "object" && given !== null
}

function matches(pattern: RegExp, text: unknown): boolean {
  return typeof text === "string" && pattern.test(text)
}

function oneOf(words: string, word: unknown): boolean {
  return matches(new RegExp(`^(?:${words})$`), word)
}

function asText(given: unknown): string {
  return typeof given === "string" ? given : typeof given
}

function expect(met: boolean, field: string, takes: string): void {
  if (!met) refuse(cube_field_malformed, field === "spec" ? [] : [field], { field, takes })
}
