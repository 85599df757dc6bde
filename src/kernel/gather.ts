import { CubeError, type Path, type Value } from "cubular/contract"
import { pointer_unresolved, when_not_boolean, wire_value_refused } from "cubular/messages/en"
import type * as z from "zod"
import type { Task } from "./compile.ts"
import { expectedOf, firstProblem, type SchemaIssue } from "./expected.ts"
import type { Slots } from "./invoke.ts"
import { withoutNames } from "./personal.ts"
import type { Source } from "./planned.ts"
import { formatPointer } from "./refs.ts"
import { at } from "./walk.ts"

/**
 * Makes everything ready that a step's start looks at, and tells whether it goes.
 *
 * - A `when` that is false, or whose source gave nothing, skips; one that is not boolean fails (`when_not_boolean`).
 * - A required input without a value skips: its source was skipped, or gave no such optional output. A list is there
 *   when all its items are.
 * - A pointer that leads nowhere in a value that is there fails (`pointer_unresolved`), unless the input is optional.
 * - An optional input without a value is its default, or absent.
 *
 * @throws {CubeError} why the step fails.
 */
export function gather(task: Task, slots: Slots): "go" | "skip" {
  for (const source of task.planned.when) {
    const value = valueAt(source, slots, true, ["when"])
    if (value === undefined || value === false) return "skip"
    if (value !== true)
      throw new CubeError({ ...when_not_boolean, path: ["when"], params: { ref: "its source", gives: typeof value } })
  }
  for (const { planned, slot, derived } of task.inputs) {
    const { port, source, required, fallback, check } = planned
    const value = valueAt(source, slots, required, ["in", port])
    if (value === undefined && required) return "skip"
    if (value !== undefined && check) parse(check, value, task.role.path, port)
    if (derived) slots[slot] = value ?? fallback
  }
  return "go"
}

/** The value at a source; undefined when there is none. `must`: a pointer that leads nowhere is an error. */
export function valueAt(source: Source, slots: Slots, must: boolean, path: Path): Value | undefined {
  if (source.kind === "constant") return source.value
  if (source.kind === "list") {
    const items = source.items.map((item) => valueAt(item, slots, must, path))
    return items.every((item) => item !== undefined) ? items : undefined
  }
  const whole = slots[source.slot]
  if (whole === undefined || source.pointer.length === 0) return whole
  let value: Value | undefined = whole
  for (const token of source.pointer) value = at(value, token)
  if (value === undefined && must)
    throw new CubeError({ ...pointer_unresolved, path, params: { pointer: formatPointer(source.pointer) } })
  return value
}

/** Parses a value where the plan could not prove that it fits. @throws {CubeError} `wire_value_refused` */
export function parse(schema: z.ZodType, value: unknown, instance: string, port: string): void {
  const problem = problemOf(schema, value)
  if (!problem) return
  const { path, expected } = problem
  const params = { instance, port, pointer: formatPointer(path), expected }
  throw new CubeError({ ...wire_value_refused, path: ["in", port, ...path], params })
}

/** Names somebody entered are not told where they are personal. */
function discreetly(schema: z.ZodType, issues: readonly SchemaIssue[]): ReturnType<typeof firstProblem> {
  const told = firstProblem(issues)
  const { path, personal } = withoutNames(schema, told.path)
  return personal ? { path, expected: expectedOf(issues[0] as SchemaIssue, false).slice(0, 300) } : told
}

/** What a schema minds about a value; a schema that throws (a `refine`) minds. */
export function problemOf(
  schema: z.ZodType,
  value: unknown,
): { path: (string | number)[]; expected: string } | undefined {
  try {
    const { error } = schema.safeParse(value)
    return error && discreetly(schema, error.issues as unknown as readonly SchemaIssue[])
  } catch {
    return { path: [], expected: "refine" }
  }
}
