/** Numbers by the time they are due, ties by number; one may stand here several times. */
export interface DueList {
  add(number: number, dueMs: number): void
  /** Takes out the first one that is due, and still meant. */
  take(nowMs: number): number | undefined
}

interface Entry {
  readonly number: number
  readonly dueMs: number
}

/**
 * A binary heap that forgets late: an entry that no longer holds is dropped when its turn comes.
 *
 * @param holds - Whether a number is still to be had, and due at that time.
 */
export function createDueList(holds: (number: number, dueMs: number) => boolean): DueList {
  const heap: Entry[] = []
  const isBefore = (a: Entry, b: Entry): boolean => a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.number < b.number)

  function rise(from: number): void {
    const entry = heap[from] as Entry
    let at = from
    for (; at > 0; at = (at - 1) >> 1) {
      const parent = heap[(at - 1) >> 1] as Entry
      if (!isBefore(entry, parent)) break
      heap[at] = parent
    }
    heap[at] = entry
  }

  function sink(): void {
    const entry = heap[0] as Entry
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      if (left >= heap.length) break
      const right = heap[left + 1]
      const child = right !== undefined && isBefore(right, heap[left] as Entry) ? left + 1 : left
      if (!isBefore(heap[child] as Entry, entry)) break
      heap[at] = heap[child] as Entry
      at = child
    }
    heap[at] = entry
  }

  function pop(): void {
    const end = heap.pop() as Entry
    if (heap.length === 0) return
    heap[0] = end
    sink()
  }

  return {
    add(number, dueMs) {
      heap.push({ number, dueMs })
      rise(heap.length - 1)
    },
    take(nowMs) {
      for (let first = heap[0]; first !== undefined && first.dueMs <= nowMs; first = heap[0]) {
        pop()
        if (holds(first.number, first.dueMs)) return first.number
      }
      return undefined
    },
  }
}
