import { bytes, defineTable, type RecordPage, type Records, storeLimits, type Table } from "cubular/contract"
import * as z from "zod"
import { orderedKeys } from "./kv.ts"
import type { StoreCase } from "./store-case.ts"

const noteSchema = z.strictObject({
  id: z.string(),
  owner: z.string(),
  at: z.number(),
  title: z.string(),
  picture: bytes().optional(),
  more: z.looseObject({}).optional(),
})

type Note = z.output<typeof noteSchema>

interface NoteIndexes {
  readonly byOwner: readonly ["owner", "at"]
  readonly byTitle: readonly ["title"]
  readonly byAt: readonly ["at"]
}

const notes: Table<Note, "id", NoteIndexes> = defineTable({
  name: "notes",
  version: 1,
  schema: noteSchema,
  key: "id",
  indexes: { byOwner: ["owner", "at"], byTitle: ["title"], byAt: ["at"] },
})

type Notes = Records<Note, "id", NoteIndexes>

const readings: Table<{ at: number; value: number }, "at", Record<never, never>> = defineTable({
  name: "readings",
  version: 1,
  schema: z.strictObject({ at: z.number(), value: z.number() }),
  key: "at",
})

const note = (id: string, owner = "kim", at = 0, title = id): Note => ({ id, owner, at, title })

const fill = async (store: Notes, list: readonly Note[]): Promise<void> => {
  for (let from = 0; from < list.length; from += 100)
    await store.batch(list.slice(from, from + 100).map((put) => ({ put })))
}

const idsOf = ({ records }: RecordPage<Note>): string[] => records.map(({ record }) => record.id)

/** Ids of all pages of a query. */
async function idsBy(store: Notes, query: Parameters<Notes["find"]>[0], limit: number): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page: RecordPage<Note> = await store.find({ ...query, limit, cursor } as Parameters<Notes["find"]>[0])
    found.push(...idsOf(page))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

type Bare = Omit<StoreCase, "store">

const changing: readonly Bare[] = [
  {
    name: "a record is given back as it was put, with a version",
    async run({ stores }, check) {
      const store = stores.records(notes)
      const record = { ...note("a", "김", -0.5, 'q"\\\u2028'), picture: Uint8Array.of(1, 255), more: { $x: [null] } }
      check.same("absent", undefined, await store.get("a"))
      const version = await store.put(record)
      check.same("found", { record, version }, await store.get("a"))
      check.same(
        "many",
        [record.id, null],
        (await store.getMany(["a", "b"])).map((each) => each?.record.id ?? null),
      )
    },
  },
  {
    name: "every change gives a version that was never there before, also after deleting",
    async run({ stores }, check) {
      const store = stores.records(notes)
      const seen = [await store.put(note("a")), await store.put(note("a")), await store.put(note("b"))]
      await store.delete("a")
      seen.push(await store.put(note("a")))
      const sorted = [...new Set(seen)].sort((a, b) => a - b)
      check.same("versions grow", sorted, seen)
      check.same(
        "from 1 on",
        true,
        seen.every((version) => Number.isSafeInteger(version) && version >= 1),
      )
    },
  },
  {
    name: "a change with a version is made only on that version, and says what it found",
    async run({ stores }, check) {
      const store = stores.records(notes)
      const first = await store.put(note("a"), { version: 0 })
      await check.refuses("a second first put", "record_conflict", () => store.put(note("a", "lee"), { version: 0 }))
      const second = await store.put(note("a", "park"), { version: first })
      await check.refuses("a put of an old version", "record_conflict", () =>
        store.put(note("a", "lee"), { version: first }),
      )
      await check.refuses("a deletion of an old version", "record_conflict", () =>
        store.delete("a", { version: first }),
      )
      check.same("kept", { record: note("a", "park"), version: second }, await store.get("a"))
      await store.delete("a", { version: second })
      await store.delete("a")
      await store.delete("a", { version: 0 })
      await check.refuses("a deletion of nothing", "record_conflict", () => store.delete("a", { version: second }))
      await check.refuses("a put over nothing", "record_conflict", () => store.put(note("a"), { version: second }))
      check.same("deleted", undefined, await store.get("a"))
    },
  },
  {
    name: "a batch happens whole or not at all",
    async run({ stores }, check) {
      const store = stores.records(notes)
      const [a = 0, b = 0] = await store.batch([{ put: note("a") }, { put: note("b"), version: 0 }])
      const conflicting = () =>
        store.batch([{ put: note("a", "lee") }, { delete: "b" }, { put: note("c") }, { put: note("d"), version: b }])
      await check.refuses("a batch in conflict", "record_conflict", conflicting, ["changes", 3])
      check.same("untouched", ["a", "b"], await idsBy(store, {}, 10))
      check.same("owner", "kim", (await store.get("a"))?.record.owner)
      const versions = await store.batch([{ delete: "a", version: a }, { put: note("c") }])
      check.same("versions", [0, (await store.get("c"))?.version], versions)
      check.same("after", ["b", "c"], await idsBy(store, {}, 10))
    },
  },
  {
    name: "many who read, change and write by version lose nothing",
    async run({ stores }, check) {
      const store = stores.records(readings)
      await store.put({ at: 1, value: 0 })
      const add = async (): Promise<void> => {
        for (;;) {
          const found = await store.get(1)
          const next = { at: 1, value: (found?.record.value ?? 0) + 1 }
          const done = await store.put(next, { version: found?.version ?? 0 }).then(
            () => true,
            () => false,
          )
          if (done) return
        }
      }
      await Promise.all(Array.from({ length: 20 }, add))
      check.same("sum", 20, (await store.get(1))?.record.value)
    },
  },
]

