import type { CompositionDocument, DataSource, PlacedCube, Text } from "./composition.ts"
import type { AnyCube, Ports } from "./cube.ts"
import type { PortValues } from "./define-cube.ts"
import { encodeJson } from "./json-value.ts"
import { deepFreeze, portManifest, toJsonSchema, toManifest } from "./manifest.ts"
import type { PolicyData } from "./policy.ts"
import type { Json, Value } from "./value.ts"
import type { CheckCubes, CheckOutputs, Outputs, PlacedShape } from "./wire.ts"

/** A typed composition with its types erased. */
export interface AnyComposition {
  readonly id: string
  readonly version: string
  /** Every cube it places, and the documents of the compositions it places, theirs too: what a registry needs. */
  readonly registry: readonly (AnyCube | CompositionDocument)[]
  /** Exactly the document: made once, frozen. */
  toJSON(): CompositionDocument
}

/** What `composition` returns: can be run, registered, and placed in another literal. */
export interface TypedComposition<In, Out> extends AnyComposition {
  /** Only for the compiler: never there when running. */
  readonly "~types"?: { readonly in: In; readonly out: Out; readonly config: undefined }
}

/** One placed cube of a typed literal. */
export interface PlacedLiteral extends PlacedShape {
  readonly use: AnyCube | AnyComposition
  readonly policy?: PolicyData
  readonly final?: boolean
}

/** What `composition` takes besides `inputs`, `cubes` and `outputs`: as in the document. */
export interface CompositionHead {
  readonly id: string
  readonly version: string
  readonly title?: Text
  readonly mode?: "run" | "saga"
  readonly services?: { readonly [name: string]: { readonly origin: string } }
  readonly on?: { readonly [topic: string]: { readonly in: { readonly [name: string]: DataSource } } }
  readonly emit?: { readonly [topic: string]: string }
  readonly layout?: Json
}

/**
 * A composition written in TypeScript: the document's shape, with cubes in place of their ids and zod schemas as inputs.
 * Wrong refs, pointers, constants, config and missing or unknown inputs do not compile, at the wrong line, with both
 * types in the message.
 *
 * @example
 * composition({
 *   id: "greeting", version: "1.0.0",
 *   inputs: { name: z.string() },
 *   cubes: { loud: { use: upper, in: { text: "@name" } } },
 *   outputs: { text: "loud.text" },
 * })
 */
export function composition<
  const Cs extends { readonly [id: string]: PlacedLiteral },
  const Os extends { readonly [name: string]: string },
  // biome-ignore lint/complexity/noBannedTypes: no inputs
  I extends Ports = {},
>(
  literal: CompositionHead & {
    readonly inputs?: I
    readonly cubes: Cs & CheckCubes<Cs, PortValues<I, "output">>
    readonly outputs: Os & CheckOutputs<Os, PortValues<I, "output">, Cs>
  },
): TypedComposition<PortValues<I, "input">, Outputs<Os, PortValues<I, "output">, Cs>> {
  const given = literal as unknown as GivenLiteral
  let document: CompositionDocument | undefined
  return Object.freeze({
    id: given.id,
    version: given.version,
    registry: Object.freeze(registryOf(given.cubes)),
    toJSON(): CompositionDocument {
      document ??= deepFreeze(documentOf(given))
      return document
    },
  })
}

interface GivenLiteral extends CompositionHead {
  readonly inputs?: Ports
  readonly cubes: { readonly [id: string]: PlacedLiteral }
  readonly outputs: { readonly [name: string]: string }
}

function registryOf(cubes: GivenLiteral["cubes"]): (AnyCube | CompositionDocument)[] {
  const entries = Object.values(cubes).flatMap(({ use }) =>
    isComposition(use) ? [...use.registry, use.toJSON()] : [use],
  )
  return [...new Set(entries)]
}

function isComposition(use: AnyCube | AnyComposition): use is AnyComposition {
  return "toJSON" in use
}

function documentOf(literal: GivenLiteral): CompositionDocument {
  const { id, version, title, mode, inputs, services, cubes, outputs, on, emit, layout } = literal
  return given({
    format: 1,
    id,
    version,
    title,
    mode,
    inputs: inputs && each(inputs, (schema, name) => inputOf(name, schema, cubes)),
    services,
    cubes: each(cubes, placedOf),
    outputs: { ...outputs },
    on,
    emit,
    layout,
  }) as unknown as CompositionDocument
}

/** A copy without what is undefined: members keep the order of the document format. */
function given<T extends object>(all: T): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T
}

function each<T, R>(entries: { readonly [key: string]: T }, make: (entry: T, key: string) => R): { [key: string]: R } {
  return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, make(entry, key)]))
}

function placedOf(placed: PlacedLiteral): PlacedCube {
  const { use, config, when, after, policy, final } = placed
  const name = isComposition(use) ? `composition:${use.id}` : use.id
  return given({
    use: `${name}@^${use.version}`,
    config: config as Json | undefined,
    in: placed.in && each(placed.in, sourceOf),
    when,
    after,
    policy,
    final,
  }) as PlacedCube
}

function sourceOf(source: unknown): Json {
  if (typeof source === "string" || Array.isArray(source)) return source
  return { value: encodeJson((source as { value: Value }).value, ["value"]) }
}

/** A ref to the port it feeds where that has the same schema, so that the port's own checks hold; else JSON Schema. */
function inputOf(name: string, schema: Ports[string], cubes: GivenLiteral["cubes"]): Json {
  const port = portManifest(schema, "input")
  for (const { use, in: wires } of Object.values(cubes)) {
    if (isComposition(use)) continue
    for (const [to, source] of Object.entries(wires ?? {}))
      if (source === `@${name}` && sameSchema(toManifest(use).inputs[to]?.schema, port.schema))
        return { $ref: `cube:${use.id}#/inputs/${to}` }
  }
  return toJsonSchema(schema, "input")
}

function sameSchema(a: Json | undefined, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
