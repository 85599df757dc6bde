import { arrayKind, type Json, type JsonSchema, type Value } from "cubular/contract"

/** A set of values, as the planner sees a JSON Schema. `undefined` types stand for "no value allowed here". */
export type Shape =
  | { readonly kind: "any" }
  | { readonly kind: "never" }
  /** A type variable nothing is bound to. */
  | { readonly kind: "same"; readonly name: string }
  /** `exclusive`: exactly one of them (JSON Schema's oneOf). */
  | { readonly kind: "union"; readonly of: readonly Type[]; readonly exclusive: boolean }
  | { readonly kind: "all"; readonly of: readonly Type[] }
  | { readonly kind: "const"; readonly value: Value }
  | { readonly kind: "boolean" }
  | {
      readonly kind: "number"
      readonly low: number
      readonly high: number
      readonly lowOpen: boolean
      readonly highOpen: boolean
      readonly whole: boolean
      readonly step: number | undefined
    }
  | {
      readonly kind: "string"
      readonly min: number
      readonly max: number
      readonly patterns: readonly string[]
      readonly format: string | undefined
    }
  | {
      readonly kind: "array"
      readonly items: readonly Type[]
      readonly rest: Type | undefined
      readonly min: number
      readonly max: number
    }
  | {
      readonly kind: "object"
      readonly members: ReadonlyMap<string, Type>
      readonly required: ReadonlySet<string>
      readonly extra: Type | undefined
      readonly names: Type | undefined
    }
  | { readonly kind: "bytes"; readonly element: string }
  /** Only ever a whole port. */
  | { readonly kind: "stream"; readonly item: Type }

/** A shape that unfolds when it is looked at, so that recursive schemas are finite. */
export class Type {
  private unfold: (() => Shape) | undefined
  private known: Shape | undefined
  /** Checks more than its shape says (`refine`, unknown keywords): nothing is ever proved against it. */
  readonly vague: boolean

  constructor(shape: Shape | (() => Shape), vague = false) {
    this.unfold = typeof shape === "function" ? shape : undefined
    this.known = typeof shape === "function" ? undefined : shape
    this.vague = vague
  }

  get shape(): Shape {
    if (this.unfold) {
      const { unfold } = this
      this.unfold = undefined
      // A schema that is nothing but itself ("$ref" to the same place) describes nothing.
      this.known = { kind: "any" }
      this.known = unfold()
    }
    return this.known as Shape
  }
}

export const ANY: Type = /* @__PURE__ */ new Type({ kind: "any" })
const NEVER: Type = /* @__PURE__ */ new Type({ kind: "never" })
export const STRING: Type = /* @__PURE__ */ new Type({
  kind: "string",
  min: 0,
  max: Number.POSITIVE_INFINITY,
  patterns: [],
  format: undefined,
})

/** What type variables stand for in one placed cube. */
export type Variables = ReadonlyMap<string, Type>

interface Root {
  readonly schema: JsonSchema
  readonly vars: Variables | undefined
  readonly refs: Map<string, Type>
}

/** The type of a port's JSON Schema. Without `vars`, type variables stay open. */
export function typeOf(schema: JsonSchema, vars?: Variables): Type {
  const root: Root = { schema, vars, refs: new Map() }
  const type = fromSchema(schema, root)
  root.refs.set("#", type)
  return type
}

/** The type of one value; `wide` forgets which value it is (3 becomes number) and keeps only its build. */
export function typeOfValue(value: Value, wide: boolean): Type {
  return wide ? new Type(() => wideShape(value)) : new Type({ kind: "const", value })
}

export function union(of: readonly Type[]): Type {
  return of.length === 1 ? (of[0] as Type) : new Type({ kind: "union", of, exclusive: false })
}

export function intersection(of: readonly Type[]): Type {
  return of.length === 1 ? (of[0] as Type) : new Type({ kind: "all", of })
}

/** A list of exactly these. */
export function tuple(items: readonly Type[]): Type {
  return new Type({ kind: "array", items, rest: undefined, min: items.length, max: items.length })
}

/** A value spelled out as the object, array, number … it is: one step of unfolding a `const`. */
export function shapeOfConst(value: Value): Shape {
  return shapeOfValue(value, (inner) => new Type({ kind: "const", value: inner }), true)
}

function wideShape(value: Value): Shape {
  return shapeOfValue(value, (inner) => typeOfValue(inner, true), false)
}