const finding: readonly Bare[] = [
  {
    name: "records stand in the order of the index, then of the key, both ways and by pages",
    async run({ stores }, check) {
      const store = stores.records(notes)
      const list = ["kim", "lee", "가"].flatMap((owner) => [3, 1, 2, 2].map((at, n) => note(`${owner}${n}`, owner, at)))
      await fill(store, list)
      const expected = ["kim", "lee", "가"].flatMap((owner) => [1, 2, 3, 0].map((n) => `${owner}${n}`))
      for (const limit of [1, 2, 5, 100]) {
        check.same(`ascending by ${limit}`, expected, await idsBy(store, { index: "byOwner" }, limit))
        const descending = await idsBy(store, { index: "byOwner", order: "desc" }, limit)
        check.same(`descending by ${limit}`, [...expected].reverse(), descending)
      }
      check.same(
        "of one",
        ["lee1", "lee2", "lee3", "lee0"],
        await idsBy(store, { index: "byOwner", where: { owner: "lee" } }, 2),
      )
      const both = { index: "byOwner", where: { owner: "lee", at: 2 } } as const
      check.same("of one at a time", ["lee2", "lee3"], await idsBy(store, both, 1))
      check.same("of nobody", [], await idsBy(store, { index: "byOwner", where: { owner: "le" } }, 2))
      check.same("by key", [...expected].sort(), (await idsBy(store, {}, 5)).sort())
    },
  },
  {
    name: "bounds of a range hold or leave out their own value",
    async run({ stores }, check) {
      const store = stores.records(notes)
      await fill(
        store,
        [1, 2, 3, 4].map((at) => note(`n${at}`, "kim", at)),
      )
      const by = async (at: object): Promise<string> =>
        (await idsBy(store, { index: "byAt", where: { at } }, 2)).map((id) => id.slice(1)).join("")
      check.same("gt", "34", await by({ gt: 2 }))
      check.same("gte", "234", await by({ gte: 2 }))
      check.same("lt", "1", await by({ lt: 2 }))
      check.same("lte", "12", await by({ lte: 2 }))
      check.same("gt lt", "3", await by({ gt: 2, lt: 4 }))
      check.same("gte gt", "34", await by({ gte: 1, gt: 2 }))
      check.same("empty", "", await by({ gt: 2, lt: 3 }))
      check.same("none", "", await by({ gte: 3, lt: 3 }))
      check.same("backwards", "", await by({ gte: 4, lte: 1 }))
      check.same("all", "1234", await by({}))
      const owned = { index: "byOwner", where: { owner: "kim", at: { gte: 2, lt: 4 } }, order: "desc" } as const
      check.same("behind an equal field", ["n3", "n2"], await idsBy(store, owned, 1))
    },
  },
  {
    name: "texts compare by code points, and a prefix is taken as it is",
    async run({ stores }, check) {
      const store = stores.records(notes)
      const titles = [...orderedKeys, "a%", "a%b", "a_b", ""]
      await fill(
        store,
        titles.map((title, index) => note(`n${index}`, "kim", 0, title)),
      )
      await fill(
        store,
        orderedKeys.map((key) => note(key)),
      )
      const found = await idsBy(store, { where: { id: { prefix: "" } } }, 3)
      check.same(
        "keys",
        orderedKeys,
        found.filter((id) => orderedKeys.includes(id)),
      )
      const page = await store.find({ index: "byTitle", limit: 1000 })
      const sorted = page.records.map(({ record }) => record.title)
      check.same("titles", ["", ...orderedKeys.slice(0, 4), "a"], [...new Set(sorted)].slice(0, 6))
      for (const [prefix, expected] of [
        ["a%", ["a%", "a%b"]],
        ["\u{10ffff}", ["\u{10ffff}"]],
        ["\ud7ff", ["\ud7ff"]],
      ] as const) {
        const under = await store.find({ index: "byTitle", where: { title: { prefix } } })
        check.same(`under ${prefix}`, expected, [...new Set(under.records.map(({ record }) => record.title))])
      }
    },
  },
  {
    name: "numbers compare as numbers, also as keys",
    async run({ stores }, check) {
      const store = stores.records(readings)
      const ats = [
        -Number.MAX_VALUE,
        -1e21,
        -2,
        -1.5,
        0,
        Number.MIN_VALUE,
        0.1,
        0.30000000000000004,
        2,
        10,
        2 ** 53,
        1e300,
      ]
      await store.batch([...ats].reverse().map((at) => ({ put: { at, value: 1 } })))
      const page = await store.find()
      check.same(
        "order",
        ats,
        page.records.map(({ record }) => record.at),
      )
      check.same("0 and −0 are one key", 1, (await store.get(-0))?.record.value)
      const some = await store.find({ where: { at: { gt: 0, lte: 2 } } })
      check.same(
        "range",
        [Number.MIN_VALUE, 0.1, 0.30000000000000004, 2],
        some.records.map(({ record }) => record.at),
      )
    },
  },
  {
    name: "a changed record is found by what it holds now, a deleted one not at all",
    async run({ stores }, check) {
      const store = stores.records(notes)
      await fill(store, [note("a", "kim"), note("b", "kim"), note("c", "lee")])
      await store.put(note("a", "lee"))
      await store.delete("b")
      check.same("before", [], await idsBy(store, { index: "byOwner", where: { owner: "kim" } }, 5))
      check.same("now", ["a", "c"], await idsBy(store, { index: "byOwner", where: { owner: "lee" } }, 5))
    },
  },
  {
    name: "pages go on behind the last record, whatever is written in between",
    async run({ stores }, check) {
      const store = stores.records(notes)
      await fill(store, [note("a", "kim", 1), note("b", "kim", 2), note("c", "kim", 3)])
      const { cursor = "" } = await store.find({ index: "byAt", limit: 2 })
      await fill(store, [note("a2", "kim", 1), note("b2", "kim", 2), note("d", "kim", 2.5)])
      await store.delete("b")
      check.same("rest", ["b2", "d", "c"], idsOf(await store.find({ index: "byAt", cursor })))
    },
  },
  {
    name: "a cursor is good for its own query only",
    async run({ stores }, check) {
      const store = stores.records(notes)
      await fill(store, [note("a", "kim", 1), note("b", "kim", 2), note("c", "lee", 3)])
      const { cursor = "" } = await store.find({ index: "byOwner", where: { owner: "kim" }, limit: 1 })
      const others = [
        { cursor },
        { index: "byAt", cursor },
        { index: "byOwner", cursor },
        { index: "byOwner", where: { owner: "lee" }, cursor },
        { index: "byOwner", where: { owner: "kim" }, order: "desc", cursor },
        { index: "byOwner", where: { owner: "kim" }, cursor: `${cursor} ` },
        { index: "byOwner", where: { owner: "kim" }, cursor: "" },
      ] as const
      for (const query of others)
        await check.refuses(JSON.stringify(query), "store_cursor_refused", () => store.find(query), ["cursor"])
      const readingsCursor = () => stores.records(readings).find({ cursor })
      await check.refuses("a cursor of another table", "store_cursor_refused", readingsCursor)
      const one = await store.find({ where: { id: "a" }, limit: 1 })
      const behind = one.cursor === undefined ? [] : idsOf(await store.find({ where: { id: "a" }, cursor: one.cursor }))
      check.same("behind the only one", [], behind)
    },
  },
  {
    name: "a query that no index answers is refused",
    async run({ stores }, check) {
      const store = stores.records(notes)
      const ask = (query: unknown) => () => store.find(query as Parameters<Notes["find"]>[0])
      await check.refuses("an unknown index", "index_unknown", ask({ index: "byName" }), ["index"])
      for (const [what, query] of [
        ["a field of no index", { where: { title: "a" } }],
        ["the second field alone", { index: "byOwner", where: { at: 1 } }],
        ["a field behind a range", { index: "byOwner", where: { owner: { gt: "a" }, at: 1 } }],
        ["a bound that is none", { index: "byAt", where: { at: { above: 1 } } }],
        ["a prefix of numbers", { index: "byAt", where: { at: { prefix: 1 } } }],
      ] as const)
        await check.refuses(what, "query_refused", ask(query))
      for (const at of ["1", Number.NaN, Number.POSITIVE_INFINITY, true, { gt: "1" }, { lt: Number.NaN }])
        await check.refuses(`at ${JSON.stringify(at)}`, "record_key_kind", ask({ index: "byAt", where: { at } }))
      await check.refuses("half a title", "store_key_malformed", ask({ index: "byTitle", where: { title: "\ud800" } }))
      for (const limit of [0, 1001, 0.5])
        await check.refuses(`${limit} records`, "store_option_refused", ask({ limit }))
      await check.refuses("another order", "store_option_refused", ask({ order: "up" }), ["order"])
    },
  },
]

