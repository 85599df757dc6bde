import { defineTable, type Stores, type Table } from "cubular/contract"
import * as z from "zod"
import type { StoreCase } from "./store-case.ts"

interface Counted {
  readonly id: string
  readonly n: number
}
interface Named extends Counted {
  readonly name: string
}

const counted: Table<Counted, "id", Record<never, never>> = defineTable({
  name: "things",
  version: 1,
  schema: z.strictObject({ id: z.string(), n: z.number() }),
  key: "id",
})

const named = (version: number): Table<Named, "id", { readonly byName: readonly ["name"] }> =>
  defineTable({
    name: "things",
    version,
    schema: z.strictObject({ id: z.string(), n: z.number(), name: z.string() }),
    key: "id",
    indexes: { byName: ["name"] },
    migrations: {
      2(old) {
        const { id, n } = old as unknown as Counted
        if (n % 50 === 7) throw new Error("seven")
        return n % 50 === 8 ? { id, n } : n % 50 === 9 ? { id: `${id}x`, n, name: "" } : { id, n, name: `n${n}` }
      },
      3: (old) => old,
    },
  })

const COUNT = 250

async function countedIn(stores: Stores): Promise<number[]> {
  const store = stores.records(counted)
  const versions: number[] = []
  const all = Array.from({ length: COUNT }, (_, n) => ({ put: { id: `t${String(n).padStart(3, "0")}`, n } }))
  for (let from = 0; from < COUNT; from += 100) versions.push(...(await store.batch(all.slice(from, from + 100))))
  return versions
}

const reasons: { readonly [rest: number]: string } = {
  7: "migration_threw",
  8: "record_refused at name",
  9: "key_changed",
}

const migrating: readonly Omit<StoreCase, "store">[] = [
  ...[2, 3].map(
    (version): Omit<StoreCase, "store"> => ({
      name: `version 1 is brought to version ${version}: every record is carried over with its version, or kept with a reason`,
      async run({ stores }, check) {
        const versions = await countedIn(stores)
        const store = stores.records(named(version))
        const page = await store.find({ index: "byName", limit: 1000 })
        const carried = [...page.records].sort((a, b) => a.record.n - b.record.n)
        const expected = versions
          .map((each, n) => ({ record: { id: `t${String(n).padStart(3, "0")}`, n, name: `n${n}` }, version: each }))
          .filter(({ record }) => reasons[record.n % 50] === undefined)
        check.same("carried over", expected, carried)
        const kept = []
        let cursor: string | undefined
        do {
          const quarantine = await store.quarantined({ limit: 4, ...(cursor === undefined ? {} : { cursor }) })
          kept.push(...quarantine.records)
          cursor = quarantine.cursor
        } while (cursor !== undefined)
        const expectedKept = versions.flatMap((_, n) => {
          const id = `t${String(n).padStart(3, "0")}`
          const reason = reasons[n % 50]
          return reason === undefined ? [] : [{ key: id, value: { id, n }, from: 1, reason }]
        })
        check.same("kept", expectedKept, kept)
        check.same("all", COUNT, carried.length + kept.length)
        await store.put({ id: "t007", n: 7, name: "again" })
        check.same("a new one", "again", (await store.get("t007"))?.record.name)
      },
    }),
  ),
  {
    name: "a program with an earlier version is refused from then on, also one that had the table open",
    async run({ stores }, check) {
      await countedIn(stores)
      const old = stores.records(counted)
      await stores.records(named(2)).get("t000")
      const calls: readonly (readonly [string, () => unknown])[] = [
        ["get", () => old.get("t000")],
        ["find", () => old.find()],
        ["put", () => old.put({ id: "t000", n: 1 })],
        ["delete", () => old.delete("t000")],
      ]
      for (const [what, work] of calls) await check.refuses(what, "store_newer", work)
      check.same("untouched", 0, (await stores.records(named(2)).get("t000"))?.record.n)
    },
  },
  {
    name: "another key or other indexes without a new version are refused",
    async run({ stores, another }, check) {
      await countedIn(stores)
      const changed = defineTable({
        name: "things",
        version: 1,
        schema: z.strictObject({ id: z.string(), n: z.number() }),
        key: "id",
        indexes: { byN: ["n"] },
      })
      await check.refuses("other indexes", "table_changed", () => stores.records(changed).get("t000"))
      const second = await another()
      await check.refuses("other indexes beside", "table_changed", () => second.records(changed).find({ index: "byN" }))
      check.same("untouched", 5, (await stores.records(counted).get("t005"))?.record.n)
    },
    wants: ["another"],
  },
  {
    name: "two programs may migrate the same table at once",
    wants: ["another"],
    async run({ stores, another }, check) {
      await countedIn(stores)
      const second = await another()
      const [first, other] = await Promise.all(
        [stores, second].map(async (each) => each.records(named(2)).find({ limit: 1000 })),
      )
      check.same("both see the same", first, other)
      const { records } = await second.records(named(2)).quarantined({ limit: 1000 })
      check.same("all", COUNT, (first?.records.length ?? 0) + records.length)
    },
  },
]

export const migrationCases: readonly StoreCase[] = migrating.map((bare) => ({ store: "records", ...bare }))
