import * as z from "zod"
import type { Text } from "./composition.ts"
import type { AnyCube, CubeManifest, JsonSchema, PortManifest, Ports } from "./cube.ts"
import { encodeJson } from "./json-value.ts"
import { defOf, hasFlags, isOpaque, metaOf } from "./schema.ts"
import type { Json, Value } from "./value.ts"

const made = /* @__PURE__ */ new WeakMap<AnyCube, CubeManifest>()

/**
 * Everything of a cube but its code, as frozen JSON. The same definition always gives the same manifest, members in
 * the same order; it is made once per cube.
 */
export function toManifest(cube: AnyCube): CubeManifest {
  const known = made.get(cube)
  if (known) return known
  const manifest = deepFreeze<CubeManifest>({
    id: cube.id,
    version: cube.version,
    color: cube.color,
    title: cube.title,
    ...(cube.summary && { summary: cube.summary }),
    ...(cube.config && { config: toJsonSchema(cube.config, "input") }),
    configRequired: cube.config !== undefined && cube.config._zod.optin === undefined,
    inputs: each(cube.inputs, (schema) => portManifest(schema, "input")),
    outputs: each(cube.outputs, (schema) => portManifest(schema, "output")),
    needs: [...cube.needs],
    services: structured(cube.services),
    dependencies: typeof cube.dependencies === "function" ? "config" : { ...cube.dependencies },
    provides: [...cube.provides],
    publishes: each(cube.publishes, (schema) => toJsonSchema(schema, "output")),
    effect: cube.effect,
  })
  made.set(cube, manifest)
  return manifest
}

/** One port as it stands in a manifest. */
export function portManifest(schema: z.ZodType, side: "input" | "output"): PortManifest {
  const { title, "x-title": titles, ...json } = toJsonSchema(schema, side)
  const { unit, personal } = metaOf(schema)
  return {
    schema: json,
    required: (side === "input" ? schema._zod.optin : schema._zod.optout) === undefined,
    ...(title !== undefined && { title: (titles ?? { en: title, ko: title }) as unknown as Text }),
    ...(typeof unit === "string" && { unit }),
    ...(personal === true && { personal: true as const }),
  }
}

/**
 * JSON Schema 2020-12 of a zod schema, with our annotations (see `PortManifest`). Each schema is a document of its own:
 * "#" in a `$ref` is its root. Lengths of texts count UTF-16 code units, as zod does. A `default` has the encoded JSON
 * form of values.
 */
export function toJsonSchema(schema: z.ZodType, side: "input" | "output"): JsonSchema {
  const { $schema, ...json } = z.toJSONSchema(schema, { io: side, unrepresentable: "any", override: annotate })
  return json as unknown as JsonSchema
}

type Override = NonNullable<z.core.ToJSONSchemaParams["override"]>

function annotate({ zodSchema, jsonSchema }: Parameters<Override>[0]): void {
  const json = jsonSchema as { [key: string]: unknown }
  const schema = zodSchema as unknown as z.ZodType
  const { title, unit, personal } = json
  if (typeof title === "object" && title !== null) {
    json["x-title"] = title
    json.title = (title as Text).en
  }
  rename(json, "unit", typeof unit === "string" ? unit : undefined)
  rename(json, "personal", personal === true ? true : undefined)
  if (isOpaque(schema)) json["x-opaque"] = true
  // A flag changes what a pattern means, and JSON Schema has no place for flags: better no pattern than another one.
  if (hasFlags(schema)) {
    delete json.pattern
    delete json.allOf
  }
  // Member names are always texts.
  if (JSON.stringify(json.propertyNames) === '{"type":"string"}') delete json.propertyNames
  const def = defOf(schema)
  if (def?.type === "default") json.default = encodeJson(def.defaultValue as Value)
}

function rename(json: { [key: string]: unknown }, name: string, value: Json | undefined): void {
  delete json[name]
  if (value !== undefined) json[`x-${name}`] = value
}

function each<T>(ports: Ports, make: (schema: z.ZodType) => T): { [name: string]: T } {
  return Object.fromEntries(Object.entries(ports).map(([name, schema]) => [name, make(schema)]))
}

/** A copy that shares nothing, so that freezing it freezes nobody's literal. */
function structured<T>(plain: T): T {
  return JSON.parse(JSON.stringify(plain)) as T
}

/** Freezes plain data all the way down. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
