import { defineTable, type Stores } from "cubular/contract"
import { byTable, createRecords } from "cubular/stores"
import { createStores } from "cubular/stores/memory"
import * as fc from "fast-check"
import { expect, onTestFinished, test } from "vitest"
import * as z from "zod"
import { fromCursor, toCursor } from "../../../src/stores/cursor.ts"
import { openDatabase } from "../../../src/stores/node/sqlite.ts"
import { createRecordsDriver } from "../../../src/stores/sql/records.ts"

const rows = defineTable({
  name: "rows",
  version: 1,
  key: "id",
  indexes: { byGroup: ["group", "at"] },
  schema: z.strictObject({ id: z.string(), group: z.string(), at: z.number() }),
})

const open: { readonly [name: string]: () => Pick<Stores, "records"> } = {
  memory: () => createStores({ clock: { now: () => 0 } }),
  SQLite: () => {
    const database = openDatabase(":memory:")
    onTestFinished(() => database.close())
    const driver = createRecordsDriver(database)
    return { records: byTable((table) => createRecords(driver, table)) }
  },
}

const id = fc.string({ unit: fc.constantFrom("a", "가", "\uffff", "\u{10000}"), minLength: 1, maxLength: 3 })
const row = fc.record({ id, group: fc.constantFrom("g", "\u{1f300}"), at: fc.nat({ max: 3 }) })
const change = fc.oneof(
  row.map((put) => ({ put })),
  id.map((each) => ({ delete: each })),
)
const keyOf = (each: { readonly put: { readonly id: string } } | { readonly delete: string }): string =>
  "put" in each ? each.put.id : each.delete

test.each(Object.keys(open))(
  "in %s, pages give every record that nobody touches exactly once and in order, whatever is written in between",
  async (name) => {
    const property = fc.asyncProperty(
      fc.uniqueArray(row, { selector: (each) => each.id, minLength: 1, maxLength: 25 }),
      fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom("asc" as const, "desc" as const),
      async (initial, changes, limit, order) => {
        const store = (open[name] as (typeof open)[string])().records(rows)
        await store.batch(initial.map((put) => ({ put })))
        const ordered = (await store.find({ index: "byGroup", order, limit: 1000 })).records.map(
          ({ record }) => record.id,
        )
        const seen: string[] = []
        let cursor: string | undefined
        let round = 0
        do {
          const page = await store.find({ index: "byGroup", order, limit, cursor })
          seen.push(...page.records.map(({ record }) => record.id))
          cursor = page.cursor
          for (const each of changes[round++] ?? []) await store.batch([each])
        } while (cursor !== undefined)
        const touched = new Set(changes.flat().map(keyOf))
        const untouched = (ids: readonly string[]): string[] => ids.filter((each) => !touched.has(each))
        expect(untouched(seen)).toEqual(untouched(ordered))
      },
    )
    await fc.assert(property, { numRuns: 300 })
  },
)

test("a cursor is read back for its own query, and for no other one or changed by a single character", () => {
  const json = fc.jsonValue({ maxDepth: 2 })
  fc.assert(
    fc.property(json, json, json, fc.nat(), fc.nat({ max: 0xffff }), (query, other, position, where, unit) => {
      const cursor = toCursor(query as never, position as never)
      expect(fromCursor(query as never, cursor)).toEqual(JSON.parse(JSON.stringify(position)))
      const refused = expect.objectContaining({ code: "store_cursor_refused" })
      if (JSON.stringify(query) !== JSON.stringify(other))
        expect(() => fromCursor(other as never, cursor)).toThrow(refused)
      const at = where % cursor.length
      const changed = cursor.slice(0, at) + String.fromCharCode(unit) + cursor.slice(at + 1)
      if (changed !== cursor) expect(() => fromCursor(query as never, changed)).toThrow(refused)
    }),
    { numRuns: 2000 },
  )
})
