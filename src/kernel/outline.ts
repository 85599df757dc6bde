import type { CompositionDocument, Json, JsonSchema, Path, PlacedCube, PortManifest } from "cubular/contract"
import {
  after_unknown,
  composition_issue,
  composition_recursive,
  config_not_taken,
  cycle,
  input_unused,
  limit_cubes,
  limit_refs,
  list_refused,
  missing_input,
  policy_on_composition,
  ref_malformed,
  cube_unreachable,
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
import { type ParsedRef, type ParsedUse, parseDataPointer, parseRef, parseUse } from "./refs.ts"
import type { HeldCube, Holdings } from "./registry.ts"
import { checkShape, isMembers } from "./shape.ts"
import { newestIn } from "./version.ts"

/** Where the value of one input is written to come from. */
export type WireText =
  | { readonly kind: "ref"; readonly ref: ParsedRef }
  | { readonly kind: "list"; readonly refs: readonly ParsedRef[] }
  | { readonly kind: "constant"; readonly json: Json }

export interface Wire {
  readonly port: string
  /** In the document it stands in. */
  readonly path: Path
  readonly from: WireText
}

/** A placed cube (or composition) with its refs parsed; nothing about types yet. */
export interface Member {
  readonly id: string
  readonly placed: PlacedCube
  readonly path: Path
  /** Exactly one of the two, unless `use` could not be resolved. */
  readonly held: HeldCube | undefined
  readonly inner: Outline | undefined
  readonly wires: Map<string, Wire>
  when: ParsedRef | undefined
  readonly after: Member[]
  /** Members its inputs and `when` come from. */
  readonly sources: Set<Member>
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
  /** Ports that take the whole value, those of inner compositions included. */
  readonly feeds: { readonly held: HeldCube; readonly port: string }[]
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
  const key = `${document.id}@${document.version}`
  const result = blank(key, document, issues)
  world.stack.push(key)
  new Outliner(result, world).run()
  world.stack.pop()
  return result
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
  }
}

class Outliner {
  private readonly out: Outline
  private readonly world: World
  private readonly issues: Issues
  private readonly used = new Set<string>()

  constructor(out: Outline, world: World) {
    this.out = out
    this.world = world
    this.issues = out.issues
  }

  run(): void {
    const { document, members, inputs } = this.out
    const ids = Object.keys(document.cubes)
    if (this.tooMany(ids.length)) return
    for (const id of ids) members.set(id, this.member(id, document.cubes[id] as PlacedCube))
    for (const name of keysOf(document.inputs))
      inputs.set(name, { declared: this.declared(name), required: false, feeds: [] })
    for (const member of members.values()) this.connect(member)
    this.ends()
    this.count()
    if (this.sort()) this.findUnused()
  }

  private tooMany(count: number): boolean {
    const { cubes } = this.world.limits
    if (count <= cubes) return false
    this.issues.error(limit_cubes, ["cubes"], { limit: cubes })
    return true
  }

  private member(id: string, placed: PlacedCube): Member {
    const path = ["cubes", id]
    const use = parseUse(placed.use)
    if (use === undefined) this.issues.error(use_malformed, [...path, "use"], { use: quote(placed.use) })
    const held = use && !use.composition ? this.cube(use, [...path, "use"]) : undefined
    const inner = use?.composition ? this.composition(use, [...path, "use"]) : undefined
    if (inner && placed.config !== undefined)
      this.issues.error(config_not_taken, [...path, "config"], { cube: placed.use })
    if (inner && placed.policy !== undefined)
      this.issues.error(policy_on_composition, [...path, "policy"], { composition: inner.key })
    return { id, placed, path, held, inner, wires: new Map(), when: undefined, after: [], sources: new Set() }
  }

  private cube(use: ParsedUse, path: Path): HeldCube | undefined {
    const { cubes } = this.world.holdings
    const versions = cubes.get(use.id)
    if (versions === undefined) {
      this.issues.error(unknown_cube, path, { id: use.id, similar: this.issues.similar(use.id, cubes.keys()) })
      return undefined
    }
    return this.newest(use, versions, path)
  }

