import {
  type AnyCube,
  type CubeManifest,
  decodeJson,
  type ErrorText,
  isCubeError,
  type Json,
  type JsonSchema,
  type Params,
  type Path,
  type Value,
} from "cubular/contract"
import {
  config_missing,
  config_not_taken,
  config_refused,
  constant_malformed,
  constant_refused,
  input_schema_refused,
  pointer_impossible,
  schema_failed,
  secret_misplaced_in_config,
  when_not_boolean,
  wire_refuted,
} from "cubular/messages/en"
import * as z from "zod"
import { bind } from "./bind.ts"
import { SchemaRefusal, toZod } from "./declared.ts"
import { firstProblem, type SchemaIssue } from "./expected.ts"
import { type Issues, problemOf } from "./issues.ts"
import type { Declared, Member, Outline, Wire } from "./outline.ts"
import { formatPointer, formatRef, type ParsedRef } from "./refs.ts"
import type { HeldCube } from "./registry.ts"
import { ANY, intersection, tuple, Type, typeOf, typeOfValue, type Variables } from "./type.ts"
import { exampleOf, Judge, nameOf } from "./verdict.ts"
import { at, step } from "./walk.ts"

/** A value on its way: what it will be, and where it will come from. */
export type Bound =
  | {
      readonly kind: "slot"
      /** The step that gives it; undefined for an input of the run. */
      readonly from: Draft | undefined
      /** Position among the step's outputs or the run's inputs. */
      readonly index: number
      readonly pointer: readonly string[]
      readonly type: Type
      /** Whether there is always a value when the source is ok. */
      readonly sure: boolean
      /** The run's input has no schema of its own: it is checked against the ports it feeds when the run begins. */
      readonly inferred: boolean
      /** What stands for it when it is absent. */
      readonly fallback: Value | undefined
      /** Declared input schemas of the compositions it passed through unproved. */
      readonly guards: readonly z.ZodType[]
    }
  | { readonly kind: "constant"; readonly value: Value; readonly type: Type }
  | { readonly kind: "list"; readonly items: readonly Bound[]; readonly type: Type }

export interface DraftInput {
  readonly port: string
  readonly required: boolean
  readonly bound: Bound
  readonly fallback: Value | undefined
  readonly check: z.ZodType | undefined
}

/** A step before it has a place in the order. */
export interface Draft {
  readonly path: string
  /** Where the root document places it. */
  readonly at: Path
  readonly held: HeldCube
  readonly cube: AnyCube
  readonly config: Json | undefined
  readonly inputs: readonly DraftInput[]
  readonly outputs: readonly string[]
  readonly when: readonly Bound[]
  readonly waits: Set<Draft>
  readonly types: readonly Type[]
  index: number
  firstSlot: number
}

export interface RunInput {
  readonly name: string
  readonly required: boolean
  readonly checks: readonly z.ZodType[]
  readonly bound: Bound
}

interface Ports {
  readonly inputs: Map<string, Type>
  readonly outputs: readonly string[]
  /** Types of the outputs; made anew for each placed cube when it has type variables. */
  readonly types: readonly Type[]
  readonly generic: boolean
  readonly fallbacks: Map<string, Value | undefined>
}

/** One document in one place: the root, or a composition used as a cube. */
interface Scope {
  readonly outline: Outline
  /** "" or "fortune/". */
  readonly prefix: string
  /** Where the root document places it; undefined for the root itself. */
  readonly place: Path | undefined
  readonly inputs: Map<string, { readonly bound: Bound; readonly path: Path | undefined }>
  readonly results: Map<Member, Draft | Inlined>
  readonly when: readonly Bound[]
  readonly after: readonly Draft[]
}

interface Inlined {
  readonly outputs: Map<string, Bound>
  readonly drafts: readonly Draft[]
}

const BOOLEAN: Type = /* @__PURE__ */ new Type({ kind: "boolean" })
const EMPTY: readonly string[] = /* @__PURE__ */ Object.freeze([])

/**
 * Gives every value a type and every wire a verdict, with compositions used as cubes inlined. Everything it finds goes
 * to `issues`; `drafts` are complete only when it found no error.
 */