function shapeOfValue(value: Value, inner: (value: Value) => Type, exact: boolean): Shape {
  const element = arrayKind(value)
  if (element) return { kind: "bytes", element }
  if (typeof value === "number")
    return numberShape(exact ? { minimum: value, maximum: value } : {}, exact && Number.isInteger(value))
  if (typeof value === "string") return stringShape(exact ? { minLength: value.length, maxLength: value.length } : {})
  if (typeof value === "boolean") return { kind: "boolean" }
  if (typeof value !== "object" || value === null) return { kind: "const", value }
  if (Array.isArray(value)) {
    const items = value.map((item) => inner(item as Value))
    return { kind: "array", items, rest: undefined, min: items.length, max: items.length }
  }
  const entries = Object.entries(value as { readonly [key: string]: Value }).filter(
    ([, member]) => member !== undefined,
  )
  const members = new Map(entries.map(([key, member]) => [key, inner(member)]))
  return { kind: "object", members, required: new Set(members.keys()), extra: undefined, names: undefined }
}

const NOTES: ReadonlySet<string> = /* @__PURE__ */ new Set(
  "$schema $id $defs $comment title description default examples deprecated readOnly writeOnly".split(" "),
)
const KNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set(
  `$ref type enum const anyOf oneOf allOf not properties required additionalProperties propertyNames items prefixItems
   minItems maxItems minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf`.split(
    /\s+/,
  ),
)

function fromSchema(schema: Json | undefined, root: Root): Type {
  if (schema === undefined || schema === true) return ANY
  if (schema === false) return NEVER
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return new Type({ kind: "any" }, true)
  const node = schema as JsonSchema
  return new Type(() => unfold(node, root), isVague(node))
}

function isVague(node: JsonSchema): boolean {
  if (node["x-opaque"]) return true
  for (const key of Object.keys(node)) if (!KNOWN.has(key) && !NOTES.has(key) && !key.startsWith("x-")) return true
  return node.type === undefined && (node.properties ?? node.items ?? node.minimum ?? node.pattern) !== undefined
}

function unfold(node: JsonSchema, root: Root): Shape {
  const same = node["x-same"]
  if (typeof same === "string") return root.vars?.get(same)?.shape ?? { kind: "same", name: same }
  if (typeof node["x-bytes"] === "string") return { kind: "bytes", element: node["x-bytes"] }
  if (node["x-stream"]) return { kind: "stream", item: fromSchema(node.items, root) }
  const parts = partsOf(node, root)
  if (parts.length === 0) return { kind: "any" }
  const [only] = parts
  // A part that checks more than its shape says must stay a part: its shape alone would hide that.
  return only && parts.length === 1 && !only.vague ? only.shape : { kind: "all", of: parts }
}

/** Everything a value must be at once. */
function partsOf(node: JsonSchema, root: Root): Type[] {
  const parts: Type[] = []
  const inner = (list: Json | undefined): Type[] =>
    Array.isArray(list) ? list.map((each) => fromSchema(each, root)) : []
  if (typeof node.$ref === "string") parts.push(reference(node.$ref, root))
  if (node.anyOf) parts.push(union(inner(node.anyOf)))
  if (node.oneOf) parts.push(new Type({ kind: "union", of: inner(node.oneOf), exclusive: true }))
  if (node.not !== undefined)
    parts.push(Object.keys(node.not as object).length === 0 ? NEVER : new Type({ kind: "any" }, true))
  parts.push(...inner(Array.isArray(node.allOf) ? node.allOf.filter((each) => !isPattern(each)) : []))
  if (node.const !== undefined) parts.push(typeOfValue(node.const, false))
  else if (Array.isArray(node.enum)) parts.push(union(node.enum.map((value) => typeOfValue(value, false))))
  else if (node.type !== undefined) parts.push(typed(node, root))
  return parts
}

function isPattern(schema: Json): boolean {
  return typeof schema === "object" && schema !== null && Object.keys(schema).join() === "pattern"
}

/** A local "$ref": "#" or "#/$defs/name". */
function reference(ref: string, root: Root): Type {
  const known = root.refs.get(ref)
  if (known) return known
  let at: Json | undefined = ref.startsWith("#") ? root.schema : undefined
  for (const token of ref.split("/").slice(1))
    at = (at as { readonly [key: string]: Json } | undefined)?.[token.replaceAll("~1", "/").replaceAll("~0", "~")]
  const type = at === undefined ? new Type({ kind: "any" }, true) : fromSchema(at, root)
  root.refs.set(ref, type)
  return type
}

function typed(node: JsonSchema, root: Root): Type {
  const types = Array.isArray(node.type) ? node.type : [node.type]
  return union(types.map((type) => new Type(() => base(type as string, node, root))))
}

