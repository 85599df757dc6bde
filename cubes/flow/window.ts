import { defineCube, list, type Step, same, stream } from "cubular/contract"
import * as z from "zod"

/**
 * Lists of items that follow each other: of `config.count` items (1 to 100,000, default 1,000), and, with `config.ms` (1 to
 * 86,400,000), of items that came within that time of the first one on the step's clock. Whichever comes first ends a list;
 * the last may be shorter. A list that time has ended is given when the next item comes, or at the end: what goes where
 * depends on recorded readings of the clock alone, so a replay makes the same lists.
 */
export default defineCube({
  id: "flow/window",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Window", ko: "창으로 묶기" },
  summary: { en: "Groups a stream by number or time", ko: "스트림을 개수나 시간으로 묶습니다" },
  config: z
    .strictObject({
      count: z.int().min(1).max(100_000).optional(),
      ms: z.int().min(1).max(86_400_000).optional(),
    })
    .default({}),
  needs: ["clock"],
  inputs: { items: stream(same("T")) },
  outputs: { windows: stream(list(same("T"))) },
  create: (_, { count = 1000, ms }) => ({
    process: ({ items }, step) => ({ windows: windows(items, count, ms, step) }),
  }),
})

async function* windows<T>(
  items: AsyncIterable<T>,
  count: number,
  ms: number | undefined,
  step: Step,
): AsyncGenerator<T[], void, undefined> {
  let window: T[] = []
  let since = 0
  for await (const item of items) {
    if (ms !== undefined) {
      const now = step.clock.monotonic()
      if (window.length > 0 && now - since >= ms) {
        yield window
        window = []
      }
      if (window.length === 0) since = now
    }
    window.push(item)
    if (window.length < count) continue
    yield window
    window = []
  }
  if (window.length > 0) yield window
}
