import type { CompositionDocument, ErrorText, Json, JsonSchema, Params, Path, PlacedCube } from "cubular/contract"
import {
  after_unknown,
  composition_issue,
  composition_recursive,
  config_not_taken,
  cube_unreachable,
  cycle,
  fallback_composition,
  input_unused,
  limit_cubes,
  limit_refs,
  list_refused,
  missing_input,
  policy_on_composition,
  ref_malformed,
  unknown_composition,
  unknown_cube,
  unknown_input,
  unknown_instance,
  unknown_output,
  unknown_port,
  use_malformed,
  version_not_held,
} from "cubular/messages/en"
import { findCycles, sortByDependency } from "./cycle.ts"
import { Issues, quote } from "./issues.ts"
import type { Limits } from "./limits.ts"
import { read } from "./parse.ts"
import { type ParsedRef, parseDataPointer, parseRef, parseUse } from "./refs.ts"
import type { Face, HeldCube, Holdings } from "./registry.ts"
import { checkShape, isMembers } from "./shape.ts"
import { newestIn } from "./version.ts"

/** Where the value of one input is written to come from. */
export type WireText =
  | { readonly kind: "ref"; readonly ref: ParsedRef }
  | { readonly kind: "list"; readonly refs: readonly ParsedRef[] }
  | { readonly kind: "constant"; readonly json: Json }

/** A placed cube (or composition) with its refs parsed; nothing about types yet. */
export interface Member {
  readonly id: string
  readonly placed: PlacedCube
  /** Exactly one of the two, unless `use` could not be resolved. */
  readonly held: HeldCube | undefined
  readonly inner: Outline | undefined
  readonly wires: Map<string, WireText>
  when: ParsedRef | undefined
  /** Where `policy.rateLimit.key` leads. */
  limitKey: ParsedRef | undefined
  /** The cube of `policy.fallback.use`. */
  readonly substitute: HeldCube | undefined
  readonly after: Member[]
  /** Members its inputs and `when` come from; one may stand here several times. */
  readonly sources: Member[]
}

/** What a document says one of its inputs takes: a port's schema, or a JSON Schema of its own. */
export interface Declared {
  readonly held: HeldCube | undefined
  readonly port: string
  readonly schema: Json
  /** The schema's own `default`. */
  readonly fallback: Json | undefined
}

/** What a composition's input is for. */
export interface InputUse {
  readonly declared: Declared | undefined
  /** Whether a run cannot do without it. */
  required: boolean
  /** Ports that take the whole value, those of inner compositions included, each once. */
  readonly feeds: Map<HeldCube, Set<string>>
}

/** A document read once: members, refs, order. The same for every place the composition is used in. */
export interface Outline {
  /** "id@version". */
  readonly key: string
  readonly document: CompositionDocument
  readonly issues: Issues
  readonly members: Map<string, Member>
  /** In an order in which every member comes after its sources; members of cycles last. */
  order: readonly Member[]
  readonly inputs: Map<string, InputUse>
  readonly outputs: Map<string, ParsedRef>
  readonly emits: Map<string, ParsedRef>
  /** After inlining. */
  cubes: number
  refs: number
  /** Whether anything inside has an effect. */
  effect: boolean
  face: Face
}

/** What is shared while one document and the compositions it uses are outlined. */
export interface World {
  readonly holdings: Holdings
  readonly limits: Limits
  readonly outlines: Map<string, Outline>
  /** Compositions being outlined, outermost first. */
  readonly stack: string[]
}

/**
 * Outlines a document that has passed `read`. Issues carry paths of this document; those of a composition it uses are
 * gathered under the place that uses it.
 *
 * @returns undefined when its shape is too wrong to go on.
 */
export function outline(value: unknown, world: World, issues: Issues): Outline | undefined {
  if (!checkShape(value, issues)) return undefined
  const document = value as CompositionDocument
  // The shape of both is reported elsewhere; whatever they are, they must not be turned into text.
  const key = [document.id, document.version].map((part) => (typeof part === "string" ? part : "")).join("@")
  const result = blank(key, document, issues)
  world.stack.push(key)
  new Outliner(result, world).run()
  world.stack.pop()
  return result
}

/** Where a placed cube stands in its document. */
export function pathOf(member: Member | undefined, ...keys: (string | number | undefined)[]): Path {
  const inner = keys.filter((key) => key !== undefined)
  return member ? ["cubes", member.id, ...inner] : inner
}

function blank(key: string, document: CompositionDocument, issues: Issues): Outline {
  return {
    key,
    document,
    issues,
    members: new Map(),
    order: [],
    inputs: new Map(),
    outputs: new Map(),
    emits: new Map(),
    cubes: 0,
    refs: 0,
    effect: false,
    face: { inputs: new Map(), outputs: new Map() },
  }
}