function base(type: string, node: JsonSchema, root: Root): Shape {
  switch (type) {
    case "null":
      return { kind: "const", value: null }
    case "boolean":
      return { kind: "boolean" }
    case "number":
    case "integer":
      return numberShape(node, type === "integer")
    case "string":
      return stringShape(node)
    case "array":
      return arrayShape(node, root)
    case "object":
      return objectShape(node, root)
    default:
      return { kind: "any" }
  }
}

const number = (value: Json | undefined, otherwise: number): number => (typeof value === "number" ? value : otherwise)

function numberShape(node: JsonSchema, whole: boolean): Shape {
  const open = {
    low: number(node.exclusiveMinimum, Number.NEGATIVE_INFINITY),
    high: number(node.exclusiveMaximum, Number.POSITIVE_INFINITY),
  }
  let low = number(node.minimum, Number.NEGATIVE_INFINITY)
  let high = number(node.maximum, Number.POSITIVE_INFINITY)
  let lowOpen = open.low >= low && open.low > Number.NEGATIVE_INFINITY
  let highOpen = open.high <= high && open.high < Number.POSITIVE_INFINITY
  if (lowOpen) low = open.low
  if (highOpen) high = open.high
  if (whole) {
    // Whole numbers are safe integers: that is what the schemas of ports accept.
    low = lowOpen ? Math.floor(low) + 1 : Math.ceil(Math.max(low, low === high ? low : -Number.MAX_SAFE_INTEGER))
    high = highOpen ? Math.ceil(high) - 1 : Math.floor(Math.min(high, low === high ? high : Number.MAX_SAFE_INTEGER))
    lowOpen = false
    highOpen = false
  }
  return {
    kind: "number",
    low,
    high,
    lowOpen,
    highOpen,
    whole,
    step: typeof node.multipleOf === "number" ? node.multipleOf : undefined,
  }
}

function stringShape(node: JsonSchema): Shape {
  const more = Array.isArray(node.allOf) ? node.allOf.filter(isPattern) : []
  const patterns = [node, ...(more as JsonSchema[])]
    .map((each) => each.pattern)
    .filter((each) => typeof each === "string")
  const format = typeof node.format === "string" ? node.format : undefined
  return {
    kind: "string",
    min: number(node.minLength, 0),
    max: number(node.maxLength, Number.POSITIVE_INFINITY),
    patterns,
    format,
  }
}

function arrayShape(node: JsonSchema, root: Root): Shape {
  const items = Array.isArray(node.prefixItems) ? node.prefixItems.map((item) => fromSchema(item, root)) : []
  const rest = node.items === false ? undefined : fromSchema(node.items, root)
  const most = rest ? Number.POSITIVE_INFINITY : items.length
  const least = number(node.minItems, 0)
  const min = rest && least === items.length ? placesNeeded(items) : least
  return { kind: "array", items, rest, min, max: Math.min(most, number(node.maxItems, most)) }
}

/** Where more may follow, zod lets the last places of a tuple be absent that take anything at all. */
const placesNeeded = (items: readonly Type[]): number => items.findLastIndex((item) => !takesAnything(item)) + 1

function objectShape(node: JsonSchema, root: Root): Shape {
  const properties = (node.properties ?? {}) as { readonly [key: string]: Json }
  const members = new Map(Object.keys(properties).map((key) => [key, fromSchema(properties[key], root)]))
  const required = new Set(Array.isArray(node.required) ? (node.required as string[]) : [])
  const extra = node.additionalProperties === false ? undefined : fromSchema(node.additionalProperties, root)
  const names = node.propertyNames === undefined ? undefined : fromSchema(node.propertyNames, root)
  const closed = names && extra && literalNames(names)
  if (!closed) return { kind: "object", members, required, extra, names }
  for (const key of closed) if (!members.has(key)) members.set(key, extra)
  // zod's record lets a listed key be missing where its value may be anything, whatever its JSON Schema says.
  return {
    kind: "object",
    members,
    required: takesAnything(extra) ? new Set() : required,
    extra: undefined,
    names: undefined,
  }
}

function takesAnything({ shape }: Type): boolean {
  if (shape.kind === "union" || shape.kind === "all") return shape.of.some(takesAnything)
  return shape.kind === "any" || shape.kind === "same"
}

/** The names of a record with listed keys. */
function literalNames(names: Type): string[] | undefined {
  const { shape } = names
  if (shape.kind === "const" && typeof shape.value === "string") return [shape.value]
  if (shape.kind !== "union" || names.vague) return undefined
  const lists = shape.of.map(literalNames)
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined
}
