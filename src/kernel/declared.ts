import { type ArrayKind, bytes, float32, float64, int8, int16, int32, type Json, type JsonSchema, type Path, uint16, uint32 } from "cubular/contract"
import * as z from "zod"
import { isLinear } from "./linear.ts"

/** Why a JSON Schema of a document cannot be used: where, and the keyword or what was expected there. */
export class SchemaRefusal extends Error {
  readonly path: Path

  constructor(path: Path, what: string) {
    super(what)
    this.path = path
  }
}

const ARRAYS: { readonly [kind in ArrayKind]: () => z.ZodType } = {
  u8: bytes,
  i8: int8,
  u16: uint16,
  i16: int16,
  u32: uint32,
  i32: int32,
  f32: float32,
  f64: float64,
}

/** Formats by name, in the spellings zod knows: the one with the schema's own pattern is taken, else the first. */
const FORMATS: { readonly [format: string]: readonly (() => z.ZodType)[] } = {
  date: [z.iso.date],
  time: [z.iso.time],
  "date-time": [() => z.iso.datetime({ offset: true }), z.iso.datetime, () => z.iso.datetime({ local: true })],
  email: [z.email],
  uuid: [z.uuid],
  uri: [z.url],
}

const NOTES = "$schema $defs $comment title description examples deprecated default"
const ONE = "string | number | boolean | null"

/**
 * The zod schema of a JSON Schema written in a document. Takes the keywords whose meaning JSON Schema and zod share and
 * refuses every other one, so that nothing a document asks for is silently not checked. Of patterns only those that
 * take linear time: a document from outside must not bring regular expressions that never end.
 *
 * @throws {SchemaRefusal}
 */
export function toZod(schema: Json): z.ZodType {
  return new Reader(schema).read(schema, [])
}

class Reader {
  private readonly root: Json
  private readonly refs = new Map<string, z.ZodType>()

  constructor(root: Json) {
    this.root = root
  }

  read(schema: Json | undefined, path: Path): z.ZodType {
    if (schema === true || schema === undefined) return z.unknown()
    if (schema === false) return z.never()
    return new Node(membersOf(schema, path), path, this).zod()
  }

  reference(ref: Json, path: Path): z.ZodType {
    const name = typeof ref === "string" ? /^#\/\$defs\/([\w.-]+)$/.exec(ref)?.[1] : undefined
    const defs = membersOf((this.root as JsonSchema)["$defs"] ?? {}, path)
    const target = ref === "#" ? this.root : name === undefined || !Object.hasOwn(defs, name) ? undefined : defs[name]
    if (target === undefined) throw new SchemaRefusal(path, "#/$defs/…")
    const key = ref as string
    const known = this.refs.get(key)
    if (known) return known
    // Entered before it is read, so that a schema may contain itself.
    let zod: z.ZodType | undefined
    this.refs.set(key, z.lazy(() => zod as z.ZodType))
    zod = this.read(target, name === undefined ? [] : ["$defs", name])
    return zod
  }
}

/** One schema object; every keyword that is read is ticked off. */
class Node {
  private readonly node: JsonSchema
  private readonly path: Path
  private readonly reader: Reader
  private readonly left: Set<string>

  constructor(node: JsonSchema, path: Path, reader: Reader) {
    this.node = node
    this.path = path
    this.reader = reader
    this.left = new Set(Object.keys(node))
  }

  zod(): z.ZodType {
    const zod = this.main()
    for (const key of this.left)
      if (key === "x-opaque" || !(key.startsWith("x-") || NOTES.split(" ").includes(key))) this.refuse(key, key)
    return zod
  }

  private main(): z.ZodType {
    const kind = this.take("x-bytes")
    if (kind !== undefined)
      return Object.hasOwn(ARRAYS, String(kind)) ? ARRAYS[kind as ArrayKind]() : this.refuse("x-bytes", Object.keys(ARRAYS).join(" | "))
    const ref = this.take("$ref")
    if (ref !== undefined) return this.reader.reference(ref, [...this.path, "$ref"])
    for (const key of ["anyOf", "oneOf"]) {
      if (this.node[key] === undefined) continue
      const branches = this.each(key)
      return key === "anyOf" ? z.union(branches) : z.xor(branches)
    }
    const type = this.take("type")
    const values = "const" in this.node ? [this.take("const")] : this.take("enum")
    if (values !== undefined) return this.values(values as Json)
    if (type === undefined) return z.unknown()
    return z.union((Array.isArray(type) ? type : [type]).map((each) => this.typed(each)))
  }

  private typed(type: Json): z.ZodType {
    switch (type) {
      case "string":
        return this.string()
      case "number":
      case "integer":
        return this.number(type === "integer" ? z.int() : z.number())
      case "boolean":
        return z.boolean()
      case "null":
        return z.null()
      case "array":
        return this.array()
      case "object":
        return this.object()
      default:
        return this.refuse("type", "string | number | integer | boolean | null | array | object")
    }
  }

