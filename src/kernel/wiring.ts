import {
  type AnyCube,
  type CubeManifest,
  decodeJson,
  type ErrorText,
  type FilledPolicy,
  isCubeError,
  isStream,
  itemOf,
  type Json,
  type JsonSchema,
  type Params,
  type Path,
  type PortManifest,
  type Value,
  type Values,
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
  stream_in_message,
  stream_into_value,
  stream_pointer,
  value_into_stream,
  when_not_boolean,
  wire_refuted,
} from "cubular/messages/en"
import * as z from "zod"
import { Bindings } from "./bind.ts"
import { toZod } from "./declared.ts"
import { firstProblem, type SchemaIssue } from "./expected.ts"
import { type Issues, problemOf } from "./issues.ts"
import { type Declared, type InputUse, type Member, type Outline, pathOf, type WireText } from "./outline.ts"
import { PolicyCheck, type PolicySubstitute, type Report } from "./policies.ts"
import { formatPointer, formatRef, type ParsedRef } from "./refs.ts"
import type { HeldCube } from "./registry.ts"
import { ANY, intersection, Type, tuple, typeOf, typeOfValue, type Variables } from "./type.ts"
import { exampleOf, Judge, nameOf } from "./verdict.ts"
import { at, indexOf, step } from "./walk.ts"

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
  /** It is a stream, and `check` is for each item. */
  readonly stream: boolean
}

/** A step before it has a place in the order. */
export interface Draft {
  readonly path: string
  /** Which member of the root document it is, or is inside of. */
  readonly root: Member
  readonly held: HeldCube
  readonly cube: AnyCube
  readonly config: Json | undefined
  readonly inputs: readonly DraftInput[]
  readonly outputs: readonly string[]
  readonly when: readonly Bound[]
  /** What must have begun or be over first; one may stand here several times. */
  readonly waits: readonly Draft[]
  /** Those whose streams it reads: they must have begun. */
  readonly reads: readonly Draft[]
  /** Those that must be over. */
  readonly late: readonly Draft[]
  readonly types: readonly Type[]
  readonly policy: DraftPolicy | undefined
  readonly final: boolean
  index: number
  firstSlot: number
}

export interface DraftPolicy {
  readonly data: FilledPolicy
  readonly key: Bound | undefined
  /** Outputs of `fallback.value`. */
  readonly value: Values | undefined
  readonly substitute: HeldCube | undefined
}

export interface RunInput {
  readonly name: string
  readonly required: boolean
  readonly type: Type
  /** Of a stream: what each item must pass. */
  readonly checks: readonly z.ZodType[]
  readonly fallback: Value | undefined
  readonly stream: boolean
}

interface Ports {
  readonly inputs: readonly Port[]
  readonly outputs: readonly string[]
  /** Types of the outputs; made anew for each placed cube when it has type variables. */
  readonly types: readonly Type[]
  readonly generic: boolean
}

/** What a document's input takes. */
interface Schema {
  readonly type: Type
  readonly zod: z.ZodType
  /** Its default. */
  readonly fallback: Value | undefined
}

interface Port {
  readonly name: string
  readonly required: boolean
  readonly type: Type
  readonly zod: z.ZodType | undefined
  /** Its default. */
  readonly fallback: Value | undefined
}

/** One document in one place: the root, or a composition used as a cube. */
interface Scope {
  readonly outline: Outline
  /** "" or "fortune/". */
  readonly prefix: string
  /** The root document's member it stands for; undefined for the root itself. */
  readonly place: Member | undefined
  readonly inputs: Map<string, { readonly bound: Bound; readonly path: Path | undefined }>
  readonly results: Map<Member, Draft | Inlined>
  readonly when: readonly Bound[]
  readonly after: readonly Draft[]
}

interface Inlined {
  readonly outputs: ReadonlyMap<string, Bound>
  readonly drafts: readonly Draft[]
}

