import {
  type AnyCube,
  type CompositionDocument,
  CubeError,
  type FilledPolicy,
  type Host,
  isCubeError,
  toParam,
  type Value,
  type Values,
} from "cubular/contract"
import {
  composition_invalid,
  document_unreadable,
  host_missing,
  need_missing,
  policy_missing,
  saga_inside,
  saga_not_supported,
  streams_missing,
} from "cubular/messages/en"
import { type Examination, examine } from "./examine.ts"
import { bareTypeOf } from "./inputs.ts"
import type { Issues } from "./issues.ts"
import type { Limits } from "./limits.ts"
import { listeningOf } from "./listening.ts"
import { digestOf } from "./normalise.ts"
import { orderSteps } from "./order.ts"
import type { Outline } from "./outline.ts"
import type { Plan, PlannedInput, PlannedPolicy, PlannedStep, Source } from "./planned.ts"
import { type Callables, checkHost, findCallables, findServices, hasPower, SUBSTITUTE } from "./powers.ts"
import type { HeldCube } from "./registry.ts"
import type { SagaPart } from "./saga.ts"
import { located } from "./validate.ts"
import type { Bound, Draft, DraftInput, Wiring } from "./wiring.ts"

export interface PlanOptions {
  readonly limits?: Partial<Limits>
  /** Policies the runner can apply, by name; a document that names another is refused. */
  readonly policies?: Iterable<{ readonly name: string; readonly needs?: readonly string[] }>
  /** `saga` of `cubular/saga`; without it a saga is refused. */
  readonly saga?: SagaPart | undefined
  /** Whether the runner can run streams; a document with streams is refused where it cannot. */
  readonly streams?: unknown
}

/** Policies handed in, with the powers they need. */
type Known = ReadonlyMap<string, readonly string[]>

/**
 * A document that passed validation, resolved to exact versions, ordered, checked against a host and frozen.
 *
 * @param source - JSON text, UTF-8 bytes, a parsed value or a typed literal.
 * @param registry - A Registry, or an iterable of cubes and documents.
 * @throws {CubeError} `composition_invalid`, always only that; `.issues` holds all findings, warnings among them.
 */
export async function plan(source: unknown, registry: unknown, host: Host, options?: PlanOptions): Promise<Plan> {
  let examined: Examination
  try {
    examined = await examine(source, registry, options?.limits)
    const policies = [...(options?.policies ?? [])].map(({ name, needs = [] }) => [name, needs] as const)
    if (!options?.streams && examined.wiring && isStreamed(examined.wiring)) examined.issues.error(streams_missing, [])
    const planned = await complete(examined, host, new Map(policies), options?.saga)
    if (planned) return planned
  } catch (cause) {
    if (isCubeError(cause) && cause.code === composition_invalid.code) throw cause
    throw new CubeError({ ...document_unreadable, cause })
  }
  const issues = located(examined)
  const errors = issues.filter((issue) => issue.severity === "error")
  const first = errors[0]
  throw new CubeError({
    ...composition_invalid,
    path: first?.path ?? [],
    params: { errors: errors.length, first: first === undefined ? "" : toParam(first) },
    issues,
  })
}

/** The plan, or undefined when there are errors. */
async function complete(
  examined: Examination,
  host: Host,
  policies: Known,
  part: SagaPart | undefined,
): Promise<Plan | undefined> {
  const { outline, wiring, holdings, cubes, issues } = examined
  if (!outline || !wiring || !holdings) return undefined
  const callables = await findCallables(wiring.drafts, holdings, cubes, issues)
  if (typeof host !== "object" || host === null) {
    issues.error(host_missing, [])
    return undefined
  }
  const services = findServices(outline, wiring.drafts, callables, host, issues)
  checkHost(wiring.drafts, callables, host, issues)
  checkPolicies(outline, policies, host, issues)
  const saga = outline.document.mode === "saga" ? part : undefined
  if (outline.document.mode === "saga" && !saga) issues.error(saga_not_supported, ["mode"])
  if (issues.failed) return undefined
  const planned = freezePlan(outline, wiring, callables, services, cubes, saga?.timeoutMs)
  issues.list.push(...(saga?.check(planned) ?? []))
  return issues.failed ? undefined : planned
}

/** Refuses what this runner cannot do. */
function checkPolicies(outline: Outline, known: Known, host: Host, issues: Issues, place?: readonly string[]): void {
  for (const member of outline.members.values()) {
    if (member.inner) checkPolicies(member.inner, known, host, issues, place ?? ["cubes", member.id, "use"])
    if (member.inner?.document.mode === "saga" && outline.document.mode !== "saga")
      issues.error(saga_inside, place ?? ["cubes", member.id, "use"], { composition: member.inner.key })
    for (const key of Object.keys(member.placed.policy ?? {})) {
      const policy = key.replace(/Ms$/, "")
      const path = place ?? ["cubes", member.id, "policy", key]
      if (!known.has(policy)) issues.error(policy_missing, path, { policy })
      for (const need of known.get(policy) ?? [])
        if (!hasPower(host, need)) issues.error(need_missing, path, { cube: policy, need, host: String(host.name) })
    }
  }
}

