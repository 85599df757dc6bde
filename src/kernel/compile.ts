import type { AnyCube, CubeInstance, Value } from "cubular/contract"
import * as z from "zod"
import { type Callee, type Invoke, invokeFor, type Slots } from "./invoke.ts"
import type { Layers } from "./layers.ts"
import type { Plan, PlannedInput, PlannedRunInput, PlannedStep, Source } from "./planned.ts"
import { type Role, roleOf } from "./role.ts"

interface TaskInput {
  readonly planned: PlannedInput
  /** Where `invoke` finds the value. */
  readonly slot: number
  /** Whether `slot` is filled before each start, rather than being the source itself. */
  readonly derived: boolean
  /** Slots of a list of whole, sure values: put together without looking at them. */
  readonly list: readonly number[] | undefined
}

interface List {
  readonly slot: number
  readonly from: readonly number[]
}

/** A planned step, ready to be started: flat, of one shape for all steps, with what the hot path reads up front. */
export class Task implements Callee {
  /** Nothing to look at before it starts. */
  readonly sure: boolean
  /** Outputs that can be taken without asking for own properties. */
  readonly plain: boolean
  /** Both, and no policies around it. */
  readonly simple: boolean
  readonly lists: readonly List[] | undefined
  readonly invoke: Invoke
  readonly i0: number
  readonly i1: number
  readonly i2: number
  readonly role: Role
  readonly single: boolean
  readonly out: string
  readonly firstSlot: number
  readonly instance: CubeInstance
  readonly planned: PlannedStep
  readonly inputs: readonly TaskInput[]
  readonly ix: readonly number[]
  readonly ports: readonly string[]
  readonly outputs: readonly string[]
  /** Outputs that may be missing. */
  readonly optional: readonly boolean[]
  /** Steps that wait for this one to be over, ascending. */
  readonly next: number[]
  /** Steps that read its streams: they wait until it has begun. */
  readonly early: number[]
  /** Whether it gives streams. */
  readonly flows: boolean
  /** The policies around it. */
  readonly layers: Layers | undefined

  constructor(planned: PlannedStep, instance: CubeInstance, layout: Layout, layers: Layers | undefined, id: string) {
    const { outputs } = planned
    const inputs = planned.inputs.map((input) => layout.place(input))
    const ix = inputs.map((input) => input.slot)
    const lists = inputs.flatMap(({ slot, list }) => (list ? { slot, from: list } : []))
    const optional = layout.addOutputs(planned)
    const isWhole = planned.streams === undefined
    this.sure = isWhole && planned.when.length === 0 && inputs.every((input) => isSure(input, layout))
    this.plain = isWhole && outputs.length > 0 && !outputs.some(isInherited)
    this.simple = this.sure && this.plain && layers === undefined
    this.lists = lists.length > 0 ? lists : undefined
    const ports = planned.inputs.map((input) => input.port)
    this.invoke = invokeFor(ports)
    this.i0 = ix[0] ?? 0
    this.i1 = ix[1] ?? 0
    this.i2 = ix[2] ?? 0
    this.role = roleOf(planned, id)
    this.single = outputs.length === 1
    this.out = outputs[0] ?? ""
    this.firstSlot = planned.firstSlot
    this.instance = instance
    this.planned = planned
    this.inputs = inputs
    this.ix = ix
    this.ports = ports
    this.outputs = outputs
    this.optional = optional
    this.next = []
    this.early = []
    this.flows = (planned.streams?.length ?? 0) > 0
    this.layers = layers
  }
}

/** A plan with its instances: everything that runs of it share. */
export interface Program {
  readonly plan: Plan
  readonly tasks: readonly Task[]
  /** Per step, how many others it waits for. */
  readonly waits: readonly number[]
  /** The plan's, where `null` stands for a stream: what is taken are only whole values. */
  readonly inputs: readonly PlannedRunInput[]
  /** Slots as a run begins: constants in place, the rest absent. */
  readonly template: Slots
}

/**
 * Compiles a plan once, for all its runs.
 *
 * @param instanceOf - the created cube of each step.
 * @param layersOf - the policies around each step, made anew.
 */
export function compile(
  plan: Plan,
  instanceOf: (step: PlannedStep) => CubeInstance,
  layersOf: (step: PlannedStep) => Layers | undefined,
): Program {
  const layout = new Layout(plan)
  const tasks = plan.steps.map((step) => new Task(step, instanceOf(step), layout, layersOf(step), plan.id))
  for (const { planned } of tasks)
    for (const index of planned.waitsFor) {
      const { next, early } = tasks[index] as Task
      ;(planned.reads.includes(index) ? early : next).push(planned.index)
    }
  const waits = plan.steps.map((step) => step.waitsFor.length)
  const inputs = plan.inputs.map((input) => (input.stream ? { ...input, checks: [TAKEN] } : input))
  return { plan, tasks, waits, inputs, template: layout.template }
}

const TAKEN: z.ZodType = /* @__PURE__ */ z.custom((value) => value === null, "AsyncIterable | […]")

/** Puts lists of whole values together. */
export function fillLists(lists: readonly List[], slots: Slots): void {
  for (const { slot, from } of lists) {
    const items = new Array<Value>(from.length)
    for (let i = 0; i < from.length; i++) items[i] = slots[from[i] as number] as Value
    slots[slot] = items
  }
}

/** Hands out the slots behind the planned ones. */
class Layout {
  readonly template: Slots
  /** Slots that hold a value whenever their step is ok. */
  readonly sure: Set<number> = new Set()

  constructor(plan: Plan) {
    this.template = new Array<Value | undefined>(plan.slots).fill(undefined)
    plan.inputs.forEach((input, slot) => {
      if (input.required || input.fallback !== undefined) this.sure.add(slot)
    })
  }

  place(planned: PlannedInput): TaskInput {
    const { source, required, fallback, check } = planned
    const direct =
      source.kind === "slot" && source.pointer.length === 0 && !check && (required || fallback === undefined)
    if (direct) return { planned, slot: source.slot, derived: false, list: undefined }
    return { planned, slot: this.derive(source), derived: true, list: check ? undefined : this.listOf(source) }
  }

  private listOf(source: Source): readonly number[] | undefined {
    if (source.kind !== "list") return undefined
    const from: number[] = []
    for (const item of source.items) {
      if (item.kind === "constant") from.push(this.derive(item))
      else if (item.kind === "slot" && item.pointer.length === 0 && this.sure.has(item.slot)) from.push(item.slot)
      else return undefined
    }
    return from
  }

  derive(source: Source): number {
    const slot = this.template.push(source.kind === "constant" ? source.value : undefined) - 1
    if (source.kind === "constant") this.sure.add(slot)
    return slot
  }

  addOutputs({ cube, outputs, firstSlot }: PlannedStep): readonly boolean[] {
    return outputs.map((port, index) => {
      const optional = isOptionalOutput(cube, port)
      if (!optional) this.sure.add(firstSlot + index)
      return optional
    })
  }
}

/** Whether an input needs no look while every step so far was ok. */
function isSure({ planned, slot, derived, list }: TaskInput, layout: Layout): boolean {
  if (!derived) return !planned.required || layout.sure.has(slot)
  return planned.source.kind === "constant" || list !== undefined
}

/** Names every object, array or promise answers to, whether or not the cube gave them. */
function isInherited(name: string): boolean {
  return name in Promise.prototype || name === "length"
}

/** Whether a step may be ok without giving this output. */
export function isOptionalOutput(cube: AnyCube, port: string): boolean {
  return cube.outputs[port]?._zod.optout !== undefined
}
