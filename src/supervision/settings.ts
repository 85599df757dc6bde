import { CubeError, type ErrorText, type Issue, type Params, type Path, toIssue } from "cubular/contract"
import { healing_contradiction, supervision_refused, supervision_setting_refused } from "cubular/messages/en"
import * as z from "zod"

/**
 * What is wrong with a cube. `silent`: its checks do not answer in time. `unhealthy`: it says so, or its check throws.
 * `degraded`: it says so. `lost`: it could not be made anew, or its budget of restarts is spent.
 */
export type FailureKind = "silent" | "unhealthy" | "degraded" | "lost"

/**
 * What is done about it, until a check says `healthy`.
 * - `restart`: a fresh instance in its place. `budget`: so many in a row, then the cube is `lost`. Default: no end.
 * - `isolate`: its breaker lets nothing through.
 * - `redirect`: another cube answers, the one with the id `use` or the first that provides a name.
 * - `shed`: calls fail with `cube_shed`, which says when to come back. Default: at the next check.
 */
export type HealingAction =
  | { readonly do: "restart"; readonly budget?: number | undefined }
  | { readonly do: "isolate" }
  | { readonly do: "redirect"; readonly use: string }
  | { readonly do: "redirect"; readonly provides: string }
  | { readonly do: "shed"; readonly retryAfterMs?: number | undefined }

/** What to do about which cubes; JSON. Of several plans, the first that is for a cube counts. */
export interface HealingPlan {
  /** Which cubes: everything named must be theirs. `{}`: all. */
  readonly for: {
    readonly composition?: string | undefined
    readonly step?: string | undefined
    readonly cube?: string | undefined
  }
  /** A failure that is not named is left alone; `lost` keeps what was done before. */
  readonly on: { readonly [kind in FailureKind]?: readonly HealingAction[] | undefined }
}

/** Times in ms of the host's clock. */
export interface SupervisionSettings {
  /** From the beginning of one check of a cube to the next. Default 30,000. */
  readonly everyMs?: number | undefined
  /** How long a check may take; at most `everyMs`. Default 5,000. */
  readonly checkTimeoutMs?: number | undefined
  /** Failed checks in a row before anything is done. Default 3. */
  readonly failures?: number | undefined
  readonly restart?:
    | {
        /** Pause before the second restart in a row; doubled for each further one. The first has none. Default 30,000. */
        readonly baseMs?: number | undefined
        /** The longest pause. Default 900,000. */
        readonly maxMs?: number | undefined
        /** So long without a bad check, and the pauses begin anew. Default 600,000. */
        readonly healthyMs?: number | undefined
        /** How long a cube may take to be made. Default 30,000. */
        readonly makeMs?: number | undefined
        /** Of all cubes, the share that may be made anew within `windowMs`; always at least one. Default 0.25. */
        readonly share?: number | undefined
        /** Default 10,000. */
        readonly windowMs?: number | undefined
      }
    | undefined
  /** Where none is for a cube, `silent` and `unhealthy` cubes are restarted. */
  readonly plans?: readonly HealingPlan[] | undefined
}

export interface Settings {
  readonly everyMs: number
  readonly checkTimeoutMs: number
  readonly failures: number
  readonly restart: {
    readonly baseMs: number
    readonly maxMs: number
    readonly healthyMs: number
    readonly makeMs: number
    readonly share: number
    readonly windowMs: number
  }
  readonly plans: readonly HealingPlan[]
}

/** Behind all plans that were given. */
const LAST_PLAN: HealingPlan = { for: {}, on: { silent: [{ do: "restart" }], unhealthy: [{ do: "restart" }] } }

const DEFAULTS = { everyMs: 30_000, checkTimeoutMs: 5000, failures: 3 } as const
const RESTART = {
  baseMs: 30_000,
  maxMs: 900_000,
  healthyMs: 600_000,
  makeMs: 30_000,
  share: 0.25,
  windowMs: 10_000,
} as const

/** Two of these cannot both answer a call. */
const EXCLUSIVE: readonly HealingAction["do"][] = ["isolate", "redirect", "shed"]

