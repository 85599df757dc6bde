import { validate } from "cubular"
import type { AnyCube, Issue, KeptPlace, KeptRunner } from "cubular/contract"
import {
  fallback_cube_refused,
  healing_breaker_missing,
  healing_cube_unknown,
  healing_place_unknown,
  healing_redirect_needs,
  healing_redirect_refused,
} from "cubular/messages/en"
import { type HealingAction, type HealingPlan, issueOf } from "./settings.ts"

export type Redirect = Extract<HealingAction, { do: "redirect" }>

export function planFor(plans: readonly HealingPlan[], runner: KeptRunner, place: KeptPlace): HealingPlan {
  return plans.find((plan) => isFor(plan, runner, place)) as HealingPlan
}

function isFor({ for: wanted }: HealingPlan, { composition }: KeptRunner, { path, cube }: KeptPlace): boolean {
  return (
    (wanted.composition ?? composition) === composition &&
    (wanted.step ?? path) === path &&
    (wanted.cube ?? cube.id) === cube.id
  )
}

/** The cube a redirect means, in place of `instead`. */
export function targetOf(
  action: Redirect,
  cubes: readonly AnyCube[],
  instead: AnyCube | undefined,
): AnyCube | undefined {
  return cubes.find((cube) =>
    "use" in action ? cube.id === action.use : cube.id !== instead?.id && cube.provides.includes(action.provides),
  )
}

/** Cubes that redirects mean and nobody handed over. */
export function missingCubes(plans: readonly HealingPlan[], cubes: readonly AnyCube[]): Issue[] {
  return eachAction(plans).flatMap(({ action, path }) => {
    if (action.do !== "redirect" || targetOf(action, cubes, undefined)) return []
    const cube = "use" in action ? action.use : action.provides
    return [issueOf(healing_cube_unknown, path, { cube, known: cubes.map(({ id }) => id) })]
  })
}

/** What is wrong with plans for one runner: places it has not, breakers that are missing, cubes that do not fit. */
export async function issuesFor(
  plans: readonly HealingPlan[],
  cubes: readonly AnyCube[],
  runner: KeptRunner,
): Promise<Issue[]> {
  const found = [...placeIssues(plans, runner)]
  for (const { plan, action, path } of eachAction(plans))
    for (const place of placesOf(runner)) {
      if (planFor(plans, runner, place) !== plan) continue
      if (action.do === "isolate" && !place.breaker) {
        const params = { step: place.path, composition: runner.composition }
        found.push(issueOf(healing_breaker_missing, path, params))
      }
      if (action.do !== "redirect") continue
      const target = targetOf(action, cubes, place.cube)
      const issue = target && (await misfit(place.cube, place.config, target, path))
      if (issue) found.push(issue)
    }
  return found
}

interface Place extends KeptPlace {
  readonly config: unknown
  readonly breaker: boolean
}

/** Steps, and the cubes they call. */
function placesOf({ steps }: KeptRunner): readonly Place[] {
  const called = new Set(steps.flatMap(({ callable }) => Object.values(callable)))
  return [
    ...steps.map(({ path, cube, config, policy }) => ({ path, cube, config, breaker: Boolean(policy?.data.breaker) })),
    ...Array.from(called, (cube) => ({ path: `>${cube.id}`, cube, config: undefined, breaker: false })),
  ]
}

function placeIssues(plans: readonly HealingPlan[], runner: KeptRunner): Issue[] {
  const { composition } = runner
  const places = placesOf(runner)
  return plans.flatMap(({ for: wanted }, at) => {
    if (wanted.composition !== composition) return []
    const refuse = (key: "step" | "cube", known: readonly string[]): Issue[] => {
      const place = wanted[key]
      if (place === undefined || known.includes(place)) return []
      return [issueOf(healing_place_unknown, ["plans", at, "for", key], { composition, place, known: [...known] })]
    }
    const cubes = new Set(places.map(({ cube }) => cube.id))
    return [
      ...refuse(
        "step",
        places.map(({ path }) => path),
      ),
      ...refuse("cube", [...cubes]),
    ]
  })
}

/** Whether `cube` can answer for `instead`, by the rules of a document's `fallback.use`, and within what that one may use. */
async function misfit(
  instead: AnyCube,
  config: unknown,
  cube: AnyCube,
  path: Issue["path"],
): Promise<Issue | undefined> {
  const more = [
    ...cube.needs.filter((need) => !instead.needs.includes(need)),
    ...Object.keys(cube.services).filter((name) => !Object.hasOwn(instead.services, name)),
    ...(typeof cube.dependencies === "function" ? ["dependencies"] : Object.keys(cube.dependencies)),
    ...(cube.effect === "write" && instead.effect !== "write" ? ["effect: write"] : []),
    ...(cube.config?.safeParse(undefined).success === false ? ["config"] : []),
  ]
  const params = { cube: cube.id, instead: instead.id }
  if (more.length > 0) return issueOf(healing_redirect_needs, path, { ...params, more })
  const ports = Object.keys(instead.inputs)
  const document = {
    format: 1,
    id: "redirect",
    version: "1.0.0",
    inputs: Object.fromEntries(ports.map((port) => [port, { $ref: `cube:${instead.id}#/inputs/${port}` }])),
    cubes: {
      a: {
        use: `${instead.id}@${instead.version}`,
        ...(config === undefined ? {} : { config }),
        in: Object.fromEntries(ports.map((port) => [port, `@${port}`])),
        policy: { fallback: { use: `${cube.id}@${cube.version}` } },
      },
    },
    outputs: { all: `a.${Object.keys(instead.outputs)[0]}` },
  }
  const refused = (await validate(document, [instead, cube])).find(({ code }) => code === fallback_cube_refused.code)
  return refused && issueOf(healing_redirect_refused, path, { ...refused.params, ...params })
}

function eachAction(plans: readonly HealingPlan[]) {
  return plans.flatMap((plan, at) =>
    Object.entries(plan.on).flatMap(([kind, actions = []]) =>
      actions.map((action, index) => ({ plan, action, path: ["plans", at, "on", kind, index] })),
    ),
  )
}