/** The wire at hand, for messages. */
interface Spot {
  readonly scope: Scope
  readonly member: Member
  readonly port: string
  /** The step it leads to and the port there; inside a composition another than `member`. */
  readonly instance: string
}

const BOOLEAN: Type = /* @__PURE__ */ new Type({ kind: "boolean" })
const NONE: readonly never[] = /* @__PURE__ */ Object.freeze([])

/**
 * Gives every value a type and every wire a verdict, with compositions used as cubes inlined. Everything it finds goes
 * to `issues`; `drafts` are complete only when it found no error.
 */
export class Wiring {
  readonly drafts: Draft[] = []
  readonly runInputs: RunInput[] = []
  readonly outputs: { readonly name: string; readonly bound: Bound }[] = []
  readonly emits: { readonly name: string; readonly bound: Bound }[] = []
  private readonly issues: Issues
  private readonly cubes: ReadonlyMap<HeldCube, AnyCube>
  private readonly judge = new Judge()
  private readonly ports = new Map<HeldCube, Ports>()
  private readonly schemas = new Map<Declared, Schema | undefined>()

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
      when: NONE,
      after: NONE,
    }
    for (const name of [...outline.inputs.keys()].sort()) this.runInput(scope, name)
    this.inside(scope)
    for (const name of [...outline.outputs.keys()].sort()) {
      const bound = this.resolve(scope, outline.outputs.get(name) as ParsedRef, undefined, "outputs", name)
      if (bound) this.outputs.push({ name, bound })
    }
    for (const name of [...outline.emits.keys()].sort()) {
      const bound = this.resolve(scope, outline.emits.get(name) as ParsedRef, undefined, "emit", name)
      if (bound?.type.shape.kind === "stream") this.report(scope, stream_in_message, ["emit", name], { topic: name })
      else if (bound) this.emits.push({ name, bound })
    }
  }

  private runInput(scope: Scope, name: string): void {
    const { declared, feeds, required } = scope.outline.inputs.get(name) as InputUse
    const known = declared && this.declared(scope, name, declared)
    const fed = declared
      ? []
      : [...feeds].flatMap(([held, ports]) => this.portsOf(held).inputs.filter((port) => ports.has(port.name)))
    const types = [...new Set(fed.map((port) => port.type))]
    const checks = [...new Set([known?.zod, ...fed.map((port) => port.zod)])].filter((zod) => zod !== undefined)
    const fallback = known?.fallback
    const type = known?.type ?? (types.length > 0 ? intersection(types) : ANY)
    const stream = type.shape.kind === "stream"
    const bound: Bound = {
      kind: "slot",
      from: undefined,
      index: this.runInputs.length,
      pointer: NONE,
      type,
      inferred: declared === undefined,
      fallback,
      guards: NONE,
    }
    this.runInputs.push({
      name,
      required: required && fallback === undefined,
      type: bound.type,
      checks: stream ? checks.map(itemOf) : checks,
      fallback,
      stream,
    })
    scope.inputs.set(name, { bound, path: undefined })
  }

  /** The declared schema of an input, read once; undefined when it was refused. */
  private declared(scope: Scope, name: string, declared: Declared): Schema | undefined {
    if (!this.schemas.has(declared)) this.schemas.set(declared, this.readDeclared(scope, name, declared))
    return this.schemas.get(declared)
  }

  private readDeclared(scope: Scope, name: string, { held, port, schema, fallback }: Declared): Schema | undefined {
    const refuse = (path: Path, what: string): undefined =>
      this.report(scope, input_schema_refused, ["inputs", name, ...path], { what })
    const known = held && this.portsOf(held).inputs.find((each) => each.name === port)
    const problems = this.issues.list.length
    const zod = held ? known?.zod : toZod(schema, refuse)
    if (!zod || this.issues.list.length > problems) return undefined
    const type = known?.type ?? typeOf(schema as JsonSchema)
    if (fallback === undefined) return { type, zod, fallback }
    if (isStream(zod)) return refuse(["default"], "stream")
    try {
      const value = decodeJson(fallback)
      const { error } = zod.safeParse(value)
      return error
        ? refuse(["default"], firstProblem(error.issues as unknown as readonly SchemaIssue[]).expected)
        : { type, zod, fallback: value }
    } catch (thrown) {
      return refuse(["default"], problemOf(thrown))
    }
  }

  private inside(scope: Scope): readonly Draft[] {
    const first = this.drafts.length
    for (const member of scope.outline.order) {
      const when = member.when ? this.whens(scope, member, member.when) : scope.when
      const before = member.after.flatMap((each) => draftsOf(scope.results.get(each)))
      const after = before.length > 0 ? [...scope.after, ...before] : scope.after
      if (member.inner) scope.results.set(member, this.inline(scope, member, member.inner, when, after))
      else if (member.held) this.draft(scope, member, member.held, when, after)
    }
    return this.drafts.slice(first)
  }

  private whens(scope: Scope, member: Member, ref: ParsedRef): readonly Bound[] {
    const bound = this.resolve(scope, ref, member, "when")
    if (bound === undefined) return scope.when
    if (this.judge.verdict(bound.type, BOOLEAN) === "refuted")
      this.report(scope, when_not_boolean, pathOf(member, "when"), { ref: formatRef(ref), gives: nameOf(bound.type) })
    return [...scope.when, bound]
  }

  private inline(
    scope: Scope,
    member: Member,
    outline: Outline,
    when: readonly Bound[],
    after: readonly Draft[],
  ): Inlined {
    const prefix = `${scope.prefix}${member.id}/`
    const inner: Scope = {
      outline,
      prefix,
      place: scope.place ?? member,
      inputs: new Map(),
      results: new Map(),
      when,
      after,
    }
    for (const [name, wire] of member.wires) {
      const bound = this.follow(scope, member, name, wire)
      const path = scope.place ? this.entry(scope, wire) : pathOf(member, "in", name)
      const spot: Spot = { scope, member, port: name, instance: scope.prefix + member.id }
      if (bound) inner.inputs.set(name, { bound: this.enter(inner, name, bound, spot), path })
    }
    for (const [name, { declared }] of outline.inputs) {
      const fallback = declared && !member.wires.has(name) ? this.declared(inner, name, declared)?.fallback : undefined
      if (fallback !== undefined) inner.inputs.set(name, { bound: constant(fallback), path: undefined })
    }
    const drafts = this.inside(inner)
    const outputs = new Map<string, Bound>()
    for (const [name, ref] of outline.outputs) {
      const bound = this.resolve(inner, ref, undefined, "outputs", name)
      if (bound) outputs.set(name, bound)
    }
    return { outputs, drafts }
  }

  /** A value entering a composition that declares what it takes. */
  private enter(inner: Scope, name: string, bound: Bound, spot: Spot): Bound {
    const declared = inner.outline.inputs.get(name)?.declared
    const known = declared && this.declared(inner, name, declared)
    if (known === undefined) return bound
    if (bound.kind === "constant") this.checkConstant(spot, known.zod, bound.value)
    const unsure = bound.kind !== "constant" && this.verdict(spot, bound, known.type) === "unknown"
    if (bound.kind !== "slot") return bound
    return {
      ...bound,
      fallback: bound.fallback ?? known.fallback,
      guards: unsure ? [...bound.guards, known.zod] : bound.guards,
    }
  }

  private draft(scope: Scope, member: Member, held: HeldCube, when: readonly Bound[], after: readonly Draft[]): void {
    const cube = this.cubes.get(held)
    if (cube === undefined) return
    const ports = this.portsOf(held)
    const vars = ports.generic ? new Bindings() : undefined
    const path = scope.prefix + member.id
    const late = [...after]
    const reads: Draft[] = []
    const inputs: DraftInput[] = []
    for (const port of ports.inputs) {
      const input = this.input(scope, member, port, path, vars)
      if (input === undefined) continue
      inputs.push(input)
      addSources(input.bound, input.stream ? reads : late)
    }
    for (const bound of when) addSources(bound, late)
    const types = vars ? outputTypes(held.manifest, vars.types()) : ports.types
    const policy = this.policy(
      scope,
      member,
      cube,
      inputs,
      new Map(ports.outputs.map((port, at) => [port, types[at] ?? ANY])),
    )
    if (policy?.key) addSources(policy.key, late)
    const draft: Draft = {
      path,
      root: scope.place ?? member,
      held,
      cube,
      config: this.config(scope, member, cube),
      inputs,
      outputs: ports.outputs,
      when,
      waits: [...late, ...reads],
      reads,
      late,
      types,
      policy,
      final: member.placed.final === true,
      index: 0,
      firstSlot: 0,
    }
    this.drafts.push(draft)
    scope.results.set(member, draft)
  }

  private policy(
    scope: Scope,
    member: Member,
    cube: AnyCube,
    inputs: readonly DraftInput[],
    outputs: ReadonlyMap<string, Type>,
  ): DraftPolicy | undefined {
    const given = member.placed.policy
    const place = pathOf(member, "policy")
    // Of the wrong shape: reported already.
    if (!given || scope.outline.issues.list.some(({ path }) => place.every((key, at) => path[at] === key)))
      return undefined
    const { substitute, limitKey } = member
    const report: Report = (text, path, params, severity) =>
      this.report(scope, text, [...place, ...path], params, undefined, severity)
    const wired = new Map(inputs.map(({ port, bound }) => [port, bound.type]))
    const stand = substitute && this.substitute(substitute)
    const check = new PolicyCheck(given, { cube, inputs: wired, outputs, substitute: stand }, this.judge, report)
    const value = check.run()
    const key = limitKey && this.resolve(scope, limitKey, member, "policy", "rateLimit", "key")
    return { data: check.data, key, value, substitute }
  }

  private substitute(held: HeldCube): PolicySubstitute | undefined {
    const cube = this.cubes.get(held)
    const { inputs, outputs, types } = this.portsOf(held)
    const outs = new Map(outputs.map((port, at) => [port, types[at] ?? ANY]))
    return cube && { cube, configRequired: held.manifest.configRequired, inputs, outputs: outs }
  }

  private input(
    scope: Scope,
    member: Member,
    port: Port,
    instance: string,
    vars: Bindings | undefined,
  ): DraftInput | undefined {
    const { name, fallback, zod } = port
    const wire = member.wires.get(name)
    const bound = wire && this.follow(scope, member, name, wire)
    // Not wired, or an optional input of the composition around it that its place leaves open.
    if (!bound || !zod)
      return fallback === undefined
        ? undefined
        : { port: name, required: false, bound: constant(fallback), fallback, check: undefined, stream: false }
    vars?.bind(port.type, bound.kind === "constant" ? typeOfValue(bound.value, true) : bound.type)
    const check = this.check({ scope, member, port: name, instance }, bound, port.type, zod)
    const standIn = fallback ?? (bound.kind === "slot" ? bound.fallback : undefined)
    const stream = port.type.shape.kind === "stream"
    return { port: name, required: port.required && standIn === undefined, bound, fallback: standIn, check, stream }
  }

  /** What has to be parsed at run time; reports what can never pass. */
  private check(spot: Spot, bound: Bound, target: Type, zod: z.ZodType): z.ZodType | undefined {
    if (bound.kind === "constant" && !isStream(zod)) return this.checkConstant(spot, zod, bound.value)
    const guards = bound.kind === "slot" ? bound.guards : NONE
    const free = bound.kind === "slot" && bound.inferred && bound.pointer.length === 0
    const verdict = free ? "proved" : this.verdict(spot, bound, target)
    const checks = target.shape.kind === "stream" ? [...guards, zod].map(itemOf) : [...guards, zod]
    if (guards.length === 0) return verdict === "unknown" ? checks[0] : undefined
    return checks.reduce((first, next) => z.pipe(first, next as never))
  }

  private verdict(spot: Spot, bound: Bound, target: Type): "proved" | "unknown" {
    const verdict = this.judge.verdict(bound.type, target)
    if (verdict === "refuted") {
      const [flows, drinks] = [bound.type, target].map((type) => type.shape.kind === "stream")
      const where = { from: textOf(spot), instance: spot.instance, port: spot.port }
      if (flows !== drinks) this.reportAt(spot, flows ? stream_into_value : value_into_stream, where)
      if (flows !== drinks) return "unknown"
      const gives = { gives: nameOf(bound.type), takes: nameOf(target), example: exampleOf(bound.type) ?? null }
      this.reportAt(spot, wire_refuted, { ...where, ...gives })
    }
    // Whether there is a value at all is the run's business: only values that are there are parsed.
    return verdict === "proved" ? "proved" : "unknown"
  }

  private checkConstant(spot: Spot, zod: z.ZodType, value: Value): undefined {
    let issues: readonly SchemaIssue[]
    try {
      issues = (zod.safeParse(value).error?.issues ?? NONE) as unknown as readonly SchemaIssue[]
    } catch {
      // A `refine` of somebody's cube may throw.
      return this.reportAt(spot, schema_failed)
    }
    if (issues.length === 0) return undefined
    const { path, expected } = firstProblem(issues)
    const params = { instance: spot.instance, port: spot.port, pointer: formatPointer(path), expected }
    const inside = spot.member.wires.get(spot.port)?.kind === "constant" ? ["value", ...path] : NONE
    return this.reportAt(spot, constant_refused, params, inside)
  }

  private follow(scope: Scope, member: Member, port: string, wire: WireText): Bound | undefined {
    if (wire.kind === "ref") return this.resolve(scope, wire.ref, member, "in", port)
    if (wire.kind === "constant") return this.decode(scope, member, port, wire.json)
    const items = wire.refs.map((ref, index) => this.resolve(scope, ref, member, "in", port, index))
    if (!items.every((item) => item !== undefined)) return undefined
    return { kind: "list", items, type: tuple(items.map((item) => item.type)) }
  }

  private decode(scope: Scope, member: Member, port: string, json: Json): Bound | undefined {
    try {
      return constant(decodeJson(json))
    } catch (error) {
      const path = isCubeError(error) ? error.path : NONE
      return this.report(scope, constant_malformed, pathOf(member, "in", port, "value", ...path), {
        problem: problemOf(error),
      })
    }
  }

  private resolve(
    scope: Scope,
    ref: ParsedRef,
    member: Member | undefined,
    ...keys: (string | number)[]
  ): Bound | undefined {
    const base = this.base(scope, ref)
    let bound = base
    for (const token of ref.pointer) bound = bound && point(bound, token)
    if (base && !bound)
      this.report(
        scope,
        base.type.shape.kind === "stream" ? stream_pointer : pointer_impossible,
        pathOf(member, ...keys),
        {
          ref: formatRef(ref),
          gives: nameOf(base.type),
        },
      )
    return bound
  }

  private base(scope: Scope, ref: ParsedRef): Bound | undefined {
    if (ref.instance === undefined) return scope.inputs.get(ref.name)?.bound
    const member = scope.outline.members.get(ref.instance)
    const result = member && scope.results.get(member)
    if (result && "drafts" in result) return result.outputs.get(ref.name)
    const index = member?.held?.face.outputs.get(ref.name)
    if (!member?.held || index === undefined) return undefined
    const ports = this.portsOf(member.held)
    // On a cycle the source has no draft yet; its types are known all the same, so its wires are judged too.
    const type = (result?.types ?? ports.types)[index] ?? ANY
    return {
      kind: "slot",
      from: result,
      index,
      pointer: NONE,
      type,
      inferred: false,
      fallback: undefined,
      guards: NONE,
    }
  }

  private config(scope: Scope, member: Member, cube: AnyCube): Json | undefined {
    const given = member.placed.config
    const path = (): Path => pathOf(member, "config")
    if (cube.config === undefined)
      return given === undefined ? undefined : this.report(scope, config_not_taken, path(), { cube: cube.id })
    try {
      const parsed = cube.config.safeParse(given)
      if (parsed.success) return parsed.data as Json | undefined
      if (given === undefined) return this.report(scope, config_missing, path(), { cube: cube.id })
      for (const issue of parsed.error.issues)
        this.refuseConfig(scope, cube, given, path(), issue as unknown as SchemaIssue)
    } catch {
      this.report(scope, schema_failed, path())
    }
    return undefined
  }

  private refuseConfig(scope: Scope, cube: AnyCube, given: Json, path: Path, issue: SchemaIssue): void {
    const { path: inner, expected } = firstProblem([issue])
    const value = inner.reduce<Value | undefined>((outer, key) => at(outer, String(key)), given)
    const text = at(value, "secret") === undefined ? config_refused : secret_misplaced_in_config
    this.report(scope, text, [...path, ...inner], { cube: cube.id, pointer: formatPointer(inner), expected })
  }

  private portsOf(held: HeldCube): Ports {
    const known = this.ports.get(held)
    if (known) return known
    const { inputs, outputs } = held.manifest
    const cube = this.cubes.get(held)
    const port = (name: string): Port => {
      const { schema, required } = inputs[name] as PortManifest
      const zod = cube && Object.hasOwn(cube.inputs, name) ? cube.inputs[name] : undefined
      const fallback = required ? undefined : (zod?.safeParse(undefined).data as Value | undefined)
      return { name, required, type: typeOf(schema), zod, fallback }
    }
    const ports: Ports = {
      inputs: Object.keys(inputs).map(port),
      outputs: Object.freeze(Object.keys(outputs)),
      types: outputTypes(held.manifest, undefined),
      generic: JSON.stringify(inputs).includes('"x-same"'),
    }
    this.ports.set(held, ports)
    return ports
  }

  /** Where the root document wires the input that a wire inside a composition passes on. */
  private entry(scope: Scope, wire: WireText | undefined): Path | undefined {
    return wire?.kind === "ref" && wire.ref.instance === undefined ? scope.inputs.get(wire.ref.name)?.path : undefined
  }

  private reportAt({ scope, member, port }: Spot, text: ErrorText, params?: Params, inside: Path = NONE): undefined {
    const entry = this.entry(scope, member.wires.get(port))
    return this.report(scope, text, pathOf(member, "in", port, ...inside), params, entry)
  }

  /** Reports in the root document's coordinates: what goes wrong inside a composition, at the place that uses it. */
  private report(
    scope: Scope,
    text: ErrorText,
    path: Path,
    params?: Params,
    entry?: Path,
    severity?: "error" | "warning",
  ): undefined {
    return this.issues.error(text, scope.place ? (entry ?? pathOf(scope.place, "use")) : path, params, severity)
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
  if (bound.kind === "list") return bound.items[indexOf(token) ?? -1]
  const type = step(bound.type, token)
  if (type === undefined) return undefined
  return { ...bound, pointer: [...bound.pointer, token], type, fallback: at(bound.fallback, token), guards: NONE }
}

function addSources(bound: Bound, to: Draft[]): void {
  if (bound.kind === "list") for (const item of bound.items) addSources(item, to)
  else if (bound.kind === "slot" && bound.from) to.push(bound.from)
}

function draftsOf(result: Draft | Inlined | undefined): readonly Draft[] {
  if (result === undefined) return NONE
  return "drafts" in result ? result.drafts : [result]
}

function textOf({ member, port }: Spot): string {
  const wire = member.wires.get(port)
  if (wire?.kind === "ref") return formatRef(wire.ref)
  return wire?.kind === "list" ? `[${wire.refs.slice(0, 3).map(formatRef).join(", ")}]` : "{ value }"
}
