import type { CubeInstance, Step, Value, Values } from "cubular/contract"

/** Values of one run: run inputs, outputs of steps, then what is derived (constants, lists, pointed-at parts). */
export type Slots = (Value | undefined)[]

/** A cube and the slots its inputs are in. */
export interface Callee {
  readonly instance: CubeInstance
  /** Slots of the first three ports, and of all. */
  readonly i0: number
  readonly i1: number
  readonly i2: number
  readonly ix: readonly number[]
  readonly ports: readonly string[]
}

/** Builds the inputs of a step and calls its cube. */
export type Invoke = (slots: Slots, callee: Callee, step: Step) => unknown

/*
 * One function in the source for each list of port names, as long as there are any. Engines learn by place in the source:
 * a literal with a computed key takes 1 ns while its place has met one key only, and 96 ns from the second on (V8 13.6; a
 * loop over keys takes 25); and a place that calls cubes of one kind only inlines them. One supply for the whole process,
 * because what is learnt about a place is.
 */
const ones: ((a: string) => Invoke)[] = [
  (a) => (s, c, step) => c.instance.process({ [a]: s[c.i0] }, step),
  (a) => (s, c, step) => c.instance.process({ [a]: s[c.i0] }, step),
  (a) => (s, c, step) => c.instance.process({ [a]: s[c.i0] }, step),
  (a) => (s, c, step) => c.instance.process({ [a]: s[c.i0] }, step),
  (a) => (s, c, step) => c.instance.process({ [a]: s[c.i0] }, step),
  (a) => (s, c, step) => c.instance.process({ [a]: s[c.i0] }, step),
  (a) => (s, c, step) => c.instance.process({ [a]: s[c.i0] }, step),
  (a) => (s, c, step) => c.instance.process({ [a]: s[c.i0] }, step),
]
const twos: ((a: string, b: string) => Invoke)[] = [
  (a, b) => (s, c, step) => c.instance.process({ [a]: s[c.i0], [b]: s[c.i1] }, step),
  (a, b) => (s, c, step) => c.instance.process({ [a]: s[c.i0], [b]: s[c.i1] }, step),
  (a, b) => (s, c, step) => c.instance.process({ [a]: s[c.i0], [b]: s[c.i1] }, step),
  (a, b) => (s, c, step) => c.instance.process({ [a]: s[c.i0], [b]: s[c.i1] }, step),
]
const threes: ((a: string, b: string, c: string) => Invoke)[] = [
  (a, b, d) => (s, c, step) => c.instance.process({ [a]: s[c.i0], [b]: s[c.i1], [d]: s[c.i2] }, step),
  (a, b, d) => (s, c, step) => c.instance.process({ [a]: s[c.i0], [b]: s[c.i1], [d]: s[c.i2] }, step),
]
const supplies: readonly ((...names: string[]) => Invoke)[][] = [[], ones, twos, threes]
/** Who has a function of its own: at most as many entries as there are functions. */
const given: Map<string, Invoke> = /* @__PURE__ */ new Map()

/** The function that calls cubes with these ports; the same for all steps with the same ports. */
export function invokeFor(ports: readonly string[]): Invoke {
  const key = ports.join()
  const known = given.get(key)
  if (known) return known
  const own = supplies[ports.length]?.pop()
  if (!own) return invokeAny
  const invoke = own(...ports)
  given.set(key, invoke)
  return invoke
}

const invokeAny: Invoke = (slots, callee, step) => callee.instance.process(inputsOf(slots, callee), step)

/** The input object of a step, as `invoke` builds it. */
export function inputsOf(slots: Slots, { ports, ix }: Callee): Values {
  const inputs: { [port: string]: Value | undefined } = {}
  for (let i = 0; i < ports.length; i++) inputs[ports[i] as string] = slots[ix[i] as number]
  return inputs
}
