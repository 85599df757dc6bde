import { concatMap, map, type Observable, Subject, share, zip } from "rxjs"
import { bodyOf, type Engine } from "../engine.ts"

/**
 * One pipeline, subscribed once; each run is one value through it. Joins are `zip` (`combineLatest` would emit once per
 * input), what several read is shared, async steps are `concatMap`.
 */
export const rxjs: Engine = {
  name: "rxjs",
  waits: true,
  isolated: false,
  build: (shape, bodies) => {
    const input = new Subject<number>()
    const nodes: Observable<number>[] = []
    const readers: number[] = shape.map(() => 0)
    for (const { from } of shape) for (const j of from) if (j >= 0) readers[j] = (readers[j] as number) + 1
    for (const [i, step] of shape.entries()) {
      const body = bodyOf(step, bodies) as (...args: unknown[]) => number
      const sources = step.from.map((j) => (j < 0 ? input : (nodes[j] as Observable<number>)))
      const first = sources[0] as Observable<number>
      let node: Observable<number>
      if (step.kind === "many") node = zip(sources).pipe(map((items) => body(items)))
      else if (step.kind === "two") node = zip(sources).pipe(map(([a, b]) => body(a, b)))
      else if (step.waits) node = first.pipe(concatMap((x) => body(x) as unknown as Promise<number>))
      else node = first.pipe(map((x) => body(x)))
      nodes.push((readers[i] as number) > 1 ? node.pipe(share()) : node)
    }
    const waiting: ((y: number) => void)[] = []
    let last = 0
    const late = shape.some(({ waits }) => waits)
    ;(nodes.at(-1) as Observable<number>).subscribe((y) => {
      if (late) (waiting.shift() as (y: number) => void)(y)
      else last = y
    })
    if (!late)
      return (x) => {
        input.next(x)
        return last
      }
    return (x) =>
      new Promise((resolve) => {
        waiting.push(resolve)
        input.next(x)
      })
  },
}