export class Wiring {
  readonly drafts: Draft[] = []
  readonly runInputs: RunInput[] = []
  readonly outputs: { readonly name: string; readonly bound: Bound }[] = []
  private readonly issues: Issues
  private readonly cubes: ReadonlyMap<HeldCube, AnyCube>
  private readonly judge = new Judge()
  private readonly ports = new Map<HeldCube, Ports>()
  private readonly declaredTypes = new Map<Declared, { readonly type: Type; readonly zod: z.ZodType } | undefined>()

  constructor(issues: Issues, cubes: ReadonlyMap<HeldCube, AnyCube>) {
    this.issues = issues
    this.cubes = cubes
  }

  run(outline: Outline): void {
    const scope: Scope = {
      outline,
      prefix: "",
      place: undefined,
      inputs: new Map(),
      results: new Map(),
      when: [],
      after: [],
    }
    for (const name of [...outline.inputs.keys()].sort()) this.runInput(scope, name)
    this.inside(scope)
    for (const name of [...outline.outputs.keys()].sort()) {
      const bound = this.resolve(scope, outline.outputs.get(name) as ParsedRef, ["outputs", name])
      if (bound) this.outputs.push({ name, bound })
    }
    for (const topic of Object.keys(outline.document.emit ?? {})) {
      const ref = outline.emits.get(topic)
      if (ref) this.resolve(scope, ref, ["emit", topic])
    }
  }

  private runInput(scope: Scope, name: string): void {
    const use = scope.outline.inputs.get(name) as NonNullable<ReturnType<Outline["inputs"]["get"]>>
    const known = this.declared(scope, name)
    const feeds = use.feeds.map(({ held, port }) => ({ type: this.portsOf(held).inputs.get(port) ?? ANY, zod: this.zodOf(held, port) }))
    const checks = use.declared ? [known?.zod] : [...new Set(feeds.map((feed) => feed.zod))]
    const inferred = feeds.length === 0 ? ANY : intersection([...new Set(feeds.map((feed) => feed.type))])
    const bound: Bound = {
      kind: "slot",
      from: undefined,
      index: this.runInputs.length,
      pointer: EMPTY,
      type: use.declared ? (known?.type ?? ANY) : inferred,
      sure: true,
      inferred: use.declared === undefined,
      fallback: use.declared?.fallback,
      guards: [],
    }
    const required = use.required && use.declared?.fallback === undefined
    this.runInputs.push({ name, required, checks: checks.filter((check) => check !== undefined), bound })
    scope.inputs.set(name, { bound, path: undefined })
  }

  /** The declared schema of an input, read once; undefined when there is none or it was refused. */
  private declared(scope: Scope, name: string): { readonly type: Type; readonly zod: z.ZodType } | undefined {
    const declared = scope.outline.inputs.get(name)?.declared
    if (declared === undefined) return undefined
    if (!this.declaredTypes.has(declared)) this.declaredTypes.set(declared, this.readDeclared(declared, scope, name))
    return this.declaredTypes.get(declared)
  }

  private readDeclared(declared: Declared, scope: Scope, name: string): { type: Type; zod: z.ZodType } | undefined {
    const { held, port, schema } = declared
    if (held) {
      const type = this.portsOf(held).inputs.get(port)
      const zod = this.zodOf(held, port)
      return type && zod && { type, zod }
    }
    try {
      return { type: typeOf(schema as JsonSchema), zod: toZod(schema) }
    } catch (refusal) {
      const path = refusal instanceof SchemaRefusal ? refusal.path : []
      this.report(scope, input_schema_refused, ["inputs", name, ...path], { what: problemOf(refusal) })
      return undefined
    }
  }

  private inside(scope: Scope): readonly Draft[] {
    const first = this.drafts.length
    for (const member of scope.outline.order) {
      const when = this.whens(scope, member)
      const after = [...scope.after, ...member.after.flatMap((before) => draftsOf(scope.results.get(before)))]
      if (member.inner) scope.results.set(member, this.inline(scope, member, member.inner, when, after))
      else if (member.held) this.draft(scope, member, member.held, when, after)
    }
    return this.drafts.slice(first)
  }

  private whens(scope: Scope, member: Member): readonly Bound[] {
    if (member.when === undefined) return scope.when
    const path = [...member.path, "when"]
    const bound = this.resolve(scope, member.when, path)
    if (bound && this.judge.verdict(bound.type, BOOLEAN) === "refuted")
      this.report(scope, when_not_boolean, path, { ref: formatRef(member.when), gives: nameOf(bound.type) })
    return bound ? [...scope.when, bound] : scope.when
  }

