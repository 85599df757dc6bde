import type {
  AnyCube,
  Clock,
  CubeInstance,
  HealthTree,
  Host,
  Keep,
  KeptRunner,
  Log,
  PolicyControl,
  Supervisor,
} from "cubular/contract"
import { codeOf } from "./code.ts"
import { issuesFor, missingCubes, planFor, targetOf } from "./healing.ts"
import { Post } from "./post.ts"
import { toTree } from "./report.ts"
import { maySpare, Rota } from "./rota.ts"
import { refusal, type Settings, type SupervisionSettings, toSettings } from "./settings.ts"
import { Ward, type WardState } from "./ward.ts"

export interface SupervisionOptions extends SupervisionSettings {
  /** Cubes that plans may redirect to. */
  readonly cubes?: Iterable<AnyCube>
  /** What `snapshot()` of a supervisor before this one gave: pauses between restarts go on where they were. */
  readonly state?: SupervisionState
}

/** By composition and step path; JSON. */
export interface SupervisionState {
  readonly [place: string]: WardState
}

/** Looks after the cubes of every runner it is handed to. */
export interface CubeSupervisor extends Supervisor {
  health(): HealthTree
  /**
   * Does what is due: checks, restarts, and what plans say. For hosts whose timers end with a request: call it from each
   * request, a cron trigger or an alarm, as often as you like. Never rejects.
   *
   * @returns after how many ms something is due again, at most `everyMs`.
   */
  tick(): Promise<number>
  /** Ticks by itself on the host's clock, until `stop`. Does nothing when it does so already. */
  start(): void
  /** Ends what `start` began. The cubes go on as they are. */
  stop(): Promise<void>
  /** What is worth keeping over the end of this process. */
  snapshot(): SupervisionState
}

/**
 * A supervisor for runners of one host: `createRunner(…, { supervisor })`.
 *
 * @param host - Its clock is needed; lines about cubes go to its log.
 * @throws {CubeError} `supervision_refused` with the issues.
 */
export function createSupervisor(
  host: Pick<Host, "log"> & { readonly clock: Clock },
  options: SupervisionOptions = {},
): CubeSupervisor {
  const { cubes = [], state = {}, ...given } = options
  const settings = toSettings(given)
  const known = [...cubes]
  const issues = missingCubes(settings.plans, known)
  if (issues.length > 0) throw refusal(issues)
  return new Watchman(host.clock, host.log, settings, known, state)
}

/** What one who looks after a cube may take beyond check and making, in ms; then he is taken for lost. */
const GRACE_MS = 1000

class Watchman implements CubeSupervisor {
  private readonly clock: Clock
  private readonly log: Log | undefined
  private readonly settings: Settings
  private readonly cubes: readonly AnyCube[]
  private readonly state: { [place: string]: WardState }
  private readonly posts = new Set<Post>()
  private readonly rota: Rota
  private ended: AbortController | undefined
  private loop: Promise<void> | undefined

  constructor(
    clock: Clock,
    log: Log | undefined,
    settings: Settings,
    cubes: readonly AnyCube[],
    state: SupervisionState,
  ) {
    this.clock = clock
    this.log = log
    this.settings = settings
    this.cubes = cubes
    this.state = { ...state }
    this.rota = new Rota(settings.restart)
  }

  async keep(runner: KeptRunner): Promise<Keep> {
    const issues = await issuesFor(this.settings.plans, this.cubes, runner)
    if (issues.length > 0) throw refusal(issues)
    return (place, make) => {
      const first = make()
      const post = (instance: CubeInstance): CubeInstance => this.post(runner, place, make, instance)
      return first instanceof Promise ? first.then(post) : post(first)
    }
  }

  health(): HealthTree {
    return toTree(this.posts)
  }

  async tick(): Promise<number> {
    const posts = [...this.posts]
    const waits = await Promise.all(posts.map((post) => this.attend(post)))
    return Math.min(this.settings.everyMs, ...waits)
  }

  start(): void {
    if (this.ended) return
    const ended = new AbortController()
    this.ended = ended
    this.loop = this.goOn(ended.signal)
  }

  async stop(): Promise<void> {
    this.ended?.abort("stopped")
    this.ended = undefined
    await this.loop
  }

  snapshot(): SupervisionState {
    for (const post of this.posts) this.save(post)
    return { ...this.state }
  }

