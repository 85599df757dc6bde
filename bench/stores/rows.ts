import { defineTable } from "cubular/contract"
import * as z from "zod"

export const schema = z.strictObject({
  id: z.string(),
  owner: z.string(),
  at: z.number(),
  title: z.string(),
  body: z.string(),
  tags: z.array(z.string()),
  place: z.strictObject({ longitude: z.number(), city: z.string() }),
})

/** What is stored in every measurement: about 500 bytes as JSON. */
export type Row = z.output<typeof schema>

/** Rows there are: writing goes round, so that the files stay as they are. */
export const ROWS = 5000

/** Operations of a batch. */
export const BATCH = 100

export const keyOf = (n: number): string => `row-${String(n % ROWS).padStart(6, "0")}`

export const rowOf = (n: number): Row => ({
  id: keyOf(n),
  owner: `owner-${n % 50}`,
  at: 1_700_000_000_000 + ((n * 7919) % ROWS),
  title: `Row number ${n}`,
  body: "이것은 저장할 글입니다. ".repeat(8) + n,
  tags: ["one", "two", "three"],
  place: { longitude: 126.978, city: "Seoul" },
})

/** Keys of the n-th batch. */
export const keysOf = (n: number): string[] => Array.from({ length: BATCH }, (_, index) => keyOf(n * BATCH + index))
export const rowsOf = (n: number): Row[] => Array.from({ length: BATCH }, (_, index) => rowOf(n * BATCH + index))

export const table = defineTable({ name: "rows", version: 1, schema, key: "id", indexes: { byOwner: ["owner", "at"] } })
