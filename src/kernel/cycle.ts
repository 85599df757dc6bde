/**
 * Sorts so that everything comes after what it depends on; ties keep the given order. What lies on or behind a cycle
 * is left out.
 */
export function sortByDependency<T>(items: readonly T[], before: (item: T) => readonly T[]): T[] {
  const left = new Map<T, number>()
  const next = new Map<T, T[]>()
  const sorted: T[] = []
  for (const item of items) {
    const sources = before(item)
    if (sources.length === 0) sorted.push(item)
    else left.set(item, sources.length)
    // A source that stands twice is counted twice, here and below.
    for (const source of sources) {
      const list = next.get(source)
      if (list) list.push(item)
      else next.set(source, [item])
    }
  }
  for (let i = 0; i < sorted.length; i++) {
    for (const item of next.get(sorted[i] as T) ?? []) {
      const count = (left.get(item) as number) - 1
      left.set(item, count)
      if (count === 0) sorted.push(item)
    }
  }
  return sorted
}

/** Cycles among items none of which could be sorted, each in the order values would flow; no item in two of them. */
export function findCycles<T>(items: readonly T[], before: (item: T) => readonly T[]): T[][] {
  const left = new Set(items)
  const cycles: T[][] = []
  for (const start of items) {
    const walk = left.has(start) ? [start] : []
    while (walk.length > 0) {
      const source = before(walk.at(-1) as T).find((item) => left.has(item))
      const met = source === undefined ? -1 : walk.indexOf(source)
      if (source === undefined) left.delete(walk.pop() as T)
      else if (met < 0) walk.push(source)
      else {
        const found = walk.splice(met)
        for (const item of found) left.delete(item)
        cycles.push(found.reverse())
      }
    }
  }
  return cycles
}
