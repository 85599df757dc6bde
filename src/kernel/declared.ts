import { type ArrayKind, float32, float64, int8, int16, int32, type Json, type JsonSchema, type Path, uint16, uint32, bytes } from "cubular/contract"
import * as z from "zod"

/** Why a JSON Schema of a document cannot be used. */
export class SchemaRefusal extends Error {
  readonly path: Path
  /** The keyword, or what was expected. */
  readonly what: string

  constructor(path: Path, what: string) {
    super(what)
    this.path = path
    this.what = what
  }
}

const NOTES = "title description examples deprecated default $schema $defs $comment"
const KEYWORDS: { readonly [type: string]: string } = {
  string: "minLength maxLength format",
  number: "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf",
  integer: "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf",
  array: "items prefixItems minItems maxItems",
  object: "properties required additionalProperties",
  boolean: "",
  null: "",
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

/**
 * The zod schema of a JSON Schema written in a document. Takes the keywords whose meaning JSON Schema and zod share and
 * refuses every other one, so that nothing a document says is silently not checked. `pattern` is refused too: a
 * document from outside must not bring regular expressions that take forever.
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
    if (typeof schema !== "object" || schema === null || Array.isArray(schema)) throw new SchemaRefusal(path, "object")
    const node = schema as JsonSchema
    if (typeof node["x-bytes"] === "string") return this.bytes(node["x-bytes"], path)
    if (node.$ref !== undefined) return this.reference(node, path)
    if (node.anyOf !== undefined) return this.anyOf(node, path)
    if ("const" in node || node.enum !== undefined) return this.values(node, path)
    if (node.type === undefined) {
      this.only(node, "", path)
      return z.unknown()
    }
    const types = Array.isArray(node.type) ? node.type : [node.type]
    const listed = types.map((type) => KEYWORDS[String(type)] ?? "").join(" ")
    this.only(node, `type ${listed}`, path)
    return z.union(types.map((type) => this.typed(type, node, path)))
  }

  /** Refuses keywords other than these, notes and annotations. */
  private only(node: JsonSchema, known: string, path: Path): void {
    const words = `${known} ${NOTES}`.split(" ")
    for (const key of Object.keys(node)) if (!words.includes(key) && !key.startsWith("x-")) throw new SchemaRefusal([...path, key], key)
  }

  private bytes(kind: string, path: Path): z.ZodType {
    const make = Object.hasOwn(ARRAYS, kind) ? ARRAYS[kind as ArrayKind] : undefined
    if (!make) throw new SchemaRefusal([...path, "x-bytes"], Object.keys(ARRAYS).join(" | "))
    return make()
  }

  private reference(node: JsonSchema, path: Path): z.ZodType {
    this.only(node, "$ref", path)
    const ref = node.$ref
    const name = typeof ref === "string" ? /^#\/\$defs\/([A-Za-z0-9_.-]+)$/.exec(ref)?.[1] : undefined
    const defs = (this.root as JsonSchema).$defs as JsonSchema | undefined
    if (ref !== "#" && (name === undefined || !Object.hasOwn(defs ?? {}, name))) throw new SchemaRefusal([...path, "$ref"], "#/$defs/…")
    const key = String(ref)
    const known = this.refs.get(key)
    if (known) return known
    // Entered before it is read, so that a schema may contain itself.
    let target: z.ZodType | undefined
    this.refs.set(key, z.lazy(() => target as z.ZodType))
    target = this.read(name === undefined ? this.root : defs?.[name], name === undefined ? [] : ["$defs", name])
    return target
  }

  private anyOf(node: JsonSchema, path: Path): z.ZodType {
    this.only(node, "anyOf", path)
    if (!Array.isArray(node.anyOf) || node.anyOf.length === 0) throw new SchemaRefusal([...path, "anyOf"], "array")
    return z.union(node.anyOf.map((branch, index) => this.read(branch, [...path, "anyOf", index])))
  }

  private values(node: JsonSchema, path: Path): z.ZodType {
    this.only(node, "type const enum", path)
    const values = "const" in node ? [node.const] : node.enum
    const scalar = (value: unknown): boolean => value === null || ["string", "number", "boolean"].includes(typeof value)
    if (!Array.isArray(values) || values.length === 0 || !values.every(scalar)) throw new SchemaRefusal([...path, "enum"], "string | number | boolean | null")
    return z.literal(values as string[])
  }

  private typed(type: Json | undefined, node: JsonSchema, path: Path): z.ZodType {
    switch (type) {
      case "string":
        return this.string(node, path)
      case "number":
        return this.number(node, z.number(), path)
      case "integer":
        return this.number(node, z.int(), path)
      case "boolean":
        return z.boolean()
      case "null":
        return z.null()
      case "array":
        return this.array(node, path)
      case "object":
        return this.object(node, path)
      default:
        throw new SchemaRefusal([...path, "type"], Object.keys(KEYWORDS).join(" | "))
    }
  }

  private string(node: JsonSchema, path: Path): z.ZodType {
    let schema = this.format(node, path)
    const [min, max] = this.sizes(node, "Length", path)
    if (min !== undefined) schema = schema.min(min)
    return max === undefined ? schema : schema.max(max)
  }

  private format(node: JsonSchema, path: Path): z.ZodString {
    switch (node.format) {
      case undefined:
        return z.string()
      case "date":
        return z.iso.date() as unknown as z.ZodString
      case "date-time":
        return z.iso.datetime({ offset: true }) as unknown as z.ZodString
      case "time":
        return z.iso.time() as unknown as z.ZodString
      case "email":
        return z.email() as unknown as z.ZodString
      case "uuid":
        return z.uuid() as unknown as z.ZodString
      default:
        throw new SchemaRefusal([...path, "format"], "date | date-time | time | email | uuid")
    }
  }

  private number(node: JsonSchema, start: z.ZodNumber, path: Path): z.ZodType {
    let schema = start
    const bound = (key: string): number | undefined => this.finite(node[key], [...path, key])
    const [min, max, above, below, step] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"].map(bound)
    if (min !== undefined) schema = schema.min(min)
    if (max !== undefined) schema = schema.max(max)
    if (above !== undefined) schema = schema.gt(above)
    if (below !== undefined) schema = schema.lt(below)
    if (step !== undefined && !(step > 0)) throw new SchemaRefusal([...path, "multipleOf"], "> 0")
    return step === undefined ? schema : schema.multipleOf(step)
  }

  private finite(value: Json | undefined, path: Path): number | undefined {
    if (value !== undefined && typeof value !== "number") throw new SchemaRefusal(path, "number")
    return value
  }

  private array(node: JsonSchema, path: Path): z.ZodType {
    const [min, max] = this.sizes(node, "Items", path)
    if (node.prefixItems !== undefined) return this.tuple(node, min, path)
    let schema = z.array(this.read(node.items, [...path, "items"]))
    if (min !== undefined) schema = schema.min(min)
    return max === undefined ? schema : schema.max(max)
  }

  /** Lists with named positions: all of them, and nothing after. */
  private tuple(node: JsonSchema, min: number | undefined, path: Path): z.ZodType {
    const items = node.prefixItems
    if (!Array.isArray(items) || items.length === 0) throw new SchemaRefusal([...path, "prefixItems"], "array")
    if (min !== items.length) throw new SchemaRefusal([...path, "minItems"], String(items.length))
    if (node.items !== false) throw new SchemaRefusal([...path, "items"], "false")
    const read = items.map((item, index) => this.read(item, [...path, "prefixItems", index]))
    return z.tuple(read as [z.ZodType, ...z.ZodType[]])
  }

  private object(node: JsonSchema, path: Path): z.ZodType {
    const properties = node.properties ?? {}
    if (typeof properties !== "object" || properties === null || Array.isArray(properties)) throw new SchemaRefusal([...path, "properties"], "object")
    const required = node.required ?? []
    if (!Array.isArray(required)) throw new SchemaRefusal([...path, "required"], "string[]")
    const shape: { [key: string]: z.ZodType } = {}
    for (const key of new Set([...Object.keys(properties), ...required.map(String)])) {
      const read = this.read((properties as JsonSchema)[key], [...path, "properties", key])
      shape[key] = required.includes(key) ? read : read.optional()
    }
    if (node.additionalProperties === false) return z.strictObject(shape)
    return z.looseObject(shape).catchall(this.read(node.additionalProperties, [...path, "additionalProperties"]))
  }

  private sizes(node: JsonSchema, what: string, path: Path): (number | undefined)[] {
    return [`min${what}`, `max${what}`].map((key) => {
      const size = this.finite(node[key], [...path, key])
      if (size !== undefined && !(Number.isInteger(size) && size >= 0)) throw new SchemaRefusal([...path, key], ">= 0")
      return size
    })
  }
}
