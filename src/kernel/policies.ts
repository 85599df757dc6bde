import {
  type AnyCube,
  decodeJson,
  type ErrorText,
  type FilledPolicy,
  fillPolicy,
  isCubeError,
  type Json,
  type Params,
  type Path,
  type PolicyData,
  type Value,
  type Values,
} from "cubular/contract"
import {
  breaker_hasty,
  cache_on_write,
  deadline_below_timeout,
  dependency_needs_config,
  fallback_cube_refused,
  fallback_value_refused,
  policy_setting_refused,
  retry_on_write,
} from "cubular/messages/en"
import { isOptionalOutput } from "./compile.ts"
import { problemOf } from "./gather.ts"
import type { Type } from "./type.ts"
import { type Judge, nameOf } from "./verdict.ts"

/** What a cube with an effect provides when calling it again under the same `step.idempotencyKey` changes nothing. */
const IDEMPOTENT = "idempotent"

/** The placed cube around which the policies stand. */
export interface PolicySubject {
  readonly cube: AnyCube
  /** What is wired in, by port. */
  readonly inputs: ReadonlyMap<string, Type>
  readonly outputs: ReadonlyMap<string, Type>
  /** The cube of `fallback.use`. */
  readonly substitute: PolicySubstitute | undefined
}

export interface PolicySubstitute {
  readonly cube: AnyCube
  readonly configRequired: boolean
  readonly inputs: readonly { readonly name: string; readonly required: boolean; readonly type: Type }[]
  readonly outputs: ReadonlyMap<string, Type>
}

/** Tells a finding; `path` begins inside the policy. */
export type Report = (text: ErrorText, path: Path, params?: Params, severity?: "error" | "warning") => undefined

/**
 * Looks at what no schema can say about policies: settings that mean nothing, policies that do not go with the cube or
 * with each other, and stand-ins that do not fit.
 *
 * @param given - Of the right shape.
 */
export class PolicyCheck {
  readonly data: FilledPolicy
  private readonly subject: PolicySubject
  private readonly judge: Judge
  private readonly report: Report

  constructor(given: PolicyData, subject: PolicySubject, judge: Judge, report: Report) {
    this.data = fillPolicy(given)
    this.subject = subject
    this.judge = judge
    this.report = report
  }

  /** @returns the outputs of `fallback.value`. */
  run(): Values | undefined {
    this.durations()
    this.together()
    const { fallback } = this.data
    if (this.subject.substitute) this.stands(this.subject.substitute)
    return fallback && "value" in fallback ? this.value(fallback.value) : undefined
  }

  private durations(): void {
    const { deadlineMs, timeoutMs, retry, breaker, cache, rateLimit } = this.data
    this.some(deadlineMs, "deadlineMs")
    this.some(timeoutMs, "timeoutMs")
    this.some(breaker?.windowMs, "breaker", "windowMs")
    this.some(breaker?.openMs, "breaker", "openMs")
    this.some(cache?.ttlMs, "cache", "ttlMs")
    this.some(rateLimit?.windowMs, "rateLimit", "windowMs")
    const { baseMs = 0, maxMs = 0 } = retry ?? {}
    if (maxMs < baseMs)
      this.report(policy_setting_refused, ["retry", "maxMs"], { setting: "retry.maxMs", takes: `>= ${baseMs}` })
  }

  /** No time at all is a mistake: nothing would ever pass, or nothing would ever count. */
  private some(ms: number | undefined, ...path: readonly string[]): void {
    if (ms === 0) this.report(policy_setting_refused, path, { setting: path.join("."), takes: "> 0" })
  }

  private together(): void {
    const { deadlineMs, timeoutMs, retry, breaker, cache } = this.data
    const { cube } = this.subject
    if (cube.effect === "write" && cache) this.report(cache_on_write, ["cache"], { cube: cube.id })
    if (cube.effect === "write" && retry && !cube.provides.includes(IDEMPOTENT))
      this.report(retry_on_write, ["retry"], { cube: cube.id })
    if (deadlineMs !== undefined && timeoutMs !== undefined && deadlineMs < timeoutMs)
      this.report(deadline_below_timeout, ["timeoutMs"], { deadlineMs, timeoutMs }, "warning")
    if (breaker && breaker.minimumCalls * breaker.errorRate <= 1) {
      const { minimumCalls, errorRate } = breaker
      this.report(breaker_hasty, ["breaker", "minimumCalls"], { minimumCalls, errorRate }, "warning")
    }
  }

  private value(json: Json): Values | undefined {
    const { cube } = this.subject
    const refuse = (path: Path, expected: string): undefined =>
      this.report(fallback_value_refused, ["fallback", "value", ...path], { cube: cube.id, expected })
    if (typeof json !== "object" || json === null || Array.isArray(json)) return refuse([], "{ … }")
    let outputs: { readonly [port: string]: Value }
    try {
      outputs = decodeJson(json) as typeof outputs
    } catch (error) {
      return refuse(isCubeError(error) ? error.path : [], "a value")
    }
    for (const port of Object.keys(outputs)) if (!Object.hasOwn(cube.outputs, port)) return refuse([port], "never")
    for (const [port, schema] of Object.entries(cube.outputs)) {
      const given = Object.hasOwn(outputs, port) ? outputs[port] : undefined
      if (given === undefined && isOptionalOutput(cube, port)) continue
      const problem = given === undefined ? { path: [], expected: "a value" } : problemOf(schema, given)
      if (problem) return refuse([port, ...problem.path], problem.expected)
    }
    return outputs
  }

  /** Whether a cube can stand in: it gets the step's inputs by their names and gives its outputs. */
  private stands({ cube, configRequired, inputs, outputs }: PolicySubstitute): void {
    const { subject } = this
    const refuse = (port: string, gives: string, takes: string): undefined =>
      this.report(fallback_cube_refused, ["fallback", "use"], { cube: cube.id, port, gives, takes })
    if (configRequired)
      this.report(dependency_needs_config, ["fallback", "use"], { cube: subject.cube.id, dependency: cube.id })
    for (const { name, required, type } of inputs) {
      const given = subject.inputs.get(name)
      if (given === undefined && required) refuse(name, "—", nameOf(type))
      if (given && this.judge.verdict(given, type) === "refuted") refuse(name, nameOf(given), nameOf(type))
    }
    for (const [port, type] of subject.outputs) {
      const given = outputs.get(port)
      if (given === undefined && !isOptionalOutput(subject.cube, port)) refuse(port, "—", nameOf(type))
      if (given && this.judge.verdict(given, type) === "refuted") refuse(port, nameOf(given), nameOf(type))
    }
  }
}