/**
 * Reads settings as strictly as everything from outside.
 *
 * @throws {CubeError} `supervision_refused` with every `supervision_setting_refused` and `healing_contradiction`.
 */
export function toSettings(given: SupervisionSettings): Settings {
  const { data, error } = schema().safeParse(given)
  if (error) throw refusal(error.issues.map(problemOf))
  const { plans = [], restart, ...times } = data as SupervisionSettings
  const settings: Settings = {
    ...DEFAULTS,
    ...present(times),
    restart: { ...RESTART, ...present(restart ?? {}) },
    plans: [...plans, LAST_PLAN],
  }
  const issues = [...orderIssues(settings), ...plans.flatMap(contradictions)]
  if (issues.length > 0) throw refusal(issues)
  return settings
}

export function refusal(issues: readonly Issue[]): CubeError {
  return new CubeError({ ...supervision_refused, params: { count: issues.length }, issues })
}

export function issueOf(text: ErrorText, path: Path, params: Params): Issue {
  return toIssue(text, { path, params })
}

function orderIssues({ everyMs, checkTimeoutMs, restart }: Settings): Issue[] {
  const issues: Issue[] = []
  const atMost = (path: Path, value: number, most: number): void => {
    if (value > most) issues.push(settingIssue(path, `<= ${most}`))
  }
  atMost(["checkTimeoutMs"], checkTimeoutMs, everyMs)
  atMost(["restart", "baseMs"], restart.baseMs, restart.maxMs)
  return issues
}

function contradictions({ on }: HealingPlan, at: number): Issue[] {
  return Object.entries(on).flatMap(([kind, actions = []]) => {
    const names = actions.map((action) => action.do)
    const path = ["plans", at, "on", kind]
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    const [one, other] = twice ? [twice, twice] : names.filter((name) => EXCLUSIVE.includes(name))
    return one && other ? [issueOf(healing_contradiction, path, { one, other })] : []
  })
}

function settingIssue(path: Path, takes: string): Issue {
  return issueOf(supervision_setting_refused, path, { setting: path.join(".") || "settings", takes })
}

function problemOf({ path, message }: z.core.$ZodIssue): Issue {
  return settingIssue(
    path.filter((key) => typeof key !== "symbol"),
    message,
  )
}

function present<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}

/** Messages say what is taken. */
function schema(): z.ZodType {
  const whole = (least: number) => {
    const error = `whole number ${least}…2,147,483,647`
    return z.int({ error }).min(least, { error }).max(2_147_483_647, { error }).optional()
  }
  const error = "0 < number <= 1"
  const share = z.number({ error }).gt(0, { error }).max(1, { error }).optional()
  const name = z.string({ error: "text" }).min(1, { error: "text" })
  const object = <T extends z.core.$ZodShape>(shape: T) =>
    z.strictObject(shape, { error: Object.keys(shape).join(", ") })
  const action = z.union(
    [
      object({ do: z.literal("restart"), budget: whole(1) }),
      object({ do: z.literal("isolate") }),
      object({ do: z.literal("redirect"), use: name }),
      object({ do: z.literal("redirect"), provides: name }),
      object({ do: z.literal("shed"), retryAfterMs: whole(1) }),
    ],
    { error: "restart { budget? >= 1 }, isolate, redirect { use | provides }, shed { retryAfterMs? >= 1 }" },
  )
  const actions = z.array(action, { error: "[ action, … ]" }).optional()
  const plan = object({
    for: object({ composition: name.optional(), step: name.optional(), cube: name.optional() }),
    on: object({ silent: actions, unhealthy: actions, degraded: actions, lost: actions }),
  })
  return object({
    everyMs: whole(1),
    checkTimeoutMs: whole(1),
    failures: whole(1),
    restart: object({
      baseMs: whole(1),
      maxMs: whole(1),
      healthyMs: whole(1),
      makeMs: whole(1),
      share,
      windowMs: whole(1),
    }).optional(),
    plans: z.array(plan, { error: "[ plan, … ]" }).optional(),
  })
}