  private inline(scope: Scope, member: Member, outline: Outline, when: readonly Bound[], after: readonly Draft[]): Inlined {
    const inner: Scope = {
      outline,
      prefix: `${scope.prefix}${member.id}/`,
      place: scope.place ?? member.path,
      inputs: new Map(),
      results: new Map(),
      when,
      after,
    }
    for (const [name, wire] of member.wires) {
      const bound = this.bindWire(scope, wire)
      const path = scope.place ? scope.inputs.get(name)?.path : wire.path
      if (bound) inner.inputs.set(name, { bound: this.enter(scope, inner, name, bound, wire), path })
    }
    const drafts = this.inside(inner)
    const outputs = new Map<string, Bound>()
    for (const [name, ref] of outline.outputs) {
      const bound = this.resolve(inner, ref, ["outputs", name])
      if (bound) outputs.set(name, bound)
    }
    return { outputs, drafts }
  }

  /** A value entering a composition that declares what it takes. */
  private enter(scope: Scope, inner: Scope, name: string, bound: Bound, wire: Wire): Bound {
    const declared = this.declared(inner, name)
    if (declared === undefined) return bound
    if (bound.kind === "constant") {
      this.checkConstant(scope, declared.zod, bound.value, wire, name)
      return bound
    }
    const verdict = this.verdictOf(scope, bound, declared.type, wire, name)
    return verdict === "unknown" && bound.kind === "slot" ? { ...bound, guards: [...bound.guards, declared.zod] } : bound
  }

  private draft(scope: Scope, member: Member, held: HeldCube, when: readonly Bound[], after: readonly Draft[]): void {
    const cube = this.cubes.get(held)
    if (cube === undefined) return
    const ports = this.portsOf(held)
    const vars = new Map<string, Type>()
    const inputs: DraftInput[] = []
    for (const port of Object.keys(held.manifest.inputs)) {
      const input = this.input(scope, member, held, port, vars)
      if (input) inputs.push(input)
    }
    const types = ports.generic ? outputTypes(held.manifest, vars) : ports.types
    const config = this.config(scope, member, cube)
    const waits = new Set(after)
    for (const bound of [...when, ...inputs.map((input) => input.bound)]) addSources(bound, waits)
    const path = scope.prefix + member.id
    const at = scope.place ?? member.path
    const draft: Draft = { path, at, held, cube, config, inputs, outputs: ports.outputs, when, waits, types, index: 0, firstSlot: 0 }
    this.drafts.push(draft)
    scope.results.set(member, draft)
  }

  private input(scope: Scope, member: Member, held: HeldCube, port: string, vars: Map<string, Type>): DraftInput | undefined {
    const wire = member.wires.get(port)
    const { required } = held.manifest.inputs[port] as { required: boolean }
    const fallback = this.fallback(held, port)
    const target = this.portsOf(held).inputs.get(port) ?? ANY
    const zod = this.zodOf(held, port)
    // A composition's optional input that its place leaves open is absent inside.
    const bound = wire && this.bindWire(scope, wire)
    if (!wire || !bound || !zod)
      return fallback === undefined ? undefined : { port, required: false, bound: constant(fallback), fallback, check: undefined }
    const wide = bound.kind === "constant" ? typeOfValue(bound.value, true) : bound.type
    if (this.portsOf(held).generic) bind(target, wide, vars)
    const check = this.checkFor(scope, bound, target, zod, wire, `${scope.prefix}${member.id}`)
    const standIn = fallback ?? (bound.kind === "slot" ? bound.fallback : undefined)
    return { port, required: required && standIn === undefined, bound, fallback: standIn, check }
  }

  /** What has to be parsed at run time; reports what can never pass. */
  private checkFor(scope: Scope, bound: Bound, target: Type, zod: z.ZodType, wire: Wire, instance: string): z.ZodType | undefined {
    if (bound.kind === "constant") {
      this.checkConstant(scope, zod, bound.value, wire, instance)
      return undefined
    }
    const guards = bound.kind === "slot" ? bound.guards : []
    const free = bound.kind === "slot" && bound.inferred && bound.pointer.length === 0
    const verdict = free ? "proved" : this.verdictOf(scope, bound, target, wire, instance)
    if (guards.length === 0) return verdict === "unknown" ? zod : undefined
    return [...guards, zod].reduce((first, next) => z.pipe(first, next as never))
  }

