import type { Stream } from "cubular/contract"

/** A stream that tells when it is over: drained, left, or failed. Once, and also when nobody ever reads it and `signal` aborts. */
export function watched<Item>(source: Stream<Item>, signal: AbortSignal, over: () => void): Stream<Item> {
  let told = false
  const tell = (): void => {
    if (told) return
    told = true
    signal.removeEventListener("abort", tell)
    over()
  }
  if (signal.aborted) tell()
  else signal.addEventListener("abort", tell)
  return { [Symbol.asyncIterator]: () => reader(source[Symbol.asyncIterator](), tell) }
}

function reader<Item>(of: AsyncIterator<Item>, over: () => void): AsyncIterator<Item> {
  const seen = async (work: Promise<IteratorResult<Item>>): Promise<IteratorResult<Item>> => {
    try {
      const result = await work
      if (result.done) over()
      return result
    } catch (thrown) {
      over()
      throw thrown
    }
  }
  return {
    next: () => seen(of.next()),
    return: (value) => seen(of.return?.(value) ?? Promise.resolve({ done: true, value })),
  }
}
