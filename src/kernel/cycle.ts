/**
 * Sorts so that everything comes after what it depends on; ties keep the given order. What lies on or behind a cycle
 * is left out.
 */
export function sortByDependency<T>(items: readonly T[], before: (item: T) => Iterable<T>): T[] {
  const waiting = new Map<T, number>()
  const next = new Map<T, T[]>()
  for (const item of items) {
    const sources = new Set(before(item))
    waiting.set(item, sources.size)
    for (const source of sources) {
      const list = next.get(source)
      if (list) list.push(item)
      else next.set(source, [item])
    }
  }
  const sorted = items.filter((item) => waiting.get(item) === 0)
  for (let i = 0; i < sorted.length; i++) {
    for (const item of next.get(sorted[i] as T) ?? []) {
      const left = (waiting.get(item) as number) - 1
      waiting.set(item, left)
      if (left === 0) sorted.push(item)
    }
  }
  return sorted
}

/** Cycles among items none of which could be sorted, each in the order values would flow; no item in two of them. */
export function findCycles<T>(items: readonly T[], before: (item: T) => Iterable<T>): T[][] {
  const left = new Set(items)
  const cycles: T[][] = []
  for (const start of items) {
    const walk = left.has(start) ? [start] : []
    while (walk.length > 0) {
      const at = walk.at(-1) as T
      const source = firstOf(before(at), left)
      const met = source === undefined ? -1 : walk.indexOf(source)
      if (source === undefined) left.delete(walk.pop() as T)
      else if (met < 0) walk.push(source)
      else {
        const cycle = walk.splice(met)
        for (const item of cycle) left.delete(item)
        cycles.push(cycle.reverse())
      }
    }
  }
  return cycles
}

function firstOf<T>(items: Iterable<T>, among: ReadonlySet<T>): T | undefined {
  for (const item of items) if (among.has(item)) return item
  return undefined
}
