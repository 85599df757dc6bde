import {
  type ArrayKind,
  bytes,
  float32,
  float64,
  int8,
  int16,
  int32,
  type Json,
  type JsonSchema,
  type Path,
  stream,
  uint16,
  uint32,
} from "cubular/contract"
import * as z from "zod"
import { isLinear } from "./linear.ts"
import { isMembers } from "./shape.ts"

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

const BOUNDS = [
  ["minimum", "min"],
  ["maximum", "max"],
  ["exclusiveMinimum", "gt"],
  ["exclusiveMaximum", "lt"],
  ["multipleOf", "multipleOf"],
] as const
const NOTES = "$schema $defs $comment title description examples deprecated default"
const ONE = "string | number | boolean | null"

/**
 * The zod schema of a JSON Schema written in a document. Takes the keywords whose meaning JSON Schema and zod share and
 * refuses every other one, so that nothing a document asks for is silently not checked. Of patterns only those that
 * take linear time: a document from outside must not bring regular expressions that never end.
 *
 * @param report - Told every part that cannot be used: where, and the keyword or what was expected there. When it was
 * told anything, the result is of no use.
 */
export function toZod(schema: Json, report: (path: Path, what: string) => void): z.ZodType {
  return new Reader(schema, report).read(schema, [])
}

class Reader {
  readonly report: (path: Path, what: string) => void
  private readonly root: Json
  private readonly refs = new Map<string, z.ZodType>()

  constructor(root: Json, report: (path: Path, what: string) => void) {
    this.root = root
    this.report = report
  }

  read(schema: Json | undefined, path: Path): z.ZodType {
    if (schema === true || schema === undefined) return z.unknown()
    if (schema === false) return z.never()
    return isMembers(schema) ? new Node(schema as JsonSchema, path, this).zod() : this.refuse(path, "object")
  }

  refuse(path: Path, what: string): z.ZodType {
    this.report(path, what)
    return z.never()
  }

  reference(ref: Json, path: Path): z.ZodType {
    const key = String(ref)
    const name = /^#\/\$defs\/([\w.-]+)$/.exec(key)?.[1]
    const defs = isMembers(this.root) ? this.root.$defs : undefined
    const target =
      key === "#"
        ? this.root
        : isMembers(defs) && name !== undefined && Object.hasOwn(defs, name)
          ? (defs[name] as Json)
          : undefined
    if (target === undefined) return this.refuse(path, "#/$defs/…")
    const known = this.refs.get(key)
    if (known) return known
    // Entered before it is read, so that a schema may contain itself.
    let zod: z.ZodType | undefined
    this.refs.set(
      key,
      z.lazy(() => zod as z.ZodType),
    )
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
      if (key === "x-opaque" || key === "x-stream" || !(key.startsWith("x-") || NOTES.split(" ").includes(key)))
        this.refuse(key, key)
    return zod
  }

  private main(): z.ZodType {
    // Anywhere but on a whole input it is a word like any other: refused.
    if (this.path.length === 0 && this.take("x-stream") === true && this.take("type") === "array")
      return stream(this.inner("items"))
    const kind = this.take("x-bytes")
    if (kind !== undefined)
      return Object.hasOwn(ARRAYS, String(kind))
        ? ARRAYS[kind as ArrayKind]()
        : this.refuse("x-bytes", Object.keys(ARRAYS).join(" | "))
    const ref = this.take("$ref")
    if (ref !== undefined) return this.reader.reference(ref, [...this.path, "$ref"])
    if (this.node.anyOf !== undefined) return z.union(this.each("anyOf"))
    if (this.node.oneOf !== undefined) return z.xor(this.each("oneOf"))
    const type = this.take("type")
    const values = "const" in this.node ? [this.take("const") as Json] : this.take("enum")
    if (values !== undefined) return this.values(values)
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
    const sound = Array.isArray(values) && values.length > 0 && values.every(scalar)
    return sound ? z.literal(values as string[]) : this.refuse("enum", ONE)
  }

