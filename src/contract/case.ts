import type { Text } from "./composition.ts"
import type { Cube } from "./define-cube.ts"
import type { Same } from "./port.ts"
import type { Values } from "./run.ts"
import type { Json, Value } from "./value.ts"

interface CaseSetting<Config> {
  /** A sentence about what the case shows. */
  readonly title: Text
  readonly config?: Config | undefined
  /** The run's seed: what random and ids are drawn from. Default: the suite's. */
  readonly seed?: string | undefined
  /** Where the virtual clock stands at the start, in ms since 1970-01-01T00:00Z. Default 0; sleeping moves it on. */
  readonly now?: number | undefined
  /** Origins of the cube's services, as a document would decide them. */
  readonly services?: { readonly [name: string]: string } | undefined
  /** What services answer, by method and address ("GET https://a.example/x?y=1"); what is not listed is unreachable. */
  readonly replies?: { readonly [request: string]: CaseReply } | undefined
  /** What was done on the same host before, one after the other: for cubes that find what was kept. */
  readonly before?: readonly CaseStep[] | undefined
  /** Names of secrets the host has, for this cube and every origin of its services. */
  readonly secrets?: readonly string[] | undefined
}

/** One run made before a case, and a wait: each may be left out. */
export interface CaseStep {
  /** Another cube than the case's; its id, with a range where there are several versions. */
  readonly use?: string
  readonly config?: Json
  readonly inputs?: Values
  /** Ms on the host's clock, after the run. */
  readonly waitMs?: number
}

/** What a service answers in a case. */
export interface CaseReply {
  /** Default 200. */
  readonly status?: number
  readonly headers?: { readonly [name: string]: string }
  /** A text as it is; anything else as JSON. Default none. */
  readonly body?: Json
}

/** One worked example of a cube, as data: what goes in, and what must come out or which code it must fail with. */
export type Case<In = Values, Out = Values, Config = Json> = CaseSetting<Config> &
  (
    | { readonly inputs: In; readonly outputs: Out; readonly error?: undefined }
    // A refusal may show inputs the port types rule out.
    | { readonly inputs: { readonly [port: string]: unknown }; readonly error: string; readonly outputs?: undefined }
  )

/** The cases of one cube: what a `*.cases.ts` file exports. */
export interface CubeCases {
  /** Id of the cube they show. */
  readonly cube: string
  readonly cases: readonly Case[]
}

/** Type variables stand for any value in a case, and a list of its items for a stream. */
type Concrete<T> =
  T extends AsyncIterable<infer Item>
    ? readonly Concrete<Item>[]
    : T extends Same
      ? Value
      : T extends readonly Same[]
        ? readonly Value[]
        : T
/** Ports as cases and scenarios write their values. */
export type ConcretePorts<P> = { readonly [K in keyof P]: Concrete<P[K]> }

/**
 * Worked examples of a cube, typed by its ports.
 *
 * @example export default defineCases(upper, [{ title: { en: "…", ko: "…" }, inputs: { text: "a" }, outputs: { text: "A" } }])
 */
export function defineCases<Id extends string, In, Out, Config>(
  cube: Cube<Id, In, Out, Config>,
  cases: readonly Case<ConcretePorts<In>, ConcretePorts<Out>, Config>[],
): CubeCases {
  return { cube: cube.id, cases: cases as unknown as readonly Case[] }
}