/** What a `use` led to, or why it led nowhere. */
interface Resolved {
  readonly held?: HeldCube | undefined
  readonly inner?: Outline | undefined
  readonly refusals: readonly { readonly text: ErrorText; readonly params: Params }[]
}

class Outliner {
  private readonly out: Outline
  private readonly world: World
  private readonly issues: Issues
  private readonly used = new Set<Member | InputUse>()
  private readonly resolved = new Map<string, Resolved>()
  /** By id, the first of each. */
  private readonly placed = new Map<string, HeldCube>()

  constructor(out: Outline, world: World) {
    this.out = out
    this.world = world
    this.issues = out.issues
  }

  run(): void {
    const { document, members, inputs } = this.out
    const ids = Object.keys(document.cubes)
    if (ids.length > this.world.limits.cubes) {
      this.issues.error(limit_cubes, ["cubes"], { limit: this.world.limits.cubes })
      return
    }
    for (const id of ids) members.set(id, this.member(id, document.cubes[id] as PlacedCube))
    for (const name of keysOf(document.inputs))
      inputs.set(name, { declared: this.declared(name), required: false, feeds: new Map() })
    for (const member of members.values()) this.connect(member)
    this.ends()
    this.count()
    if (this.sort()) this.findUnused()
    this.out.face = {
      inputs: new Map([...inputs].map(([name, use]) => [name, use.required && use.declared?.fallback === undefined])),
      outputs: new Map([...this.out.outputs.keys()].map((name, index) => [name, index])),
    }
  }

  private member(id: string, placed: PlacedCube): Member {
    let resolved = this.resolved.get(placed.use)
    if (resolved === undefined) {
      resolved = this.resolve(placed.use)
      this.resolved.set(placed.use, resolved)
    }
    const { held, inner, refusals } = resolved
    const member: Member = {
      id,
      placed,
      held,
      inner,
      wires: new Map(),
      when: undefined,
      limitKey: undefined,
      substitute: this.substitute(id, placed),
      after: [],
      sources: [],
    }
    if (held && !this.placed.has(held.id)) this.placed.set(held.id, held)
    for (const { text, params } of refusals) this.issues.error(text, pathOf(member, "use"), params)
    if (inner && placed.config !== undefined)
      this.issues.error(config_not_taken, pathOf(member, "config"), { cube: placed.use })
    if (inner && placed.policy !== undefined)
      this.issues.error(policy_on_composition, pathOf(member, "policy"), { composition: inner.key })
    return member
  }

  private substitute(id: string, { policy }: PlacedCube): HeldCube | undefined {
    const { use } = (policy?.fallback ?? {}) as { readonly use?: unknown }
    if (typeof use !== "string") return undefined
    const { held, inner, refusals } = this.resolve(use)
    const path = ["cubes", id, "policy", "fallback", "use"]
    for (const { text, params } of refusals) this.issues.error(text, path, params)
    if (inner) this.issues.error(fallback_composition, path, { use: quote(use) })
    return held
  }

  private resolve(text: string): Resolved {
    const use = parseUse(text)
    if (use === undefined) return refused(use_malformed, { use: quote(text) })
    const { cubes, compositions } = this.world.holdings
    const { id } = use
    const shelf: Map<string, Map<string, unknown>> = use.composition ? compositions : cubes
    const versions = shelf.get(id)
    if (versions === undefined)
      return refused(use.composition ? unknown_composition : unknown_cube, {
        id,
        similar: this.issues.similar(id, shelf.keys()),
      })
    const version = newestIn(use.range, versions.keys())
    if (version === undefined)
      return refused(version_not_held, { id, range: use.rangeText, held: [...versions.keys()].sort() })
    const found = versions.get(version)
    return use.composition
      ? this.inside(`${id}@${version}`, found as CompositionDocument)
      : { held: found as HeldCube, refusals: [] }
  }

  private inside(key: string, document: CompositionDocument): Resolved {
    const { stack, outlines, limits } = this.world
    if (stack.includes(key) || stack.length >= limits.depth) {
      const chain = [...stack.slice(Math.max(0, stack.indexOf(key))), key].join(" → ")
      return refused(composition_recursive, { chain: quote(chain) })
    }
    const inner = outlines.get(key) ?? this.open(key, document)
    if (!inner.issues.failed) return { inner, refusals: [] }
    // Each cause once, however many places inside lead to it: told again at every level, they would double each time.
    const causes = new Map<string, Params>()
    for (const { severity, code, path, params, message } of inner.issues.list) {
      const own = { composition: key, code, at: path.join("/"), problem: message.slice(0, 300) }
      const cause = code === composition_issue.code ? params : own
      if (severity === "error") causes.set(JSON.stringify(cause), cause)
    }
    return { refusals: [...causes.values()].map((params) => ({ text: composition_issue, params })) }
  }

