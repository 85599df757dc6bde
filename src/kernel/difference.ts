import type { Difference, RunRecord, StepRecord, Value } from "cubular/contract"
import { canonical } from "./canonical.ts"
import { formatPointer } from "./refs.ts"

type Members = { readonly [key: string]: Value | undefined }

/**
 * The first place, in plan order, where two records of one document came to something else: a step's outcome (port ""),
 * or a part of one of its outputs. Steps only one of them has differ as a whole.
 */
export function findDifference(a: RunRecord, b: RunRecord): Difference | undefined {
  const others = new Map(b.steps.map((step) => [step.path, step]))
  for (const step of a.steps) {
    const other = others.get(step.path)
    others.delete(step.path)
    const found = other === undefined ? { port: "", pointer: "" } : between(step, other)
    if (found) return { step: step.path, ...found }
  }
  const [extra] = others.keys()
  return extra === undefined ? undefined : { step: extra, port: "", pointer: "" }
}

function between(a: StepRecord, b: StepRecord): { port: string; pointer: string } | undefined {
  if (a.outcome !== b.outcome || a.code !== b.code) return { port: "", pointer: "" }
  const [left, right] = [(a.outputs ?? {}) as Members, (b.outputs ?? {}) as Members]
  for (const port of keysOf(left, right)) {
    const pointer = pointerTo(left[port], right[port])
    if (pointer) return { port, pointer: formatPointer(pointer) }
  }
  return undefined
}

/** Where two values in JSON form differ first; undefined when they do not. */
export function pointerTo(a: Value | undefined, b: Value | undefined): string[] | undefined {
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b))
    return a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b)) ? undefined : []
  for (const key of keysOf(a, b)) {
    const inner = pointerTo(a[key], b[key])
    if (inner) return [key.startsWith("$") ? key.slice(1) : key, ...inner]
  }
  return undefined
}

/** An object or a list; a typed array differs as a whole. */
function isContainer(value: Value | undefined): value is Members {
  return typeof value === "object" && value !== null && !Object.hasOwn(value, "$bytes")
}

/** Keys of both, in code-unit order, indexes by number. */
function keysOf(a: Members, b: Members): readonly string[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return Array.isArray(a) ? [...keys] : [...keys].sort()
}
