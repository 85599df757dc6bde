import { value_unreadable } from "cubular/messages/en"
import { isPlainList, isPlainObject, isWellFormed, refuseView } from "./plain.ts"
import { depthOf, type Finding, partsOf, Refusal, type ValueLimits, walkValue } from "./value-walk.ts"

/** Containers after which the quick look gives up: shared parts may make a small value a long walk. */
const PATIENCE = 100_000

/**
 * The deep check of a value on a wire: JSON values, `Uint8Array` and numeric typed arrays. Undefined members of objects
 * pass as absent and −0 as 0; members that are not enumerable or named by symbols do not travel, as in JSON. Plain
 * objects and lists of other realms pass, subclasses do not. Never throws, whatever the value is.
 *
 * @returns the first thing refused; undefined when there is none.
 * @remarks Views on WebAssembly memory are noticed where the engine tells them apart (Node ≥ 22, workerd); Chromium
 * offers no way that does no harm, so there they pass.
 */
export function checkValue(value: unknown, limits?: ValueLimits): Finding | undefined {
  if (isFine(value, depthOf(limits), partsOf(limits))) return undefined
  try {
    walkValue(value, [], limits)
    return undefined
  } catch (error) {
    return Refusal.is(error) ? error : new Refusal(value_unreadable, [])
  }
}

/** The quick look: a microsecond or two for most values. What it does not like is walked once more to say why. */
function isFine(root: unknown, depth: number, most: number): boolean {
  let patience = PATIENCE
  /** Items and members still allowed; a list is counted at once. */
  let left = most - 1
  const inherited = inheritsMembers({})

  function part(value: unknown, level: number): boolean {
    if (typeof value === "object") return value === null || container(value, level)
    if (typeof value === "string") return isWellFormed(value)
    return typeof value === "number" ? value - value === 0 : typeof value === "boolean"
  }

  function container(value: object, level: number): boolean {
    if (ArrayBuffer.isView(value)) return !refuseView(value)
    if (level >= depth || --patience < 0) return false
    if (isPlainList(value)) {
      left -= value.length
      if (left < 0) return false
      for (let index = 0; index < value.length; index++) if (!part(value[index], level + 1)) return false
      return true
    }
    if (!isPlainObject(value)) return false
    // Faster than Object.keys by a quarter of the whole check; it would also list what a prototype was given.
    for (const key in value) {
      if (inherited && !Object.hasOwn(value, key)) continue
      const member = value[key]
      left--
      if (member !== undefined && !(isWellFormed(key) && part(member, level + 1))) return false
    }
    return true
  }

  try {
    return part(root, 0) && left >= 0
  } catch {
    return false
  }
}

/** Whether somebody gave Object.prototype members that loops see. */
function inheritsMembers(empty: object): boolean {
  for (const _ in empty) return true
  return false
}
