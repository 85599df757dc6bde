import { arrayKind, type Value } from "cubular/contract"
import { ANY, intersection, type Type, typeOfValue, union } from "./type.ts"

/** The type behind one token of a pointer; undefined when no value of the outer type can have anything there. */
export function step(type: Type, token: string): Type | undefined {
  const { shape } = type
  switch (shape.kind) {
    case "any":
    case "same":
      return ANY
    case "const": {
      const value = at(shape.value, token)
      return value === undefined ? undefined : typeOfValue(value, false)
    }
    case "union": {
      const found = shape.of.map((branch) => step(branch, token)).filter((inner) => inner !== undefined)
      return found.length > 0 ? union(found) : undefined
    }
    case "all": {
      const found = shape.of.map((part) => step(part, token))
      return found.every((inner) => inner !== undefined) ? intersection(found) : undefined
    }
    case "array": {
      const index = indexOf(token)
      return index === undefined || index >= shape.max ? undefined : (shape.items[index] ?? shape.rest)
    }
    case "object":
      return shape.members.get(token) ?? shape.extra
    default:
      return undefined
  }
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