  private async goOn(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const ms = await this.tick()
      try {
        await this.clock.sleep(ms, signal)
      } catch {
        return
      }
    }
  }

  private post(
    ...[runner, { path, cube }, make, instance]: [KeptRunner, ...Parameters<Keep>, CubeInstance]
  ): CubeInstance {
    const { clock, log, settings } = this
    const now = clock.now()
    const kept = this.state[placeOf(runner, path)] ?? { restarts: 0, row: 0 }
    const ward = new Ward(settings, planFor(settings.plans, runner, { path, cube }), now, kept)
    const gone = (): void => {
      this.save(post)
      this.posts.delete(post)
    }
    const post: Post = new Post({ runner, path, cube, make, ward, clock, log, gone }, instance)
    post.checkAt = now + settings.everyMs
    this.posts.add(post)
    return post.instance
  }

  private save(post: Post): void {
    const { runner, path, ward } = post.on
    if (ward.restarts > 0) this.state[placeOf(runner, path)] = ward.state
  }

  /** @returns after how many ms the post wants to be looked after again. */
  private async attend(post: Post): Promise<number> {
    const { everyMs, checkTimeoutMs, restart } = this.settings
    const now = this.clock.now()
    // A clock that was set back holds nobody up.
    if (post.heldUntil > now && post.heldUntil <= now + this.longestMs) return post.heldUntil - now
    if (post.checkAt > now + everyMs) post.checkAt = now + everyMs
    post.heldUntil = now + this.longestMs
    try {
      if (post.checkAt <= now) {
        post.checkAt = now + everyMs
        await this.check(post, checkTimeoutMs)
      }
      const waitMs = await this.renew(post)
      await this.heal(post, restart.makeMs)
      return Math.max(0, Math.min(waitMs, post.checkAt - this.clock.now()))
    } catch (thrown) {
      // One's own policy, say, that cannot be isolated: the others are looked after all the same.
      this.tell(post, "error", "cube could not be looked after", { code: codeOf(thrown) })
      return everyMs
    } finally {
      post.heldUntil = 0
    }
  }

  private get longestMs(): number {
    const { checkTimeoutMs, restart } = this.settings
    return 2 * checkTimeoutMs + 2 * restart.makeMs + GRACE_MS
  }

  private async check(post: Post, timeoutMs: number): Promise<void> {
    const { ward } = post.on
    const before = ward.status
    const finding = await post.check(timeoutMs)
    ward.checked(finding, this.clock.now())
    if (ward.status === before) return
    const level = ward.status === "healthy" ? "info" : "warn"
    this.tell(post, level, `cube is ${ward.status}`, { finding })
  }

  /** Makes it anew, when that is due and its turn. @returns after how many ms it will be; ∞ when it is not wanted. */
  private async renew(post: Post): Promise<number> {
    const { ward } = post.on
    const { restart } = this.settings
    const now = this.clock.now()
    const { restartAt } = ward
    if (restartAt === undefined || !this.posts.has(post)) return Number.POSITIVE_INFINITY
    if (restartAt > now) return restartAt - now
    if (post.crowded) return restart.windowMs
    const turnAt = this.rota.take(post, this.posts, now)
    if (turnAt > 0) return turnAt - now
    post.renewingUntil = post.heldUntil
    await this.makeAnew(post)
    post.renewingUntil = 0
    return (ward.restartAt ?? Number.POSITIVE_INFINITY) - this.clock.now()
  }

  private async makeAnew(post: Post): Promise<void> {
    const { ward } = post.on
    const { restart, checkTimeoutMs } = this.settings
    try {
      await post.renew(restart.makeMs)
    } catch (thrown) {
      ward.notRestarted(this.clock.now())
      this.tell(post, "error", "cube could not be made anew", { code: codeOf(thrown) })
      return
    }
    ward.restarted()
    this.tell(post, "warn", "cube was made anew", { restarts: ward.restarts })
    await this.check(post, checkTimeoutMs)
  }

  /** What its plan says beside restarts. */
  private async heal(post: Post, makeMs: number): Promise<void> {
    const { actions } = post.on.ward
    const spared = maySpare(post, this.posts)
    const shed = spared ? actions.find((action) => action.do === "shed") : undefined
    post.shedUntil = shed && (shed.retryAfterMs === undefined ? post.checkAt : this.clock.now() + shed.retryAfterMs)
    this.isolate(post, spared && actions.some((action) => action.do === "isolate"))
    const redirect = actions.find((action) => action.do === "redirect")
    const target = redirect && targetOf(redirect, this.cubes, post.on.cube)
    if (!target) return post.endRedirect()
    try {
      await post.redirect(target, makeMs)
    } catch (thrown) {
      this.tell(post, "error", "cube to redirect to could not be made", { code: codeOf(thrown), use: target.id })
    }
  }

  /** Ends only what it began itself: what an operator isolates stays so. */
  private isolate(post: Post, wanted: boolean): void {
    const breaker = wanted === post.isolated ? undefined : breakerOf(post)
    if (!breaker) return
    if (wanted && breaker.state().state === "isolated") return
    if (wanted) breaker.isolate?.()
    else breaker.reset()
    post.isolated = wanted
  }

  /** Names and codes only: what a check notes may say anything. */
  private tell(
    post: Post,
    level: "info" | "warn" | "error",
    message: string,
    fields: { [name: string]: unknown },
  ): void {
    const { runner, path, cube } = post.on
    this.log?.(level, message, { composition: runner.composition, step: path, cube: cube.id, ...fields })
  }
}

function breakerOf({ on: { runner, path } }: Post): PolicyControl | undefined {
  try {
    return runner.policies(path).breaker
  } catch {
    // A cube that steps call has no policies, a runner that is still being made none yet.
    return undefined
  }
}

const placeOf = ({ composition }: KeptRunner, path: string): string => `${composition}/${path}`
