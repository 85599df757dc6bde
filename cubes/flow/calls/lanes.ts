/**
 * Does `work` for every index from 0 to `count` − 1, at most `concurrent` at a time, begun in order. After a failure
 * nothing more is begun.
 *
 * Of several failures the one with the lowest index is thrown, whichever came first: what was begun before it is waited
 * for. So the error depends on the items and not on who was faster, and a replay ends as its recording did.
 */
export async function inLanes(
  count: number,
  concurrent: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  let failed: { readonly index: number; readonly error: unknown } | undefined
  const begun: Promise<void>[] = []
  const attempt = async (index: number): Promise<void> => {
    try {
      await work(index)
    } catch (error) {
      next = count
      if (failed === undefined || index < failed.index) failed = { index, error }
      throw error
    }
  }
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next++
      begun[index] = attempt(index)
      await begun[index]
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(concurrent, count) }, lane))
  } catch (first) {
    for (let index = 0; index < (failed?.index ?? 0); index++) await begun[index]?.catch(() => undefined)
    throw failed ? failed.error : first
  }
}
