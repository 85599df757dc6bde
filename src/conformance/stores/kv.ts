import { type Json, type Kv, type KvKey, storeLimits, type Value } from "cubular/contract"
import type { StoreCase } from "./store-case.ts"

const values: { readonly [name: string]: Value } = {
  null: null,
  false: false,
  zero: 0,
  fraction: 0.1 + 0.2,
  largest: Number.MAX_VALUE,
  "empty text": "",
  text: 'Pillars "사주" 四柱 \u{1f300} \u2028 \0',
  list: [1, [2, []], { a: null }],
  object: { b: 1, a: { "": 2, __proto: 3 } },
  "names with $": { $: 1, $$: { $bytes: 2 } },
  bytes: Uint8Array.of(0, 1, 255),
  numbers: { f64: Float64Array.of(0.5, -0), i16: [Int16Array.of(-1)] },
}

/** In the order of code points, which is neither that of UTF-16 units nor that of any dictionary. */
export const orderedKeys: readonly string[] = [
  "\u0001",
  "!",
  "A",
  "B",
  "a",
  "가",
  "\ud7ff",
  "\ue000",
  "\uffff",
  "\u{10000}",
  "\u{10ffff}",
]

/** Every key of a prefix, by pages. */
async function keysOf(kv: Kv, prefix: string, limit: number): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await kv.list({ prefix, limit, cursor })
    found.push(...page.keys.map(({ key }) => key))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

const filled = async (kv: Kv, keys: readonly string[]): Promise<void> =>
  kv.putMany(keys.map((key) => ({ key, value: key })))

type Bare = Omit<StoreCase, "store">

const reading: readonly Bare[] = [
  {
    name: "a key that was never put has no value",
    async run({ stores }, check) {
      check.same("value", undefined, await stores.kv("cells").get("none"))
      check.same("page", { keys: [] }, await stores.kv("cells").list())
    },
  },
  {
    name: "what was put is given back, whatever travels on a wire",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      for (const [key, value] of Object.entries(values)) await kv.put(key, value)
      await settle()
      for (const [key, value] of Object.entries(values)) check.same(key, { value }, await kv.get(key))
    },
  },
  {
    name: "−0 is 0, and a member that is undefined is absent",
    async run({ stores, settle }, check) {
      await stores.kv("cells").put("a", { zero: -0, none: undefined })
      await settle()
      const found = (await stores.kv("cells").get("a"))?.value as { readonly zero: number }
      check.same("1 / zero", "Infinity", String(1 / found.zero))
      check.same("members", ["zero"], Object.keys(found))
    },
  },
  {
    name: "a value is a copy on the way in and on the way out",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      const value = { list: [1] }
      const put = kv.put("a", value)
      value.list.push(2)
      await put
      await settle()
      const first = (await kv.get("a"))?.value as { readonly list: number[] }
      first.list.push(3)
      check.same("value", { value: { list: [1] } }, await kv.get("a"))
    },
  },
  {
    name: "a later put replaces value, metadata and time to live",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      await kv.put("a", 1, { ttlSec: 60, metadata: { by: "one" } })
      await kv.put("a", 2)
      await settle()
      check.same("entry", { value: 2 }, await kv.get("a"))
      check.same("listed", { keys: [{ key: "a" }] }, await kv.list())
    },
  },
  {
    name: "a deleted key is gone, and deleting what is not there is no error",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      await filled(kv, ["a", "b", "c"])
      await kv.delete("a")
      await kv.delete("a")
      await kv.deleteMany(["b", "never"])
      await settle()
      check.same("left", ["c"], await keysOf(kv, "", 10))
    },
  },
  {
    name: "many are read in the order asked for, a key asked for twice given twice",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      await filled(kv, ["a", "b"])
      await settle()
      const found = await kv.getMany(["b", "none", "a", "b"])
      check.same(
        "found",
        ["b", null, "a", "b"],
        found.map((entry) => entry?.value ?? null),
      )
    },
  },
]

