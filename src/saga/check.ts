import type { Plan, PlannedStep, SagaGround } from "cubular"
import { CubeError, type ErrorText, type Issue, type Params, type Path, toIssue, toParam } from "cubular/contract"
import {
  composition_invalid,
  need_missing,
  saga_final_on_composition,
  saga_policy_refused,
  saga_write_not_idempotent,
  saga_write_not_undoable,
} from "cubular/messages/en"

/** What a cube that writes provides when writing again under the same `step.idempotencyKey` changes nothing more. */
const IDEMPOTENT = "idempotent"

/** What of a planned saga could not be undone, or done again, whatever its cubes do. */
export function checkPlan(plan: Plan): Issue[] {
  const issues: Issue[] = []
  for (const [id, { use, final }] of Object.entries(plan.document.cubes))
    if (final && use.startsWith("composition:"))
      issues.push(toIssue(saga_final_on_composition, { path: ["cubes", id, "final"], params: { step: id } }))
  for (const step of plan.steps) checkStep(step, issues)
  return issues
}

function checkStep(step: PlannedStep, issues: Issue[]): void {
  const { cube, path, policy } = step
  const report = (text: ErrorText, at: Path, params: Params): unknown =>
    issues.push(toIssue(text, { path: placeOf(step, at), params: { step: path, ...params } }))
  if (cube.effect !== "write") return
  if (!cube.provides.includes(IDEMPOTENT)) report(saga_write_not_idempotent, ["use"], { cube: cube.id })
  if (policy?.data.fallback) report(saga_policy_refused, ["policy", "fallback"], {})
}

/** Refuses what only the cubes themselves can tell, and a host without a journal. @throws {CubeError} `composition_invalid`. */
export function checkGround({ plan, host, instances }: SagaGround): void {
  const issues: Issue[] = []
  for (const need of ["clock", "stores"] as const)
    if (host[need] === undefined)
      issues.push(toIssue(need_missing, { path: ["mode"], params: { cube: "saga", need, host: String(host.name) } }))
  for (const step of plan.steps)
    if (step.cube.effect === "write" && !step.final && !instances[step.index]?.compensate)
      issues.push(
        toIssue(saga_write_not_undoable, {
          path: placeOf(step, []),
          params: { step: step.path, cube: step.cube.id },
        }),
      )
  const [first] = issues
  if (!first) return
  const params = { errors: issues.length, first: toParam(first) }
  throw new CubeError({ ...composition_invalid, path: first.path, params, issues })
}

/** In the document's coordinates: of a composition inside it, where that stands. */
function placeOf({ path }: PlannedStep, at: Path): Path {
  const [id = "", ...inside] = path.split("/")
  return ["cubes", id, ...(inside.length > 0 ? ["use"] : at)]
}