const refusing: readonly Bare[] = [
  {
    name: "a record that does not fit is refused at its place, and nothing is written",
    async run({ stores }, check) {
      const store = stores.records(notes)
      const put = (record: unknown) => () => store.put(record as Note)
      await check.refuses("a number for a text", "record_refused", put({ ...note("a"), owner: 1 }), ["record", "owner"])
      await check.refuses("a missing field", "record_refused", put({ id: "a" }))
      await check.refuses("an extra field", "record_refused", put({ ...note("a"), size: 1 }))
      await check.refuses("no record", "record_refused", put(null), ["record"])
      await check.refuses("NaN", "record_refused", put({ ...note("a"), at: Number.NaN }), ["record", "at"])
      const deep = put({ ...note("a"), more: { x: [() => 1] } })
      await check.refuses("a function inside", "value_kind_refused", deep, ["record", "more", "x", 0])
      await check.refuses("an empty key", "store_key_malformed", put(note("")), ["record", "id"])
      await check.refuses("a long key", "store_key_too_long", put(note("a".repeat(449), "kim", 0, "t")), [
        "record",
        "id",
      ])
      const long = put(note("a", "가".repeat(171)))
      await check.refuses("a long text in an index", "store_key_too_long", long, ["record", "owner"])
      const third = () =>
        store.batch([{ put: note("a") }, { delete: "b" }, { put: { ...note("c"), at: "1" as never } }])
      await check.refuses("the third of a batch", "record_refused", third, ["changes", 2, "put", "at"])
      check.same("written", [], await idsBy(store, {}, 10))
      for (const version of [-1, 1.5, Number.NaN, "1", null])
        await check.refuses(
          `version ${version}`,
          "store_option_refused",
          () => store.put(note("a"), { version: version as number }),
          ["version"],
        )
    },
  },
  {
    name: "records: 1,000,000 bytes as JSON and no more",
    async run({ stores }, check) {
      const store = stores.records(notes)
      const empty = { ...note("a"), more: { text: "" } }
      const text = "x".repeat(storeLimits.recordBytes - JSON.stringify(empty).length)
      await store.put({ ...empty, more: { text } })
      const more = () => store.put({ ...empty, more: { text: `${text}x` } })
      await check.refuses("one byte more", "store_value_too_large", more, ["record"])
      check.same("length", text.length, String((await store.get("a"))?.record.more?.text).length)
    },
  },
  {
    name: "keys are of the table's kind, batches 1 to 100, each record once",
    async run({ stores }, check) {
      const store = stores.records(notes)
      for (const key of [1, null, undefined, {}])
        await check.refuses(`the key ${key}`, "record_key_kind", () => store.get(key as never), ["key"])
      for (const key of ["", "\ud800", "a\0"])
        await check.refuses(JSON.stringify(key), "store_key_malformed", () => store.delete(key), ["key"])
      await check.refuses("a text", "record_key_kind", () => stores.records(readings).get("1" as never))
      const list = Array.from({ length: 101 }, (_, index) => note(`n${index}`))
      await check.refuses("101 changes", "store_batch_refused", () => store.batch(list.map((put) => ({ put }))))
      await check.refuses("no changes", "store_batch_refused", () => store.batch([]), ["changes"])
      await check.refuses("101 keys", "store_batch_refused", () => store.getMany(list.map(({ id }) => id)))
      const twice = () => store.batch([{ put: note("a") }, { put: note("b") }, { delete: "a" }])
      await check.refuses("a record twice", "store_key_repeated", twice, ["changes", 2])
      await fill(store, list.slice(1))
      check.same("a hundred", 100, (await idsBy(store, {}, 1000)).length)
    },
  },
]

