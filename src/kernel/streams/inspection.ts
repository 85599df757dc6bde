import { CubeError, checkValue, decodeJson, encodeJson, type Path, type Value } from "cubular/contract"
import { stream_item_refused } from "cubular/messages/en"
import type * as z from "zod"
import type { Depth } from "../accept.ts"
import { problemOf } from "../gather.ts"
import { withoutNegativeZero } from "../negative-zero.ts"
import { freeze } from "../wires.ts"

interface Inspection {
  readonly depth: Depth
  /** Items come from outside of the run: everything about them is looked at. */
  readonly outside: boolean
  readonly checks: readonly z.ZodType[]
  readonly port: string
}

/**
 * Looks at each item of a stream as closely as at values on wires: what it is; all that is in it where it will be
 * encoded; against the schema with `check: "wires"` and where it comes from outside. −0 becomes 0.
 *
 * @returns what throws `stream_item_refused`, with the item's place in the stream
 */
export function createInspection({
  depth,
  outside,
  checks,
  port,
}: Inspection): (item: unknown, index: number) => Value {
  const deep = outside || depth !== "cheap"
  return (item, index) => {
    const refuse = (path: Path, expected: string): never => {
      throw new CubeError({ ...stream_item_refused, path: [index, ...path], params: { port, index, expected } })
    }
    if (typeof item === "number" && item - item === 0 && checks.length === 0) return item + 0
    if (!deep) return isPlain(item) ? (item as Value) : refuse([], "a value")
    const finding = checkValue(item)
    if (finding) return refuse(finding.path, finding.text.code)
    const value = withoutNegativeZero(item as Value, [index])
    for (const check of checks) {
      const problem = problemOf(check, value)
      if (problem) return refuse(problem.path, problem.expected)
    }
    if (depth !== "schema") return value
    // What comes from outside is its giver's: a copy is frozen.
    const own = outside ? decodeJson(encodeJson(value)) : value
    freeze(own)
    return own
  }
}

function isPlain(item: unknown): boolean {
  const type = typeof item
  return type === "object" || type === "string" || type === "boolean"
}