  private open(key: string, document: CompositionDocument): Outline {
    const issues = new Issues()
    const reading = read(document, this.world.limits)
    issues.list.push(...reading.issues)
    const opened = issues.failed ? undefined : outline(reading.value, this.world, issues)
    const inner = opened ?? blank(key, document, issues)
    this.world.outlines.set(key, inner)
    return inner
  }

  private declared(name: string): Declared {
    const schema = this.out.document.inputs?.[name] as Json
    const node = (isMembers(schema) ? schema : {}) as JsonSchema
    const { $ref, default: fallback } = node
    if (typeof $ref !== "string" || !$ref.startsWith("cube:")) return { held: undefined, port: "", schema, fallback }
    const [, text = "", port = ""] = /^cube:([^#]*)#\/inputs\/([A-Za-z0-9-]+)$/.exec($ref) ?? []
    const use = parseUse(text)
    // The version placed in this document, so that the input and the port it feeds agree.
    const placed = use?.rangeText === "" && this.placed.get(use.id)
    const { held, refusals } = placed
      ? { held: placed, refusals: [] }
      : use?.composition
        ? refused(use_malformed, { use: quote($ref) })
        : this.resolve(text)
    const path = ["inputs", name, "$ref"]
    for (const refusal of refusals) this.issues.error(refusal.text, path, refusal.params)
    if (held && !held.face.inputs.has(port))
      this.issues.error(unknown_port, path, {
        cube: held.id,
        port,
        similar: this.issues.similar(port, held.face.inputs.keys()),
      })
    return { held, port, schema: true, fallback }
  }

  private connect(member: Member): void {
    const { placed } = member
    const ports = (member.held ?? member.inner)?.face.inputs
    const wires = placed.in ?? {}
    for (const port of Object.keys(wires)) {
      if (ports && !ports.has(port)) {
        const params = { cube: placed.use, port: quote(port), similar: this.issues.similar(port, ports.keys()) }
        this.issues.error(unknown_port, pathOf(member, "in", port), params)
      } else this.wire(member, port, ports?.get(port) ?? false)
    }
    if (ports)
      for (const [port, required] of ports)
        if (required && !Object.hasOwn(wires, port))
          this.issues.error(missing_input, pathOf(member, "in", port), { instance: member.id, port })
    if (placed.when !== undefined) {
      member.when = this.ref(placed.when, member, "when")
      this.use(member.when, true)
    }
    const key = placed.policy?.rateLimit?.key
    if (typeof key === "string") {
      member.limitKey = this.ref(key, member, "policy", "rateLimit", "key")
      this.use(member.limitKey, true)
    }
    placed.after?.forEach((id, index) => {
      this.after(member, id, index)
    })
  }

  private wire(member: Member, port: string, required: boolean): void {
    const source = member.placed.in?.[port] as string | readonly string[] | { readonly value: Json }
    if (typeof source === "string") {
      const ref = this.ref(source, member, "in", port)
      if (ref) member.wires.set(port, { kind: "ref", ref })
      this.use(ref, required, member, port)
    } else if ("value" in source) member.wires.set(port, { kind: "constant", json: source.value })
    else this.list(member, port, required, source)
  }

  private list(member: Member, port: string, required: boolean, texts: readonly string[]): void {
    const type = member.held?.manifest.inputs[port]?.schema.type
    if (typeof type === "string" && type !== "array") {
      this.issues.error(list_refused, pathOf(member, "in", port), { port, takes: type })
      return
    }
    const refs = texts.map((text, index) => this.ref(text, member, "in", port, index))
    for (const ref of refs) this.use(ref, required)
    if (refs.every((ref) => ref !== undefined)) member.wires.set(port, { kind: "list", refs })
  }

  /** Parses a ref, reports what it names and this document lacks, and notes whom `member` waits for. */
  private ref(text: string, member: Member | undefined, ...keys: (string | number)[]): ParsedRef | undefined {
    this.out.refs++
    const ref = parseRef(text)
    const refuse = (error: ErrorText, params: Params): undefined =>
      this.issues.error(error, pathOf(member, ...keys), params)
    if (ref === undefined) return refuse(ref_malformed, { ref: quote(text) })
    const { instance, name } = ref
    const { members, inputs, document } = this.out
    if (instance === undefined) {
      if (!inputs.has(name)) {
        if (document.inputs !== undefined)
          return refuse(unknown_input, { input: name, similar: this.issues.similar(name, inputs.keys()) })
        inputs.set(name, { declared: undefined, required: false, feeds: new Map() })
      }
      this.used.add(inputs.get(name) as InputUse)
      return ref
    }
    const source = members.get(instance)
    if (source === undefined)
      return refuse(unknown_instance, { instance, similar: this.issues.similar(instance, members.keys()) })
    const outputs = (source.held ?? source.inner)?.face.outputs
    if (outputs && !outputs.has(name))
      return refuse(unknown_output, { instance, port: name, similar: this.issues.similar(name, outputs.keys()) })
    if (member) member.sources.push(source)
    else this.used.add(source)
    return ref
  }

  /** Notes what an input of this composition is used for. */
  private use(ref: ParsedRef | undefined, required: boolean, member?: Member, port = ""): void {
    const use = ref && ref.instance === undefined ? this.out.inputs.get(ref.name) : undefined
    if (ref === undefined || use === undefined) return
    if (required) use.required = true
    if (ref.pointer.length > 0) return
    const inside = member?.inner?.inputs.get(port)?.feeds
    for (const [held, ports] of member?.held ? [[member.held, [port]] as const] : (inside ?? [])) {
      const known = use.feeds.get(held) ?? new Set()
      use.feeds.set(held, known)
      for (const each of ports) known.add(each)
    }
  }

  private after(member: Member, id: string, index: number): void {
    this.out.refs++
    const before = this.out.members.get(id)
    if (before && !member.after.includes(before)) member.after.push(before)
    if (!before) {
      const similar = this.issues.similar(id, this.out.members.keys())
      this.issues.error(after_unknown, pathOf(member, "after", index), { instance: quote(id), similar })
    }
  }

  /** What leaves the composition, and the messages that start it. */
  private ends(): void {
    const { document, outputs, emits } = this.out
    for (const [part, found] of [
      ["outputs", outputs],
      ["emit", emits],
    ] as const)
      for (const name of keysOf(document[part])) {
        const ref = this.ref(document[part]?.[name] as string, undefined, part, name)
        if (ref) found.set(name, ref)
      }
    for (const topic of keysOf(document.on)) this.starts(topic)
  }

  private starts(topic: string): void {
    const map = this.out.document.on?.[topic]?.in ?? {}
    for (const name of keysOf(map)) {
      const path = ["on", topic, "in", name]
      const pointer = map[name]
      if (typeof pointer !== "string") continue
      if (parseDataPointer(pointer) === undefined) this.issues.error(ref_malformed, path, { ref: quote(pointer) })
      if (!this.out.inputs.has(name)) {
        const similar = this.issues.similar(name, this.out.inputs.keys())
        this.issues.error(unknown_input, path, { input: quote(name), similar })
      }
    }
  }

  private count(): void {
    const { out } = this
    for (const { inner } of out.members.values()) {
      out.cubes += inner ? inner.cubes : 1
      out.refs += inner?.refs ?? 0
    }
    const { cubes, refs } = this.world.limits
    if (out.cubes > cubes) this.issues.error(limit_cubes, ["cubes"], { limit: cubes })
    if (out.refs > refs) this.issues.error(limit_refs, ["cubes"], { limit: refs })
  }

  /** @returns false when there are cycles. */
  private sort(): boolean {
    const before = (member: Member): readonly Member[] =>
      member.after.length > 0 ? [...member.sources, ...member.after] : member.sources
    const members = [...this.out.members.values()]
    const sorted = sortByDependency(members, before)
    this.out.order = sorted
    if (sorted.length === members.length) return true
    const done = new Set(sorted)
    const left = members.filter((member) => !done.has(member))
    this.out.order = [...sorted, ...left]
    for (const found of findCycles(left, before)) {
      const ids = found.map((member) => member.id)
      const first = ids.indexOf([...ids].sort()[0] as string)
      const names = [...ids.slice(first), ...ids.slice(0, first), ids[first]]
      this.issues.error(cycle, ["cubes", names[0] as string], { cycle: names.join(" → ").slice(0, 500) })
    }
    return false
  }

  /** Warns of pure cubes whose results lead nowhere, and of inputs nobody reads. */
  private findUnused(): void {
    const { order, inputs } = this.out
    for (const member of order.toReversed()) {
      const effect = member.inner ? member.inner.effect : member.held?.manifest.effect !== "pure"
      if (effect) this.out.effect = true
      if (effect || this.used.has(member)) for (const source of member.sources) this.used.add(source)
      else this.issues.warning(cube_unreachable, pathOf(member), { instance: member.id })
    }
    for (const [name, use] of inputs)
      if (!this.used.has(use)) this.issues.warning(input_unused, ["inputs", name], { input: name })
  }
}

function refused(text: ErrorText, params: Params): Resolved {
  return { refusals: [{ text, params }] }
}

/** Keys of a part of the document that may be of the wrong shape: that is reported, and it counts as empty here. */
function keysOf(part: unknown): string[] {
  return isMembers(part) ? Object.keys(part) : []
}
