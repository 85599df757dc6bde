import type { Plan, PlannedStep, SagaGround } from "cubular"
import type { AnyCube, Awaitable, Clock, CubeInstance, PolicyCall, Step, Stores, Value, Values } from "cubular/contract"
import { timeout } from "cubular/policies"
import { Ledger } from "./ledger.ts"

type Enter = (call: PolicyCall) => Awaitable<Values>
type Layers = NonNullable<SagaGround["layers"][number]>

/** How long an attempt of a step may take that says nothing about it, and how long one that was called off is waited for. */
export const STEP_MS = 30_000

/** Behind all policies: the cube. */
const cube: Enter = (call) => (call as PolicyCall & { attempt(): Awaitable<Values> }).attempt()

/** What a step was called with, and the key it wrote under. */
export interface MadeCall {
  readonly inputs: Values
  readonly key: string
}

/** What all sagas of a runner share. */
export class Workshop {
  readonly ground: SagaGround
  readonly plan: Plan
  readonly clock: Clock
  readonly stores: Stores
  readonly ledger: Ledger
  readonly cubes: readonly string[]
  private bare: Plan | undefined
  private text: string | undefined

  constructor(ground: SagaGround) {
    this.ground = ground
    this.plan = ground.plan
    // The plan has made sure that the host has both.
    this.clock = ground.host.clock as Clock
    this.stores = ground.host.stores as Stores
    this.ledger = new Ledger(this.stores)
    this.cubes = cubesOf(this.plan)
  }

  /** The document and those it uses, as text. */
  get source(): string {
    const { document, compositions } = this.plan
    this.text ??= JSON.stringify({ document, compositions })
    return this.text
  }

  /** A plan of nothing but the inputs. */
  get entrance(): Plan {
    this.bare ??= { ...this.plan, steps: [], outputs: [], emits: [], slots: this.plan.inputs.length }
    return this.bare
  }

  /** The policies a step has in its document. */
  enter({ index }: PlannedStep): Enter {
    return this.ground.layers[index]?.enter ?? cube
  }

  /** A plan of one step that undoes another: in its name, with its key, in the time it has for an attempt. */
  undoPlan(step: PlannedStep): Plan {
    const { policy } = step
    const timeoutMs = policy?.data.timeoutMs ?? STEP_MS
    const alone: PlannedStep = {
      ...step,
      index: 0,
      inputs: [],
      outputs: [],
      firstSlot: 0,
      when: [],
      waitsFor: [],
      policy: { data: { timeoutMs }, key: undefined, value: undefined, substitute: undefined },
    }
    return { ...this.plan, inputs: [], outputs: [], emits: [], slots: 0, steps: [alone] }
  }

  /** Ends what undoes a step when its time is over. */
  patience({ path, policy }: PlannedStep): Layers {
    const data = { timeoutMs: policy?.data.timeoutMs ?? STEP_MS }
    const { answer } = timeout.create({ path, data, clock: this.clock, value: undefined })
    return { enter: (call) => answer(call, cube), controls: {} }
  }

  /** What went into each step that began, worked out from the saga's inputs and what steps gave: their cubes are not called. */
  async callsOf(
    seed: string,
    inputs: Values,
    outputs: ReadonlyMap<string, Values>,
  ): Promise<ReadonlyMap<string, MadeCall>> {
    const found = new Map<string, MadeCall>()
    const instanceOf = ({ path }: PlannedStep): CubeInstance => ({
      process(given, { idempotencyKey }) {
        found.set(path, { inputs: given, key: idempotencyKey })
        const gave = outputs.get(path)
        if (!gave) throw new Error("it gave nothing")
        return gave
      },
    })
    const layersOf = (): undefined => undefined
    await this.ground.execute({ plan: this.plan, instanceOf, layersOf, inputs, options: { seed }, fixed: new Map() })
      .settled
    return found
  }
}

function cubesOf({ steps }: Plan): readonly string[] {
  const cubes = new Set<string>()
  const add = ({ id, version }: AnyCube): unknown => cubes.add(`${id}@${version}`)
  for (const step of steps) {
    add(step.cube)
    for (const called of Object.values(step.callable)) add(called)
    if (step.policy?.substitute) add(step.policy.substitute)
  }
  return [...cubes].sort()
}

/** A step under another key. What is drawn and published is its own; what it undoes is found by the key it was done under. */
export function underKey(step: Step, key: string): Step {
  return new Proxy(step, {
    get(target, name) {
      if (name === "idempotencyKey") return key
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === "function" ? member.bind(target) : member
    },
  })
}

/** Values without what is absent. */
export function present(values: Values): Value {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Value
}