  private values(values: Json): z.ZodType {
    const scalar = (value: unknown): boolean => value === null || ONE.includes(typeof value)
    if (!Array.isArray(values) || values.length === 0 || !values.every(scalar)) this.refuse("enum", ONE)
    return z.literal(values as string[])
  }

  private string(): z.ZodType {
    const patterns = [this.take("pattern"), ...this.allPatterns()].filter((each) => each !== undefined)
    const format = this.take("format")
    let zod = z.string()
    if (format !== undefined && Object.hasOwn(FORMATS, String(format))) {
      const known = (FORMATS[String(format)] ?? []).map((make) => make() as z.ZodString)
      const exact = known.find((each) => (each._zod.def as { pattern?: RegExp }).pattern?.source === patterns[0])
      if (exact) patterns.shift()
      zod = exact ?? (known[0] as z.ZodString)
    } else if (format !== undefined && patterns.length === 0) this.refuse("format", Object.keys(FORMATS).join(" | "))
    for (const pattern of patterns) {
      if (typeof pattern !== "string" || !isLinear(pattern)) this.refuse("pattern", "^[a-z]+$")
      zod = zod.regex(new RegExp(pattern as string))
    }
    return this.sized(zod, "Length")
  }

  /** Several patterns of one text stand under allOf. */
  private allPatterns(): (Json | undefined)[] {
    const all = this.take("allOf") ?? []
    if (!Array.isArray(all)) this.refuse("allOf", "array")
    return (all as Json[]).map((each, index) => {
      const { pattern, ...rest } = membersOf(each, [...this.path, "allOf", index])
      return Object.keys(rest).length > 0 ? this.refuse("allOf", "pattern") : pattern
    })
  }

  private number(start: z.ZodNumber): z.ZodType {
    let zod = start
    const bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const
    const methods = ["min", "max", "gt", "lt", "multipleOf"] as const
    bounds.forEach((key, index) => {
      const bound = this.take(key)
      if (bound === undefined) return
      if (typeof bound !== "number" || (key === "multipleOf" && bound <= 0)) this.refuse(key, "number")
      zod = zod[methods[index] as "min"](bound as number)
    })
    return zod
  }

  private array(): z.ZodType {
    if (this.node["prefixItems"] === undefined) return this.sized(z.array(this.inner("items")), "Items")
    const items = this.each("prefixItems") as [z.ZodType, ...z.ZodType[]]
    const closed = this.take("items") === false
    // zod's tuples are complete; a list of which some may be missing would need another schema.
    for (const key of ["minItems", "maxItems"]) {
      const size = this.take(key)
      if (size !== items.length && (size !== undefined || key === "minItems")) this.refuse(key, String(items.length))
    }
    return closed ? z.tuple(items) : this.refuse("items", "false")
  }

  private object(): z.ZodType {
    const required = this.take("required") ?? []
    if (!Array.isArray(required)) this.refuse("required", "array")
    const properties = membersOf(this.take("properties") ?? {}, [...this.path, "properties"])
    const shape: { [key: string]: z.ZodType } = {}
    for (const key of new Set([...Object.keys(properties), ...(required as Json[]).map(String)])) {
      const zod = this.reader.read(properties[key], [...this.path, "properties", key])
      shape[key] = (required as Json[]).includes(key) ? zod : zod.optional()
    }
    const closed = this.node["additionalProperties"] === false
    const extra = this.inner("additionalProperties")
    if (this.node["propertyNames"] === undefined) return closed ? z.strictObject(shape) : z.looseObject(shape).catchall(extra)
    if (Object.keys(shape).length > 0 || closed) this.refuse("propertyNames", "additionalProperties")
    return z.partialRecord(this.inner("propertyNames") as z.ZodString, extra)
  }

  private sized<T extends z.ZodType>(start: T, what: string): z.ZodType {
    let zod = start as unknown as z.ZodString
    for (const method of ["min", "max"] as const) {
      const size = this.take(method + what)
      if (size === undefined) continue
      if (!Number.isInteger(size) || (size as number) < 0) this.refuse(method + what, "0, 1, 2 …")
      zod = zod[method](size as number)
    }
    return zod
  }

  private inner(key: string): z.ZodType {
    return this.reader.read(this.take(key), [...this.path, key])
  }

  private each(key: string): z.ZodType[] {
    const list = this.take(key)
    if (!Array.isArray(list) || list.length === 0) this.refuse(key, "array")
    return (list as Json[]).map((schema, index) => this.reader.read(schema, [...this.path, key, index]))
  }

  private take(key: string): Json | undefined {
    this.left.delete(key)
    return this.node[key]
  }

  private refuse(key: string, what: string): never {
    throw new SchemaRefusal([...this.path, key], what)
  }
}

function membersOf(schema: Json, path: Path): JsonSchema {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) throw new SchemaRefusal(path, "object")
  return schema as JsonSchema
}
