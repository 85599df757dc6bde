import { type BlobInfo, type Blobs, storeLimits } from "cubular/contract"
import { orderedKeys } from "./kv.ts"
import type { StoreCase } from "./store-case.ts"

type Bare = Omit<StoreCase, "store">

const PART = storeLimits.blobPartBytes

/** Bytes that differ from place to place, the same every time. */
function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = seed
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0
    bytes[at] = state >>> 16
  }
  return bytes
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** Bytes as a stream of uneven pieces. */
async function* piecesOf(bytes: Uint8Array, most: number): AsyncGenerator<Uint8Array> {
  for (let at = 0, size = 1; at < bytes.length; at += size, size = Math.min(most, size * 3 + 1))
    yield bytes.subarray(at, at + size)
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield noise(1000)
  throw new Error("the source ended")
}

async function* texts(): AsyncGenerator<string> {
  yield "text"
}

async function read(parts: AsyncIterable<Uint8Array> | undefined): Promise<Uint8Array[]> {
  const found: Uint8Array[] = []
  for await (const part of parts ?? []) found.push(part)
  return found
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => {
    all.set(part, at)
    return at + part.length
  }, 0)
  return all
}

/** Whether two are equal, without writing megabytes into a problem. */
function equal(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.length === b.length && a.every((byte, at) => byte === b[at])
}

async function keysOf(blobs: Blobs, prefix: string, limit: number): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await blobs.list({ prefix, limit, cursor })
    found.push(...page.blobs.map(({ key }) => key))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** SHA-256 of "abc" and of nothing: FIPS 180-2, appendix B.1, and NIST's test vectors. */
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
const NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

const keeping: readonly Bare[] = [
  {
    name: "bytes are given back as they were put, with size, checksum, type and metadata",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      check.same(
        "absent",
        [null, null, null],
        [
          (await blobs.get("a")) ?? null,
          (await blobs.head("a")) ?? null,
          (await blobs.stream("a")) === undefined ? null : "a stream",
        ],
      )
      const info: BlobInfo = { key: "a", size: 3, sha256: ABC, type: "text/plain", metadata: { 이름: [1] } }
      check.same("put", info, await blobs.put("a", text("abc"), { type: "text/plain", metadata: { 이름: [1] } }))
      check.same("head", info, await blobs.head("a"))
      check.same("bytes", text("abc"), await blobs.get("a"))
      check.same("plain", { key: "b", size: 3, sha256: ABC }, await blobs.put("b", text("abc")))
    },
  },
  {
    name: "a blob may have no bytes",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      check.same("put", { key: "a", size: 0, sha256: NOTHING }, await blobs.put("a", new Uint8Array()))
      check.same("bytes", 0, (await blobs.get("a"))?.length)
      check.same("parts", [], await read(await blobs.stream("a")))
      check.same("of a stream", 0, (await blobs.put("b", piecesOf(new Uint8Array(), 1))).size)
    },
  },
  {
    name: "streams of any pieces and parts are the same bytes, also of more than one part",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      const bytes = noise(PART + 12_345)
      const whole = await blobs.put("whole", bytes)
      const pieces = await blobs.put("pieces", piecesOf(bytes, 3_000_000))
      check.same("checksum", whole.sha256, pieces.sha256)
      check.same("size", bytes.length, pieces.size)
      for (const key of ["whole", "pieces"]) {
        const parts = await read(await blobs.stream(key))
        check.same(
          `parts of ${key}`,
          true,
          parts.every(({ length }) => length > 0 && length <= PART),
        )
        check.same(`streamed ${key}`, true, equal(joined(parts), bytes))
        check.same(`read ${key}`, true, equal(await blobs.get(key), bytes))
      }
    },
  },
  {
    name: "a range gives its bytes, cut at the end",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      const bytes = noise(PART + 1000)
      await blobs.put("a", bytes)
      const ranges = [
        {},
        { offset: 0, length: 1 },
        { offset: 7, length: 0 },
        { offset: PART - 3, length: 6 },
        { offset: PART },
        { offset: PART + 999, length: 1 },
        { offset: PART + 999, length: 5 },
        { offset: PART + 1000 },
      ]
      for (const range of ranges) {
        const { offset = 0, length = bytes.length } = range
        const expected = bytes.slice(offset, offset + length)
        check.same(`range ${JSON.stringify(range)}`, true, equal(await blobs.get("a", range), expected))
        const streamed = joined(await read(await blobs.stream("a", range)))
        check.same(`stream ${JSON.stringify(range)}`, true, equal(streamed, expected))
      }
      const behind = { offset: PART + 1001 }
      await check.refuses("a range behind the end", "blob_range_refused", () => blobs.get("a", behind), ["offset"])
      await check.refuses("a stream behind the end", "blob_range_refused", () => blobs.stream("a", behind), ["offset"])
      for (const bad of [{ offset: -1 }, { offset: 0.5 }, { length: -1 }, { length: Number.NaN }])
        await check.refuses(JSON.stringify(bad), "store_option_refused", () => blobs.get("a", bad))
    },
  },
  {
    name: "a blob is replaced whole; who is in the midst of reading the old one hears of it or gets all of it",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      const [before, after] = [noise(PART + 9, 1), noise(PART + 9, 2)]
      await blobs.put("a", before, { metadata: "before" })
      const stream = await blobs.stream("a")
      const reader = stream?.[Symbol.asyncIterator]()
      const first = (await reader?.next())?.value as Uint8Array
      await blobs.put("a", after)
      const second = await reader?.next().then(
        ({ value }) => value as Uint8Array,
        (error: { readonly code?: string }) => error.code,
      )
      const isOld = second instanceof Uint8Array && equal(joined([first, second]), before)
      check.same("the old one or a refusal", true, isOld || second === "blob_changed")
      check.same("now", true, equal(await blobs.get("a"), after))
      check.same("metadata", false, "metadata" in ((await blobs.head("a")) ?? {}))
    },
  },
  {
    name: "a deleted blob is gone, and deleting what is not there is no error",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      await blobs.put("a", text("abc"))
      await blobs.delete("a")
      await blobs.delete("a")
      check.same("bytes", undefined, await blobs.get("a"))
      check.same("listed", { blobs: [] }, await blobs.list())
    },
  },
  {
    name: "blobs are listed in the order of code points, by prefix and by pages",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      for (const key of [...orderedKeys].reverse()) await blobs.put(key, text(key))
      for (const key of ["dir/b", "dir/a", "dir%", "dir"]) await blobs.put(key, text(key), { type: "text/plain" })
      check.same("prefix", ["dir/a", "dir/b"], await keysOf(blobs, "dir/", 1))
      const ordered = (await keysOf(blobs, "", 3)).filter((key) => orderedKeys.includes(key))
      check.same("order", orderedKeys, ordered)
      check.same("info", [await blobs.head("dir/b")], (await blobs.list({ prefix: "dir/b" })).blobs)
      const { cursor = "" } = await blobs.list({ prefix: "dir", limit: 1 })
      const other = () => blobs.list({ prefix: "d", cursor })
      await check.refuses("a cursor of another prefix", "store_cursor_refused", other, ["cursor"])
      for (const limit of [0, 1001])
        await check.refuses(`${limit}`, "store_option_refused", () => blobs.list({ limit }))
    },
  },
  {
    name: "two stores of blobs have nothing to do with each other",
    async run({ stores }, check) {
      await stores.blobs("one").put("a", text("1"))
      await stores.blobs("two").put("a", text("2"))
      await stores.blobs("two").delete("a")
      check.same("one", text("1"), await stores.blobs("one").get("a"))
    },
  },
]

