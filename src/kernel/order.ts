/**
 * Topological order in which, of all items that could come next, the first in `items` comes first: with items sorted
 * by path, every document has exactly one order, whatever the order of its keys. Uses `index` for its own counting.
 */
export function orderSteps<T extends { index: number; readonly waits: readonly T[] }>(items: readonly T[]): T[] {
  const left = new Int32Array(items.length)
  const next: T[][] = items.map(() => [])
  items.forEach((item, rank) => {
    item.index = rank
    left[rank] = item.waits.length
  })
  // One that is waited for twice is counted twice, here and below.
  for (const item of items) for (const source of item.waits) next[source.index]?.push(item)
  const ready = new Heap()
  for (let rank = 0; rank < items.length; rank++) if (left[rank] === 0) ready.push(rank)
  const order: T[] = []
  for (let rank = ready.pop(); rank !== undefined; rank = ready.pop()) {
    order.push(items[rank] as T)
    for (const { index } of next[rank] as T[]) {
      left[index] = (left[index] as number) - 1
      if (left[index] === 0) ready.push(index)
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