  private newest<T>(use: ParsedUse, versions: Map<string, T>, path: Path): T | undefined {
    const version = newestIn(use.range, versions.keys())
    if (version !== undefined) return versions.get(version)
    const held = [...versions.keys()].sort()
    this.issues.error(version_not_held, path, { id: use.id, range: use.rangeText, held })
    return undefined
  }

  private composition(use: ParsedUse, path: Path): Outline | undefined {
    const { compositions } = this.world.holdings
    const versions = compositions.get(use.id)
    if (versions === undefined) {
      const similar = this.issues.similar(use.id, compositions.keys())
      this.issues.error(unknown_composition, path, { id: use.id, similar })
      return undefined
    }
    const document = this.newest(use, versions, path)
    return document && this.inside(`${document.id}@${document.version}`, document, path)
  }

  private inside(key: string, document: CompositionDocument, path: Path): Outline | undefined {
    const { stack, outlines, limits } = this.world
    if (stack.includes(key) || stack.length >= limits.depth) {
      const chain = [...stack.slice(Math.max(0, stack.indexOf(key))), key].join(" → ")
      this.issues.error(composition_recursive, path, { chain: quote(chain) })
      return undefined
    }
    const known = outlines.get(key) ?? this.open(key, document)
    for (const issue of known.issues.list) {
      const { code, message } = issue
      const params = { composition: key, code, at: issue.path.join("/"), problem: message }
      if (issue.severity === "error") this.issues.error(composition_issue, path, params)
    }
    return known.issues.failed ? undefined : known
  }

  private open(key: string, document: CompositionDocument): Outline {
    const issues = new Issues()
    const reading = read(document, this.world.limits)
    for (const issue of reading.issues) issues.list.push(issue)
    const opened = issues.failed ? undefined : outline(reading.value, this.world, issues)
    const known = opened ?? blank(key, document, issues)
    this.world.outlines.set(key, known)
    return known
  }