function freezePlan(
  outline: Outline,
  wiring: Wiring,
  callables: Callables,
  services: Plan["services"],
  cubes: ReadonlyMap<HeldCube, AnyCube>,
  timeoutMs: number | undefined,
): Plan {
  const drafts = wiring.drafts.sort((a, b) => (a.path < b.path ? -1 : 1))
  const ordered = orderSteps(drafts)
  let slots = wiring.runInputs.length
  ordered.forEach((draft, index) => {
    draft.index = index
    draft.firstSlot = slots
    slots += draft.outputs.length
  })
  const { document } = outline
  let digest: string | undefined
  return Object.freeze({
    id: document.id,
    version: document.version,
    // Computed when first asked for: hashing a large document takes longer than planning it.
    get digest(): string {
      digest ??= digestOf(outline, cubes)
      return digest
    },
    document: freezeDeep(document),
    compositions: freezeDeep(compositionsOf(outline, {})),
    inputs: freezeList(wiring.runInputs, ({ name, required, checks, fallback, stream }) => ({
      name,
      stream,
      required,
      checks: Object.freeze(checks),
      bare: bareTypeOf(checks),
      fallback: freezeDeep(fallback),
    })),
    steps: freezeList(ordered, (draft) => toStep(draft, callables, timeoutMs)),
    outputs: freezeList(wiring.outputs, ({ name, bound }) => ({ name, source: toSource(bound) })),
    emits: freezeList(wiring.emits, ({ name, bound }) => ({ topic: name, source: toSource(bound) })),
    on: freezeList(listeningOf(outline), (listening) => listening),
    slots,
    streamed: isStreamed(wiring),
    services: Object.freeze(services),
  })
}

function toStep(draft: Draft, callables: Callables, timeoutMs: number | undefined): PlannedStep {
  const { index, path, cube, config, outputs, firstSlot } = draft
  const indexes = (sources: readonly Draft[]): readonly number[] =>
    Object.freeze([...new Set(sources.map((source) => source.index))].sort((a, b) => a - b))
  return {
    index,
    path,
    cube,
    config: freezeDeep(config),
    inputs: freezeList(draft.inputs, toInput),
    outputs,
    firstSlot,
    streams: streamsOf(draft),
    when: freezeList(draft.when, toSource),
    waitsFor: indexes(draft.waits),
    reads: indexes(draft.reads),
    callable: callables.get(draft) ?? NOTHING,
    policy: toPolicy(draft, callables, timeoutMs),
    final: draft.final,
  }
}

function toPolicy(draft: Draft, callables: Callables, timeoutMs: number | undefined): PlannedPolicy | undefined {
  const { data: given, key, value } = draft.policy ?? NO_POLICY
  const data = timeoutMs === undefined ? given : { timeoutMs, ...given }
  if (Object.keys(data).length === 0) return undefined
  return Object.freeze({
    data: freezeDeep(data as unknown as Value) as unknown as FilledPolicy,
    key: key && toSource(key),
    value: freezeDeep(value) as Values | undefined,
    substitute: callables.get(draft)?.[SUBSTITUTE],
  })
}

const NO_POLICY = /* @__PURE__ */ Object.freeze({ data: {}, key: undefined, value: undefined })
const NOTHING: { readonly [id: string]: AnyCube } = /* @__PURE__ */ Object.freeze({})

function toInput({ port, required, bound, fallback, check, stream }: DraftInput): PlannedInput {
  const source = toSource(bound)
  if (stream) return { port, required, source, fallback: undefined, check: undefined, stream: Object.freeze({ check }) }
  return { port, required, source, fallback: freezeDeep(fallback), check }
}

function streamsOf({ inputs, outputs, types }: Draft): readonly string[] | undefined {
  const given = outputs.filter((_, at) => types[at]?.shape.kind === "stream")
  return given.length > 0 || inputs.some(({ stream }) => stream) ? Object.freeze(given) : undefined
}

function isStreamed({ drafts, runInputs }: Wiring): boolean {
  return drafts.some(streamsOf) || runInputs.some(({ stream }) => stream)
}

function toSource(bound: Bound): Source {
  if (bound.kind === "constant") return Object.freeze({ kind: "constant", value: freezeDeep(bound.value) })
  if (bound.kind === "list") return Object.freeze({ kind: "list", items: freezeList(bound.items, toSource) })
  const slot = (bound.from?.firstSlot ?? 0) + bound.index
  return Object.freeze({ kind: "slot", slot, pointer: Object.freeze(bound.pointer) })
}

/** Documents used as cubes, however deep inside. */
function compositionsOf(
  outline: Outline,
  found: { [key: string]: CompositionDocument },
): { [key: string]: CompositionDocument } {
  for (const { inner } of outline.members.values()) {
    if (!inner || Object.hasOwn(found, inner.key)) continue
    found[inner.key] = inner.document
    compositionsOf(inner, found)
  }
  return found
}

function freezeList<T, U extends object>(list: readonly T[], make: (item: T) => U): readonly U[] {
  return Object.freeze(list.map((item) => Object.freeze(make(item))))
}

/** Freezes JSON all the way down. Typed arrays cannot be frozen. */
function freezeDeep<
  T extends Value | CompositionDocument | { readonly [key: string]: CompositionDocument } | undefined,
>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) freezeDeep(inner as Value)
  return Object.freeze(value)
}