const refusing: readonly Bare[] = [
  {
    name: "what cannot be a blob is refused, and what was there stays",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      await blobs.put("a", text("before"))
      for (const key of ["", ".", "..", "\ud800", "a\0", 1])
        await check.refuses(JSON.stringify(key), "store_key_malformed", () => blobs.put(key as string, text("")), [
          "key",
        ])
      await check.refuses("a long key", "store_key_too_long", () => blobs.head("a".repeat(449)), ["key"])
      for (const body of ["text", [1, 2], null, {}, texts(), new Uint16Array(2)])
        await check.refuses("another body", "blob_body_refused", () => blobs.put("a", body as never), ["body"])
      for (const type of ["", "텍스트", "a\nb", "a".repeat(256)])
        await check.refuses("another type", "blob_type_refused", () => blobs.put("a", text(""), { type }), ["type"])
      const metadata = "x".repeat(1023)
      const large = () => blobs.put("a", text(""), { metadata })
      await check.refuses("large metadata", "store_metadata_too_large", large, ["metadata"])
      const wrong = () => blobs.put("a", text("abc"), { sha256: NOTHING })
      await check.refuses("another checksum", "blob_checksum", wrong, ["sha256"])
      check.same("checked", 3, (await blobs.put("b", text("abc"), { sha256: ABC })).size)
      check.same("before", text("before"), await blobs.get("a"))
    },
  },
  {
    name: "a source that fails is heard as it is, and leaves nothing behind",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      await blobs.put("a", text("before"))
      const said = await blobs.put("a", failing()).then(
        () => "nothing",
        (error: Error) => error.message,
      )
      check.same("said", "the source ended", said)
      check.same("before", text("before"), await blobs.get("a"))
      await blobs.put("new", failing()).catch(() => undefined)
      check.same("new", undefined, await blobs.head("new"))
    },
  },
  {
    name: "puts at once do not disturb each other",
    async run({ stores }, check) {
      const blobs = stores.blobs("files")
      const all = Array.from({ length: 8 }, (_, n) => noise(1000 + n, n + 1))
      await Promise.all(all.flatMap((bytes, n) => [blobs.put(`k${n}`, piecesOf(bytes, 64)), blobs.put("one", bytes)]))
      for (const [n, bytes] of all.entries()) check.same(`k${n}`, true, equal(await blobs.get(`k${n}`), bytes))
      const one = await blobs.get("one")
      check.same(
        "one of them",
        true,
        all.some((bytes) => equal(one, bytes)),
      )
    },
  },
]

const lasting: readonly Bare[] = [
  {
    name: "what was acknowledged is there when the stores are opened anew",
    wants: ["reopen"],
    async run({ stores, reopen }, check) {
      const bytes = noise(100_000)
      const info = await stores.blobs("files").put("a", bytes, { metadata: 1 })
      await stores.blobs("files").put("b", bytes)
      await stores.blobs("files").delete("b")
      const blobs = (await reopen()).blobs("files")
      check.same("info", info, await blobs.head("a"))
      check.same("bytes", true, equal(await blobs.get("a"), bytes))
      check.same("deleted", undefined, await blobs.get("b"))
    },
  },
  {
    name: "two that have the same blobs open see what each other wrote",
    wants: ["another"],
    async run({ stores, another }, check) {
      const second = (await another()).blobs("files")
      await stores.blobs("files").put("a", text("1"))
      check.same("second sees", text("1"), await second.get("a"))
      await second.put("a", text("2"))
      check.same("first sees", text("2"), await stores.blobs("files").get("a"))
    },
  },
]

export const blobsCases: readonly StoreCase[] = [...keeping, ...refusing, ...lasting].map((bare) => ({
  store: "blobs",
  ...bare,
}))