const listing: readonly Bare[] = [
  {
    name: "keys are listed in the order of code points",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      await filled(kv, [...orderedKeys].reverse())
      await settle()
      check.same("order", orderedKeys, await keysOf(kv, "", 100))
      check.same("order by pages of 2", orderedKeys, await keysOf(kv, "", 2))
    },
  },
  {
    name: "a prefix is taken as it is, without any signs that mean more",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      const prefixes = ["a%", "a_", "a*", "a?", "[a]", "a'", 'a"', "a\\", "a/../", "\u{10ffff}", "가"]
      await filled(kv, [...prefixes, ...prefixes.map((prefix) => `${prefix}x`), "a", "ab", "b", "갸"])
      await settle()
      for (const prefix of prefixes)
        check.same(`keys under ${prefix}`, [prefix, `${prefix}x`], await keysOf(kv, prefix, 1))
    },
  },
  {
    name: "a page tells metadata and when a value ends",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      const metadata: Json = { 이름: "가", n: [1] }
      await kv.putMany([
        { key: "a", value: 1, metadata, ttlSec: 300 },
        { key: "b", value: 2 },
      ])
      await settle()
      const [a, b] = (await kv.list()).keys as [KvKey, KvKey]
      check.same("metadata", metadata, a.metadata)
      check.same("end", "number", typeof a.expiresAtMs)
      check.same("plain key", { key: "b" }, b)
    },
  },
  {
    name: "pages go on behind the last key, whatever is put in between",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      await filled(kv, ["a", "b", "d"])
      await settle()
      const { keys, cursor } = await kv.list({ limit: 2 })
      check.same(
        "first page",
        ["a", "b"],
        keys.map(({ key }) => key),
      )
      await filled(kv, ["aa", "c"])
      await kv.delete("b")
      await settle()
      const rest = await kv.list({ limit: 10, ...(cursor === undefined ? {} : { cursor }) })
      const found = rest.keys.map(({ key }) => key).filter((key) => key !== "c")
      check.same("second page", ["d"], found)
    },
  },
  {
    name: "a cursor is good for its own query only",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      await filled(kv, ["a1", "a2", "b1"])
      await settle()
      const { cursor = "" } = await kv.list({ prefix: "a", limit: 1 })
      await check.refuses("a cursor of another prefix", "store_cursor_refused", () => kv.list({ prefix: "b", cursor }))
      await check.refuses("a changed cursor", "store_cursor_refused", () =>
        kv.list({ prefix: "a", cursor: `${cursor}x` }),
      )
      await check.refuses("a made-up cursor", "store_cursor_refused", () => kv.list({ prefix: "a", cursor: "a1" }))
      await check.refuses("an empty cursor", "store_cursor_refused", () => kv.list({ prefix: "a", cursor: "" }))
      for (const limit of [0, 1001, 1.5, Number.NaN])
        await check.refuses(`a page of ${limit}`, "store_option_refused", () => kv.list({ limit }))
    },
  },
]

const half = "\ud800"

const refusing: readonly Bare[] = [
  {
    name: "keys: up to 448 bytes of UTF-8, and nothing platforms read differently",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      const longest = ["a".repeat(448), `${"가".repeat(149)}a`, "\u{1f300}".repeat(112)]
      await filled(kv, longest)
      await settle()
      for (const key of longest) check.same("longest key", { value: key }, await kv.get(key))
      for (const key of ["a".repeat(449), "가".repeat(150), `\u{1f300}${"a".repeat(445)}`])
        await check.refuses("a longer key", "store_key_too_long", () => kv.put(key, 1), ["key"])
      for (const key of ["", ".", "..", "a\0b", half, `a${half}b`, "\udc00\ud800", 1, null, undefined, ["a"]])
        for (const work of [
          () => kv.put(key as string, 1),
          () => kv.get(key as string),
          () => kv.delete(key as string),
        ])
          await check.refuses(`the key ${JSON.stringify(key)}`, "store_key_malformed", work, ["key"])
      await check.refuses("half a prefix", "store_key_malformed", () => kv.list({ prefix: half }), ["prefix"])
    },
  },
  {
    name: "values: what no wire carries is refused, with the place of the fault",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      await kv.put("a", "before")
      const bad: readonly (readonly [unknown, string])[] = [
        [Number.NaN, "value_not_finite"],
        [Number.POSITIVE_INFINITY, "value_not_finite"],
        [undefined, "value_kind_refused"],
        [10n, "value_kind_refused"],
        [new Map(), "value_kind_refused"],
        [() => 1, "value_kind_refused"],
        [half, "value_text_malformed"],
        [Float64Array.of(Number.NaN), "value_not_finite"],
      ]
      for (const [value, code] of bad)
        await check.refuses(`a ${typeof value}`, code, () => kv.put("a", { part: [value] } as never), [
          "value",
          "part",
          0,
          ...(ArrayBuffer.isView(value) ? [0] : []),
        ])
      const cycle: unknown[] = []
      cycle.push(cycle)
      await check.refuses("a cycle", "value_cycle", () => kv.put("a", cycle as never))
      await settle()
      check.same("value before", { value: "before" }, await kv.get("a"))
    },
  },
  {
    name: "values: 25 MiB as JSON and no more; the old value stays",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      const text = "x".repeat(storeLimits.kvValueBytes - 2)
      await kv.put("large", text)
      await settle()
      check.same("length", text.length, ((await kv.get("large"))?.value as string | undefined)?.length)
      await check.refuses("one byte more", "store_value_too_large", () => kv.put("large", `${text}x`), ["value"])
      check.same("length", text.length, ((await kv.get("large"))?.value as string | undefined)?.length)
    },
  },
  {
    name: "metadata: 1,024 bytes as JSON and no more",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      const metadata = `${"가".repeat(340)}ab`
      await kv.put("a", 1, { metadata })
      await settle()
      check.same("entry", { value: 1, metadata }, await kv.get("a"))
      const put = () => kv.put("a", 2, { metadata: `${metadata}c` })
      await check.refuses("one byte more", "store_metadata_too_large", put, ["metadata"])
      await check.refuses("NaN", "value_not_finite", () => kv.put("a", 2, { metadata: Number.NaN }), ["metadata"])
    },
  },
  {
    name: "time to live: whole seconds from 60 on",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      for (const ttlSec of [59, 0, -60, 60.5, Number.NaN, Number.POSITIVE_INFINITY, 315_360_001, "60", null])
        await check.refuses(
          `${ttlSec} seconds`,
          "store_ttl_refused",
          () => kv.put("a", 1, { ttlSec: ttlSec as number }),
          ["ttlSec"],
        )
      await kv.put("least", 1, { ttlSec: 60 })
      await kv.put("most", 1, { ttlSec: 315_360_000 })
      check.same("refused", undefined, await kv.get("a"))
      await settle()
      check.same("most", { value: 1 }, await kv.get("most"))
    },
  },
  {
    name: "batches: 1 to 100, each key once, and a bad entry keeps all out",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      const many = Array.from({ length: 100 }, (_, index) => `k${String(index).padStart(3, "0")}`)
      await filled(kv, many)
      await settle()
      check.same(
        "a hundred",
        many,
        (await kv.getMany(many)).map((entry) => entry?.value),
      )
      const more = [...many, "more"]
      await check.refuses("101 keys", "store_batch_refused", () => kv.getMany(more), ["keys"])
      await check.refuses("101 keys", "store_batch_refused", () => kv.deleteMany(more), ["keys"])
      await check.refuses("101 entries", "store_batch_refused", () => filled(kv, more), ["entries"])
      await check.refuses("no keys", "store_batch_refused", () => kv.getMany([]), ["keys"])
      await check.refuses("a key twice", "store_key_repeated", () => filled(kv, ["x", "y", "x"]), ["entries", 2])
      const bad = [
        { key: "x", value: 1 },
        { key: "", value: 2 },
      ]
      await check.refuses("a bad entry", "store_key_malformed", () => kv.putMany(bad), ["entries", 1, "key"])
      await settle()
      check.same("refused", undefined, await kv.get("x"))
    },
  },
  {
    name: "stores: names say which, kinds and names keep them apart",
    async run({ stores, settle }, check) {
      await stores.kv("one").put("a", 1)
      await stores.kv("two").put("a", 2)
      await settle()
      check.same("one", { value: 1 }, await stores.kv("one").get("a"))
      check.same("two", { value: 2 }, await stores.kv("two").get("a"))
      for (const name of ["", "A", "1a", "a_b", "a b", "가", "../x", "a".repeat(49), undefined])
        await check.refuses(`the name ${name}`, "store_name_malformed", () => stores.kv(name as string))
    },
  },
]

