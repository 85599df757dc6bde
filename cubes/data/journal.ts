import { defineCube, type Json } from "cubular/contract"
import * as z from "zod"
import { placed, storeName, withInputs } from "./keeping/operation.ts"

const config = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("append"), store: storeName }),
  z.strictObject({ op: z.literal("read"), store: storeName, limit: z.int().min(1).max(1000).optional() }),
])

/**
 * A list that only grows, in the journal `config.store`. `config.op` says what is done, and which ports count:
 *
 * - `append`: up to 100 `values` as one, and `expected` when the first must get that position → `end`. It takes the right to
 *   write and gives it back; while somebody else has it, it fails with `journal_taken`, which may be tried again.
 * - `read`: `from` (default 0) → up to `config.limit` (default 100) `entries`, and `end`, the position the next one gets.
 */
export default defineCube({
  id: "data/journal",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Journal", ko: "저널" },
  summary: { en: "A list that only grows, written by one", ko: "한 번에 하나만 쓰는, 늘어나기만 하는 목록" },
  config,
  needs: ["stores"],
  opens: ({ store: name }) => [{ store: "journal", name }],
  inputs: {
    values: z.array(z.json()).optional(),
    expected: z.int().min(0).optional(),
    from: z.int().min(0).optional(),
  },
  outputs: {
    end: z.int(),
    entries: z.array(z.strictObject({ position: z.int(), value: z.json() })).optional(),
  },
  create: (_, config) => ({
    async process(inputs, step) {
      return placed(inputs, config, async () => {
        const journal = step.stores.journal(config.store)
        if (config.op === "read") {
          const { entries, end } = await journal.read({ from: inputs.from, limit: config.limit })
          return { end, entries: entries.map(({ position, value }) => ({ position, value: value as Json })) }
        }
        const { values, expected } = withInputs(inputs, "append", "values")
        const writer = await journal.writer()
        try {
          return { end: await writer.append(values, { expected }) }
        } finally {
          await writer.close()
        }
      })
    },
  }),
})
