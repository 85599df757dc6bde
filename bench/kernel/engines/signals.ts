import { computed, type ReadonlySignal, signal } from "@preact/signals-core"
import { bodyOf, type Engine } from "../engine.ts"

/** A signal for the input, a computed per step; each run sets the one and reads the last. No async, no isolation. */
export const signals: Engine = {
  name: "@preact/signals-core",
  waits: false,
  isolated: false,
  build: (shape, bodies) => {
    const input = signal(0)
    const nodes: ReadonlySignal<number>[] = []
    for (const step of shape) {
      const body = bodyOf(step, bodies) as (...args: unknown[]) => number
      const [first, second] = step.from.map((j) => (j < 0 ? input : nodes[j])) as [
        ReadonlySignal<number>,
        ReadonlySignal<number>,
      ]
      const sources = step.from.map((j) => (j < 0 ? input : nodes[j])) as ReadonlySignal<number>[]
      if (step.kind === "many") nodes.push(computed(() => body(sources.map((source) => source.value))))
      else if (step.kind === "two") nodes.push(computed(() => body(first.value, second.value)))
      else nodes.push(computed(() => body(first.value)))
    }
    const last = nodes.at(-1) as ReadonlySignal<number>
    return (x) => {
      input.value = x
      return last.value
    }
  },
}