const living: readonly Bare[] = [
  {
    name: "a value with a time to live is there until it ends, and then neither read nor listed",
    wants: ["advance"],
    async run({ stores, settle, advance }, check) {
      const kv = stores.kv("cells")
      await kv.put("a", 1, { ttlSec: 300, metadata: "m" })
      await kv.put("b", 2)
      await advance(299_000)
      check.same("before", { value: 1, metadata: "m" }, await kv.get("a"))
      await advance(1000)
      await settle()
      check.same("after", undefined, await kv.get("a"))
      check.same("left", ["b"], await keysOf(kv, "", 10))
    },
  },
  {
    name: "writes at once do not disturb each other",
    async run({ stores, settle }, check) {
      const kv = stores.kv("cells")
      const keys = Array.from({ length: 50 }, (_, index) => `k${index}`)
      await Promise.all(keys.flatMap((key) => [kv.put(key, { key }), kv.put("shared", { key })]))
      await settle()
      for (const key of keys) check.same(key, { value: { key } }, await kv.get(key))
      const shared = (await kv.get("shared"))?.value as { readonly key: string } | undefined
      check.same("the shared key has one of the values", true, keys.includes(shared?.key ?? ""))
    },
  },
  {
    name: "what was acknowledged is there when the stores are opened anew",
    wants: ["reopen"],
    async run({ stores, reopen, settle }, check) {
      await stores.kv("cells").putMany([
        { key: "a", value: [1, "둘"], metadata: 3 },
        { key: "b", value: 1 },
      ])
      await stores.kv("cells").delete("b")
      const again = await reopen()
      await settle()
      check.same("entry", { value: [1, "둘"], metadata: 3 }, await again.kv("cells").get("a"))
      check.same("deleted", undefined, await again.kv("cells").get("b"))
    },
  },
  {
    name: "two that have the same data open see what each other wrote",
    wants: ["another"],
    async run({ stores, another, settle }, check) {
      const second = await another()
      await stores.kv("cells").put("a", "first")
      await second.kv("cells").put("b", "second")
      await settle()
      check.same("second sees", { value: "first" }, await second.kv("cells").get("a"))
      check.same("first sees", { value: "second" }, await stores.kv("cells").get("b"))
    },
  },
]

export const kvCases: readonly StoreCase[] = [...reading, ...listing, ...refusing, ...living].map((bare) => ({
  store: "kv",
  ...bare,
}))