const lasting: readonly Bare[] = [
  {
    name: "what was acknowledged is there when the stores are opened anew, and versions go on",
    wants: ["reopen"],
    async run({ stores, reopen }, check) {
      const version = await stores.records(notes).put(note("a"))
      await stores.records(notes).put(note("b"))
      await stores.records(notes).delete("b")
      const store = (await reopen()).records(notes)
      check.same("record", { record: note("a"), version }, await store.get("a"))
      check.same("deleted", undefined, await store.get("b"))
      check.same("a later version", true, (await store.put(note("c"))) > version + 1)
    },
  },
  {
    name: "two that have the same table open see what each other wrote, and conflicts between them",
    wants: ["another"],
    async run({ stores, another }, check) {
      const first = stores.records(notes)
      const second = (await another()).records(notes)
      const version = await first.put(note("a"))
      check.same("second sees", version, (await second.get("a"))?.version)
      await second.put(note("a", "lee"), { version })
      await check.refuses("the first", "record_conflict", () => first.put(note("a", "park"), { version }))
      check.same("kept", ["a"], await idsBy(first, { index: "byOwner", where: { owner: "lee" } }, 5))
    },
  },
]

export const recordsCases: readonly StoreCase[] = [...changing, ...finding, ...refusing, ...lasting].map((bare) => ({
  store: "records",
  ...bare,
}))