  private verdictOf(scope: Scope, bound: Bound, target: Type, wire: Wire, instance: string): "proved" | "unknown" {
    const verdict = this.judge.verdict(bound.type, target)
    if (verdict === "refuted") {
      const params = { from: textOf(wire), instance, port: wire.port, gives: nameOf(bound.type), takes: nameOf(target) }
      this.report(scope, wire_refuted, wire.path, { ...params, example: exampleOf(bound.type) ?? null }, this.entry(scope, wire))
    }
    return verdict === "proved" && (bound.kind === "list" || bound.kind === "constant" || bound.sure) ? "proved" : "unknown"
  }

  private checkConstant(scope: Scope, zod: z.ZodType, value: Value, wire: Wire, instance: string): void {
    const issues = this.parse(scope, zod, value, wire.path)
    if (issues.length === 0) return
    const { path, expected } = firstProblem(issues)
    const params = { instance, port: wire.port, pointer: formatPointer(path), expected }
    this.report(scope, constant_refused, [...wire.path, ...(wire.from.kind === "constant" ? ["value", ...path] : [])], params, this.entry(scope, wire))
  }

  /** Parses and never throws: a `refine` of somebody's cube may. */
  private parse(scope: Scope, zod: z.ZodType, value: unknown, path: Path): readonly SchemaIssue[] {
    try {
      return (zod.safeParse(value).error?.issues ?? []) as unknown as readonly SchemaIssue[]
    } catch {
      this.report(scope, schema_failed, path)
      return []
    }
  }

  private bindWire(scope: Scope, wire: Wire): Bound | undefined {
    const { from, path } = wire
    if (from.kind === "ref") return this.resolve(scope, from.ref, path)
    if (from.kind === "constant") return this.decode(scope, from.json, path)
    const items = from.refs.map((ref, index) => this.resolve(scope, ref, [...path, index]))
    if (!items.every((item) => item !== undefined)) return undefined
    return { kind: "list", items, type: tuple(items.map((item) => item.type)) }
  }

  private decode(scope: Scope, json: Json, path: Path): Bound | undefined {
    try {
      return constant(decodeJson(json))
    } catch (error) {
      const inner = isCubeError(error) ? error.path : []
      const problem = isCubeError(error) ? error.message : ""
      this.report(scope, constant_malformed, [...path, "value", ...inner], { problem })
      return undefined
    }
  }

  private resolve(scope: Scope, ref: ParsedRef, path: Path): Bound | undefined {
    const base = this.base(scope, ref)
    let bound = base
    for (const token of ref.pointer) {
      if (bound === undefined) break
      bound = point(bound, token)
    }
    if (base && !bound)
      this.report(scope, pointer_impossible, path, { ref: formatRef(ref), gives: nameOf(base.type) })
    return bound
  }

  private base(scope: Scope, ref: ParsedRef): Bound | undefined {
    if (ref.instance === undefined) return scope.inputs.get(ref.name)?.bound
    const member = scope.outline.members.get(ref.instance)
    const result = member && scope.results.get(member)
    if (result && "drafts" in result) return result.outputs.get(ref.name)
    const held = member?.held
    if (held === undefined) return undefined
    const ports = this.portsOf(held)
    const index = ports.outputs.indexOf(ref.name)
    const sure = held.manifest.outputs[ref.name]?.required ?? false
    // On a cycle the source has no draft yet; its types are known all the same, so its wires are judged too.
    const type = (result?.types ?? ports.types)[index] ?? ANY
    return { kind: "slot", from: result, index, pointer: EMPTY, type, sure, inferred: false, fallback: undefined, guards: [] }
  }

  private config(scope: Scope, member: Member, cube: AnyCube): Json | undefined {
    const given = member.placed.config
    const path = [...member.path, "config"]
    if (cube.config === undefined) {
      if (given !== undefined) this.report(scope, config_not_taken, path, { cube: cube.id })
      return undefined
    }
    try {
      const parsed = cube.config.safeParse(given)
      if (parsed.success) return parsed.data as Json | undefined
      this.refuseConfig(scope, cube, given, path, parsed.error.issues as unknown as readonly SchemaIssue[])
    } catch {
      this.report(scope, schema_failed, path)
    }
    return undefined
  }

