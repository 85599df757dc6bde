import type { Plan, PlannedInput, Source } from "../planned.ts"

/** Who reads a stream: an input of a step, or whoever asks for an output of the composition. */
export type Reader =
  | { readonly step: number; readonly input: PlannedInput; readonly output?: undefined }
  | { readonly output: string; readonly step?: undefined; readonly input?: undefined }

/** Where the streams of a plan lead. */
export interface Layout {
  /** By the slot of the stream. */
  readonly readers: ReadonlyMap<number, Reader>
  /** Slots of the streams each step reads. */
  readonly fed: readonly (readonly number[])[]
  /** Slots of the composition's outputs that are streams. */
  readonly outputs: ReadonlyMap<string, number>
  /** Slots of the run's inputs that are streams. */
  readonly inputs: readonly number[]
}

const known = /* @__PURE__ */ new WeakMap<Plan, Layout>()

/** Looked up once per plan. */
export function layoutOf(plan: Plan): Layout {
  const done = known.get(plan)
  if (done) return done
  const streams = new Set<number>()
  const inputs = plan.inputs.flatMap(({ stream }, slot) => (stream ? [slot] : []))
  for (const slot of inputs) streams.add(slot)
  for (const step of plan.steps)
    for (const port of step.streams ?? []) streams.add(step.firstSlot + step.outputs.indexOf(port))
  const readers = new Map<number, Reader>()
  const fed = plan.steps.map((step) => {
    const read = step.inputs.filter(({ stream }) => stream)
    for (const input of read) readers.set(slotOf(input.source), { step: step.index, input })
    return read.map(({ source }) => slotOf(source))
  })
  const outputs = new Map<string, number>()
  for (const { name, source } of plan.outputs)
    if (streams.has(slotOf(source))) {
      outputs.set(name, slotOf(source))
      readers.set(slotOf(source), { output: name })
    }
  const layout = { readers, fed, outputs, inputs }
  known.set(plan, layout)
  return layout
}

function slotOf(source: Source): number {
  return source.kind === "slot" && source.pointer.length === 0 ? source.slot : -1
}