  private string(): z.ZodType {
    const patterns = this.patterns()
    const format = this.take("format")
    const formats = Object.hasOwn(FORMATS, String(format)) ? (FORMATS[String(format)] ?? []).map((make) => make()) : []
    const exact = formats.find((each) => (each._zod.def as { pattern?: RegExp }).pattern?.source === patterns[0])
    if (exact) patterns.shift()
    // A format zod knows by another name is what its patterns say.
    if (format !== undefined && formats.length === 0 && patterns.length === 0)
      this.refuse("format", Object.keys(FORMATS).join(" | "))
    let zod = (exact ?? formats[0] ?? z.string()) as z.ZodString
    for (const pattern of patterns) {
      if (typeof pattern === "string" && isLinear(pattern)) zod = zod.regex(new RegExp(pattern))
      else this.refuse("pattern", "^[a-z]+$")
    }
    return this.sized(zod, "Length")
  }

  /** The pattern of a text; several of them stand under allOf. */
  private patterns(): Json[] {
    const all = this.take("allOf") ?? []
    const list = Array.isArray(all) ? all : [all]
    if (!list.every((each) => isMembers(each) && Object.keys(each).join() === "pattern"))
      this.refuse("allOf", "pattern")
    return [this.take("pattern"), ...list.map((each) => (each as JsonSchema | null)?.pattern)].filter(
      (each) => each !== undefined,
    )
  }

  private number(start: z.ZodNumber): z.ZodType {
    let zod = start
    for (const [key, method] of BOUNDS) {
      const bound = this.take(key)
      if (bound === undefined) continue
      if (typeof bound === "number" && (key !== "multipleOf" || bound > 0)) zod = zod[method](bound)
      else this.refuse(key, "number")
    }
    return zod
  }

  private array(): z.ZodType {
    if (this.node.prefixItems === undefined) return this.sized(z.array(this.inner("items")), "Items")
    const items = this.each("prefixItems") as unknown as [z.ZodType, ...z.ZodType[]]
    // zod's tuples are complete; a list of which some may be missing would need another schema.
    if (this.take("items") !== false) this.refuse("items", "false")
    const [least, most] = [this.take("minItems"), this.take("maxItems") ?? items.length]
    if (least !== items.length) this.refuse("minItems", String(items.length))
    if (most !== items.length) this.refuse("maxItems", String(items.length))
    return z.tuple(items)
  }

  private object(): z.ZodType {
    const required = this.take("required") ?? []
    const properties = this.take("properties") ?? {}
    if (!Array.isArray(required)) return this.refuse("required", "array")
    if (!isMembers(properties)) return this.refuse("properties", "object")
    const shape: { [key: string]: z.ZodType } = {}
    for (const key of new Set([...Object.keys(properties), ...required.map(String)])) {
      const zod = this.reader.read(properties[key] as Json | undefined, [...this.path, "properties", key])
      shape[key] = required.includes(key) ? zod : zod.optional()
    }
    const closed = this.node.additionalProperties === false
    const extra = this.inner("additionalProperties")
    if (this.node.propertyNames === undefined)
      return closed ? z.strictObject(shape) : z.looseObject(shape).catchall(extra)
    if (Object.keys(shape).length > 0 || closed) this.refuse("propertyNames", "additionalProperties")
    return z.partialRecord(this.inner("propertyNames") as z.ZodString, extra)
  }

  private sized(start: z.ZodType, what: string): z.ZodType {
    let zod = start as z.ZodString
    for (const method of ["min", "max"] as const) {
      const size = this.take(method + what)
      if (size === undefined) continue
      if (Number.isInteger(size) && (size as number) >= 0) zod = zod[method](size as number)
      else this.refuse(method + what, "0, 1, 2 …")
    }
    return zod
  }

  private inner(key: string): z.ZodType {
    return this.reader.read(this.take(key), [...this.path, key])
  }

  private each(key: string): z.ZodType[] {
    const list = this.take(key)
    if (!Array.isArray(list) || list.length === 0) return [this.refuse(key, "array")]
    return list.map((schema: Json, index) => this.reader.read(schema, [...this.path, key, index]))
  }

  private take(key: string): Json | undefined {
    this.left.delete(key)
    return this.node[key]
  }

  private refuse(key: string, what: string): z.ZodType {
    return this.reader.refuse([...this.path, key], what)
  }
}
