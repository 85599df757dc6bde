/**
 * Topological order in which, of all items that could come next, the first in `items` comes first: with items sorted
 * by path, every document has exactly one order, whatever the order of its keys.
 */
export function orderSteps<T>(items: readonly T[], waits: (item: T) => Iterable<T>): T[] {
  const rank = new Map(items.map((item, index) => [item, index]))
  const left = new Int32Array(items.length)
  const next: number[][] = items.map(() => [])
  for (let i = 0; i < items.length; i++) {
    for (const source of waits(items[i] as T)) {
      next[rank.get(source) as number]?.push(i)
      left[i] = (left[i] as number) + 1
    }
  }
  const ready = new Heap()
  for (let i = 0; i < items.length; i++) if (left[i] === 0) ready.push(i)
  const order: T[] = []
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    order.push(items[at] as T)
    for (const follower of next[at] as number[]) {
      left[follower] = (left[follower] as number) - 1
      if (left[follower] === 0) ready.push(follower)
    }
  }
  return order
}

/** A binary heap of numbers, smallest first. */
class Heap {
  private readonly list: number[] = []

  push(value: number): void {
    const { list } = this
    let at = list.push(value) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((list[up] as number) <= value) break
      list[at] = list[up] as number
      at = up
    }
    list[at] = value
  }

  pop(): number | undefined {
    const { list } = this
    const top = list[0]
    const last = list.pop()
    if (last === undefined || list.length === 0) return top
    let at = 0
    for (;;) {
      let down = at * 2 + 1
      if (down >= list.length) break
      if (down + 1 < list.length && (list[down + 1] as number) < (list[down] as number)) down++
      if ((list[down] as number) >= last) break
      list[at] = list[down] as number
      at = down
    }
    list[at] = last
    return top
  }
}