  private refuseConfig(scope: Scope, cube: AnyCube, given: Json | undefined, path: Path, issues: readonly SchemaIssue[]): void {
    if (given === undefined) return this.report(scope, config_missing, path, { cube: cube.id })
    for (const issue of issues) {
      const problem = firstProblem([issue])
      const value = problem.path.reduce<Value | undefined>((inner, key) => at(inner, String(key)), given)
      const secret = at(value, "secret") !== undefined && !JSON.stringify(problem.expected).includes("secret")
      const params = { cube: cube.id, pointer: formatPointer(problem.path), expected: problem.expected }
      this.report(scope, secret ? secret_misplaced_in_config : config_refused, [...path, ...problem.path], params)
    }
  }

  private portsOf(held: HeldCube): Ports {
    const known = this.ports.get(held)
    if (known) return known
    const { inputs, outputs } = held.manifest
    const ports: Ports = {
      inputs: new Map(Object.keys(inputs).map((port) => [port, typeOf((inputs[port] as { schema: JsonSchema }).schema)])),
      outputs: Object.freeze(Object.keys(outputs)),
      types: outputTypes(held.manifest, undefined),
      generic: JSON.stringify(inputs).includes('"x-same"'),
      fallbacks: new Map(),
    }
    this.ports.set(held, ports)
    return ports
  }

  private zodOf(held: HeldCube, port: string): z.ZodType | undefined {
    const cube = this.cubes.get(held)
    return cube && Object.hasOwn(cube.inputs, port) ? cube.inputs[port] : undefined
  }

  /** The default of an input port. */
  private fallback(held: HeldCube, port: string): Value | undefined {
    if (held.manifest.inputs[port]?.required) return undefined
    const { fallbacks } = this.portsOf(held)
    if (!fallbacks.has(port)) {
      const parsed = this.zodOf(held, port)?.safeParse(undefined)
      fallbacks.set(port, parsed?.success ? (parsed.data as Value | undefined) : undefined)
    }
    return fallbacks.get(port)
  }

  /** Where the root document wires the input that this wire, inside a composition, passes on. */
  private entry(scope: Scope, wire: Wire): Path | undefined {
    const ref = wire.from.kind === "ref" && wire.from.ref.instance === undefined ? wire.from.ref : undefined
    return ref && scope.inputs.get(ref.name)?.path
  }

  /** Reports in the root document's coordinates: what goes wrong inside a composition, at the place that uses it. */
  private report(scope: Scope, text: ErrorText, path: Path, params: Params = {}, entry?: Path): void {
    this.issues.error(text, scope.place ? (entry ?? [...scope.place, "use"]) : path, params)
  }
}

function outputTypes(manifest: CubeManifest, vars: Variables | undefined): Type[] {
  return Object.values(manifest.outputs).map((port) => typeOf(port.schema, vars))
}

function constant(value: Value): Bound {
  return { kind: "constant", value, type: typeOfValue(value, false) }
}

/** One token further into a value; undefined when there can be nothing. */
function point(bound: Bound, token: string): Bound | undefined {
  if (bound.kind === "constant") {
    const value = at(bound.value, token)
    return value === undefined ? undefined : constant(value)
  }
  if (bound.kind === "list") return /^(?:0|[1-9]\d{0,8})$/.test(token) ? bound.items[Number(token)] : undefined
  const inner = step(bound.type, token)
  if (inner === undefined) return undefined
  const fallback = at(bound.fallback, token)
  return { ...bound, pointer: [...bound.pointer, token], type: inner.type, sure: bound.sure && inner.sure, fallback, guards: [] }
}

function addSources(bound: Bound, to: Set<Draft>): void {
  if (bound.kind === "list") for (const item of bound.items) addSources(item, to)
  else if (bound.kind === "slot" && bound.from) to.add(bound.from)
}

function draftsOf(result: Draft | Inlined | undefined): readonly Draft[] {
  if (result === undefined) return []
  return "drafts" in result ? result.drafts : [result]
}

function textOf(wire: Wire): string {
  if (wire.from.kind === "ref") return formatRef(wire.from.ref)
  return wire.from.kind === "list" ? `[${wire.from.refs.slice(0, 3).map(formatRef).join(", ")}]` : "{ value }"
}