  private declared(name: string): Declared {
    const schema = this.out.document.inputs?.[name] as Json
    const node = (typeof schema === "object" && schema !== null ? schema : {}) as JsonSchema
    const plain: Declared = { held: undefined, port: "", schema, fallback: node.default }
    const path = ["inputs", name, "$ref"]
    if (typeof node.$ref !== "string" || !node.$ref.startsWith("cube:")) return plain
    const [, use, port] = /^cube:([^#]*)#\/inputs\/([A-Za-z0-9-]+)$/.exec(node.$ref) ?? []
    const parsed = parseUse(use ?? "")
    if (!parsed || parsed.composition || port === undefined) {
      this.issues.error(use_malformed, path, { use: quote(node.$ref) })
      return { ...plain, schema: true }
    }
    // The version placed in this document, so that the input and the port it feeds agree.
    const placed = [...this.out.members.values()].find((member) => member.held?.id === parsed.id)?.held
    const held = parsed.rangeText === "" && placed ? placed : this.cube(parsed, path)
    if (held && !Object.hasOwn(held.manifest.inputs, port)) {
      const similar = this.issues.similar(port, Object.keys(held.manifest.inputs))
      this.issues.error(unknown_port, path, { cube: held.id, port, similar })
    }
    return { held, port, schema: true, fallback: node.default }
  }

  private connect(member: Member): void {
    const { placed, path } = member
    const ports = portsOf(member)
    for (const port of Object.keys(placed.in ?? {})) {
      const wirePath = [...path, "in", port]
      if (ports && !ports.has(port)) {
        const params = { cube: placed.use, port: quote(port), similar: this.issues.similar(port, ports.keys()) }
        this.issues.error(unknown_port, wirePath, params)
      } else this.wire(member, port, wirePath, ports?.get(port) ?? false)
    }
    for (const [port, required] of ports ?? []) {
      if (required && !Object.hasOwn(placed.in ?? {}, port))
        this.issues.error(missing_input, [...path, "in", port], { instance: member.id, port })
    }
    if (placed.when !== undefined) {
      member.when = this.ref(placed.when, [...path, "when"], member)
      this.use(member.when, true)
    }
    this.policy(member)
    this.after(member)
  }

  private wire(member: Member, port: string, path: Path, required: boolean): void {
    const source = member.placed.in?.[port]
    if (typeof source === "string") {
      const ref = this.ref(source, path, member)
      if (ref) member.wires.set(port, { port, path, from: { kind: "ref", ref } })
      this.use(ref, required, member, port)
    } else if (Array.isArray(source)) this.list(member, port, path, required, source as readonly string[])
    else {
      const json = (source as { readonly value: Json }).value
      member.wires.set(port, { port, path, from: { kind: "constant", json } })
    }
  }

  private list(member: Member, port: string, path: Path, required: boolean, texts: readonly string[]): void {
    const schema = member.held?.manifest.inputs[port]?.schema
    if (schema && schema.type !== "array" && schema.type !== undefined && !Array.isArray(schema.type))
      return this.issues.error(list_refused, path, { port, takes: String(schema.type) })
    const refs = texts.map((text, index) => this.ref(text, [...path, index], member))
    for (const ref of refs) this.use(ref, required)
    if (refs.every((ref) => ref !== undefined)) member.wires.set(port, { port, path, from: { kind: "list", refs } })
  }

  /** Parses a ref, reports what it names and this document lacks, and notes whom `member` waits for. */
  private ref(text: string, path: Path, member?: Member): ParsedRef | undefined {
    this.out.refs++
    const ref = parseRef(text)
    if (ref === undefined) {
      this.issues.error(ref_malformed, path, { ref: quote(text) })
      return undefined
    }
    if (ref.instance === undefined) return this.inputRef(ref, path)
    const source = this.out.members.get(ref.instance)
    if (source === undefined) {
      const params = { instance: ref.instance, similar: this.issues.similar(ref.instance, this.out.members.keys()) }
      this.issues.error(unknown_instance, path, params)
      return undefined
    }
    const outputs = source.held ? Object.keys(source.held.manifest.outputs) : source.inner && [...source.inner.outputs.keys()]
    if (outputs && !outputs.includes(ref.name)) {
      const params = { instance: ref.instance, port: ref.name, similar: this.issues.similar(ref.name, outputs) }
      this.issues.error(unknown_output, path, params)
      return undefined
    }
    member?.sources.add(source)
    this.used.add(ref.instance)
    return ref
  }

  private inputRef(ref: ParsedRef, path: Path): ParsedRef | undefined {
    const { inputs, document } = this.out
    if (!inputs.has(ref.name)) {
      if (document.inputs !== undefined) {
        const similar = this.issues.similar(ref.name, inputs.keys())
        this.issues.error(unknown_input, path, { input: ref.name, similar })
        return undefined
      }
      inputs.set(ref.name, { declared: undefined, required: false, feeds: [] })
    }
    this.used.add(`@${ref.name}`)
    return ref
  }

  /** Notes what an input of this composition is used for. */
  private use(ref: ParsedRef | undefined, required: boolean, member?: Member, port = ""): void {
    const use = ref && ref.instance === undefined ? this.out.inputs.get(ref.name) : undefined
    if (ref === undefined || use === undefined) return
    if (required) use.required = true
    if (ref.pointer.length > 0) return
    if (member?.held) use.feeds.push({ held: member.held, port })
    for (const feed of member?.inner?.inputs.get(port)?.feeds ?? []) use.feeds.push(feed)
  }

  private policy(member: Member): void {
    const key = member.placed.policy?.rateLimit?.key
    if (typeof key === "string") this.use(this.ref(key, [...member.path, "policy", "rateLimit", "key"], member), true)
  }

  private after(member: Member): void {
    member.placed.after?.forEach((id, index) => {
      this.out.refs++
      const before = this.out.members.get(id)
      if (before) member.after.push(before)
      else {
        const similar = this.issues.similar(id, this.out.members.keys())
        this.issues.error(after_unknown, [...member.path, "after", index], { instance: quote(id), similar })
      }
    })
  }

  /** What leaves the composition, and the messages that start it. */
  private ends(): void {
    const { document, outputs } = this.out
    for (const name of Object.keys(document.outputs)) {
      const ref = this.ref(document.outputs[name] as string, ["outputs", name])
      if (ref) outputs.set(name, ref)
    }
    for (const topic of keysOf(document.emit)) {
      const ref = this.ref(document.emit?.[topic] as string, ["emit", topic])
      if (ref) this.out.emits.set(topic, ref)
    }
    for (const topic of keysOf(document.on)) this.starts(topic)
  }

  private starts(topic: string): void {
    const map = this.out.document.on?.[topic]?.in ?? {}
    for (const name of keysOf(map)) {
      const path = ["on", topic, "in", name]
      if (typeof map[name] !== "string") continue
      if (parseDataPointer(map[name]) === undefined)
        this.issues.error(ref_malformed, path, { ref: quote(map[name]) })
      if (!this.out.inputs.has(name)) {
        const similar = this.issues.similar(name, this.out.inputs.keys())
        this.issues.error(unknown_input, path, { input: quote(name), similar })
      }
    }
  }

  private count(): void {
    const { limits } = this.world
    for (const { inner } of this.out.members.values()) {
      this.out.cubes += inner ? inner.cubes : 1
      this.out.refs += inner?.refs ?? 0
    }
    if (this.out.cubes > limits.cubes) this.issues.error(limit_cubes, ["cubes"], { limit: limits.cubes })
    if (this.out.refs > limits.refs) this.issues.error(limit_refs, ["cubes"], { limit: limits.refs })
  }

  /** @returns false when there are cycles. */
  private sort(): boolean {
    const before = (member: Member): Iterable<Member> => [...member.sources, ...member.after]
    const members = [...this.out.members.values()]
    this.out.order = sortByDependency(members, before)
    if (this.out.order.length === members.length) return true
    const sorted = new Set(this.out.order)
    const left = members.filter((member) => !sorted.has(member))
    this.out.order = [...this.out.order, ...left]
    for (const members of findCycles(left, before)) {
      const ids = members.map((member) => member.id)
      const first = ids.indexOf([...ids].sort()[0] as string)
      const names = [...ids.slice(first), ...ids.slice(0, first)]
      const chain = [...names, names[0]].join(" → ")
      this.issues.error(cycle, ["cubes", names[0] as string], { cycle: chain.length > 500 ? quote(chain) : chain })
    }
    return false
  }

  /** Warns of pure cubes whose results lead nowhere, and of inputs nobody reads. */
  private findUnused(): void {
    const { document, members, order, inputs } = this.out
    const live = new Set<Member>()
    for (const ref of [...Object.values(document.outputs), ...Object.values(document.emit ?? {})]) {
      const member = members.get(parseRef(ref)?.instance ?? "")
      if (member) live.add(member)
    }
    for (const member of order.toReversed()) {
      const effect = member.inner ? member.inner.effect : member.held?.manifest.effect !== "pure"
      if (effect) this.out.effect = true
      if (effect || live.has(member)) for (const source of member.sources) live.add(source)
      else this.issues.warning(cube_unreachable, member.path, { instance: member.id })
    }
    for (const name of inputs.keys()) {
      if (!this.used.has(`@${name}`)) this.issues.warning(input_unused, ["inputs", name], { input: name })
    }
  }
}

/** Keys of a part of the document that may be of the wrong shape: that is reported, and it counts as empty here. */
function keysOf(part: unknown): string[] {
  return isMembers(part) ? Object.keys(part) : []
}

/** Input ports and whether they must be wired; undefined when nothing is known of the member. */
function portsOf(member: Member): Map<string, boolean> | undefined {
  const manifest = member.held?.manifest
  if (manifest)
    return new Map(Object.entries(manifest.inputs).map(([port, { required }]: [string, PortManifest]) => [port, required]))
  return member.inner && new Map([...member.inner.inputs].map(([name, use]) => [name, use.required]))
}
