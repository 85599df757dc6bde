import { arrayKind, type Value } from "cubular/contract"
import { ANY, type Type, typeOfValue, union } from "./type.ts"

/** The type at a pointer; `sure` when a value of the outer type always has something there. */
export interface Inner {
  readonly type: Type
  readonly sure: boolean
}

/** Follows one token of a pointer into a type; undefined when no value of the type can have anything there. */
export function step(type: Type, token: string): Inner | undefined {
  const { shape } = type
  switch (shape.kind) {
    case "any":
    case "same":
      return { type: ANY, sure: false }
    case "const": {
      const value = at(shape.value, token)
      return value === undefined ? undefined : { type: typeOfValue(value, false), sure: true }
    }
    case "union":
      return oneOf(shape.of.map((branch) => step(branch, token)))
    case "all":
      return allOf(shape.of.map((part) => step(part, token)))
    case "array":
      return item(shape, token)
    case "object":
      return member(shape, token)
    default:
      return undefined
  }
}

function oneOf(found: readonly (Inner | undefined)[]): Inner | undefined {
  const there = found.filter((inner) => inner !== undefined)
  if (there.length === 0) return undefined
  return { type: union(there.map((inner) => inner.type)), sure: there.length === found.length && there.every((inner) => inner.sure) }
}

/** Any part that forbids it forbids it; the last part that knows it describes it best. */
function allOf(found: readonly (Inner | undefined)[]): Inner | undefined {
  if (found.includes(undefined)) return undefined
  const there = found as readonly Inner[]
  const type = there.findLast((inner) => inner.type !== ANY)?.type ?? ANY
  return { type, sure: there.some((inner) => inner.sure) }
}

function item(shape: Extract<Type["shape"], { kind: "array" }>, token: string): Inner | undefined {
  const index = indexOf(token)
  const type = index === undefined || index >= shape.max ? undefined : (shape.items[index] ?? shape.rest)
  return type && { type, sure: (index as number) < shape.min }
}

function member(shape: Extract<Type["shape"], { kind: "object" }>, token: string): Inner | undefined {
  const type = shape.members.get(token) ?? shape.extra
  return type && { type, sure: shape.required.has(token) }
}

/** Follows one token into a value; undefined when there is nothing. */
export function at(value: Value | undefined, token: string): Value | undefined {
  if (typeof value !== "object" || value === null || arrayKind(value)) return undefined
  if (Array.isArray(value)) return value[indexOf(token) ?? -1] as Value | undefined
  return Object.hasOwn(value, token) ? (value as { readonly [key: string]: Value | undefined })[token] : undefined
}

/** A position in a list; undefined for tokens that name none ("-", "01"). */
export function indexOf(token: string): number | undefined {
  return /^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : undefined
}
