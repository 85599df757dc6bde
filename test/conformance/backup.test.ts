import { type CubeError, defineTable, type Stores } from "cubular/contract"
import { createHost } from "cubular/host/memory"
import { type BackupKey, backup, backupKey, generateKey, type Inventory, restore, verify } from "cubular/stores/backup"
import { createStores } from "cubular/stores/memory"
import { beforeAll, describe, expect, test } from "vitest"
import * as z from "zod"

const charts = defineTable({
  name: "charts",
  version: 3,
  key: "id",
  indexes: { byName: ["name", "year"] },
  schema: z.strictObject({ id: z.string(), name: z.string(), year: z.number(), note: z.string().optional() }),
  migrations: { 2: (old) => old, 3: (old) => old },
})
const inventory: Inventory = {
  kv: ["settings", "nothing"],
  records: [charts as never],
  blobs: ["pictures"],
  queue: ["mail"],
  journal: ["log"],
}

/** Numbers below a bound, the same for the same seed. */
function drawer(seed: number): (bound: number) => number {
  let state = seed * 2654435761 + 1
  return (bound) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) % bound
  }
}

const { clock, advance } = createHost()
const emptyStores = (): Stores => createStores({ clock })
const options = { clock }

async function filled(seed: number, blobBytes = 3000): Promise<Stores> {
  const draw = drawer(seed)
  const stores = emptyStores()
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => draw(256))
  for (let n = draw(250); n > 0; n--)
    await stores
      .kv("settings")
      .put(`k${n}😀`, { n, $: [null, bytes(draw(9))] }, n % 3 ? {} : { ttlSec: 6000 + n, metadata: [n] })
  for (let n = draw(250); n > 0; n--)
    await stores.records(charts).put({ id: `c${n}`, name: `이름${draw(9)}`, year: 1900 + draw(200) })
  for (let n = draw(4); n >= 0; n--)
    await stores
      .blobs("pictures")
      .put(`p${n}`, bytes(draw(blobBytes)), n % 2 ? {} : { type: "image/png", metadata: { n } })
  const mail = stores.queue("mail", { attempts: 1 })
  for (let n = draw(5); n > 0; n--) {
    await mail.send({ dead: n }, { partition: "p" })
    const [found] = await mail.receive()
    await mail.reject(found?.receipt as string, `reason ${n}`)
  }
  for (let n = draw(150); n > 0; n--) await mail.send({ n }, n % 2 ? {} : { partition: `p${n % 5}` })
  const writer = await stores.journal("log").writer()
  for (let n = draw(5); n > 0; n--) await writer.append(Array.from({ length: 1 + draw(99) }, (_, at) => [n, at]))
  await writer.close()
  return stores
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The bytes in pieces of whatever size a network gives. */
async function* pieces(bytes: Uint8Array, size = 65_537): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: CubeError) => error.code ?? String(error),
  )

/** What the stores hold, store by store: counts and hashes. */
async function contents(stores: Stores, key: BackupKey): Promise<unknown> {
  const sealed = await collected(backup(stores, inventory, { ...options, key }))
  return (await verify(() => pieces(sealed), { ...options, key })).stores
}

const isEmpty = async (stores: Stores): Promise<boolean> =>
  (await stores.kv("settings").list()).keys.length === 0 &&
  (await stores.blobs("pictures").list()).blobs.length === 0 &&
  (await stores.records(charts).find()).records.length === 0 &&
  (await stores.journal("log").read()).end === 0 &&
  Object.values(await stores.queue("mail").counts()).every((count) => count === 0)

let key: BackupKey
beforeAll(async () => {
  key = await backupKey(generateKey())
})

test("twenty backups, restored into empty stores, hold the same to the byte", async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const stores = await filled(seed)
    const sealed = await collected(backup(stores, inventory, { ...options, key }))
    const others = emptyStores()
    await restore(() => pieces(sealed, 1 + seed * 997), others, { ...options, key })
    expect(await contents(others, key), `seed ${seed}`).toEqual(await contents(stores, key))
  }
})

test("blobs of several chunks come back", async () => {
  const stores = emptyStores()
  const large = new Uint8Array(2_500_000)
  for (let at = 0; at < large.length; at++) large[at] = (at * 2654435761) >>> 24
  await stores.blobs("pictures").put("large", large)
  const sealed = await collected(backup(stores, inventory, { ...options, key }))
  const others = emptyStores()
  await restore(() => pieces(sealed), others, { ...options, key })
  expect(await others.blobs("pictures").head("large")).toEqual(await stores.blobs("pictures").head("large"))
})

test("nothing of what is in it can be read without the key, and two backups of the same share no bytes", async () => {
  const stores = emptyStores()
  await stores.kv("settings").put("name", "planted-canary")
  const [one, two] = (await Promise.all(
    [1, 2].map(() => collected(backup(stores, inventory, { ...options, key }))),
  )) as [Uint8Array, Uint8Array]
  expect(new TextDecoder("latin1").decode(one)).not.toContain("planted-canary")
  expect(one.subarray(-64)).not.toEqual(two.subarray(-64))
})

describe("a thousand corruptions are refused before anything is written", () => {
  const CHUNK = 1_048_592

  async function refused(sealed: Uint8Array, what: string, withKey = key): Promise<void> {
    const stores = emptyStores()
    const code = await codeOf(restore(() => pieces(sealed), stores, { ...options, key: withKey }))
    expect(["backup_corrupt", "backup_unknown", "backup_key_other"], what).toContain(code)
    expect(await isEmpty(stores), what).toBe(true)
  }

  test("700 flipped bits and 200 cuts", async () => {
    const sealed = await collected(backup(await filled(3), inventory, { ...options, key }))
    const draw = drawer(99)
    for (let n = 0; n < 700; n++) {
      // The head, where every bit counts, and the rest.
      const at = n < 250 ? n : draw(sealed.length)
      const flipped = sealed.slice()
      flipped[at] = (flipped[at] as number) ^ (1 << draw(8))
      await refused(flipped, `bit in byte ${at}`)
    }
    for (let n = 0; n < 200; n++) {
      const length = n < 50 ? n : draw(sealed.length)
      await refused(sealed.slice(0, length), `cut to ${length}`)
    }
  })

  test("100 chunks swapped, doubled, left out, taken from another backup, and other keys", async () => {
    const backups = await Promise.all(
      [1, 2].map(async () => {
        const stores = emptyStores()
        await stores.blobs("pictures").put("same", new Uint8Array(3_500_000))
        return collected(backup(stores, inventory, { ...options, key }))
      }),
    )
    const [sealed, other] = backups as [Uint8Array, Uint8Array]
    const headBytes = 21 + new DataView(sealed.buffer).getUint32(17)
    // A line of 17 bytes, the length of the head, the head.
    const chunksOf = (bytes: Uint8Array): Uint8Array[] =>
      Array.from({ length: 4 }, (_, n) => bytes.subarray(headBytes + n * CHUNK, headBytes + (n + 1) * CHUNK))
    const draw = drawer(7)
    const [own, foreign] = [chunksOf(sealed), chunksOf(other)]
    for (let n = 0; n < 100; n++) {
      const list = own.slice()
      const [a, b] = [draw(4), draw(3)]
      if (n % 4 === 0) [list[a], list[(a + 1 + b) % 4]] = [list[(a + 1 + b) % 4] as Uint8Array, list[a] as Uint8Array]
      else if (n % 4 === 1) list.splice(a, 0, own[a] as Uint8Array)
      else if (n % 4 === 2) list.splice(a, 1)
      else list[a] = foreign[a] as Uint8Array
      await refused(await collected(joined([sealed.subarray(0, headBytes), ...list])), `arrangement ${n}`)
    }
    await refused(sealed, "another key", await backupKey(generateKey()))
  })

  async function* joined(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
    yield* parts
  }
})

test("a restore that is cut off is gone on with, and comes to the same", async () => {
  const stores = await filled(11)
  const sealed = await collected(backup(stores, inventory, { ...options, key }))
  const whole = await contents(stores, key)
  for (let calls = 1; calls < 30; calls += 4) {
    let left = calls
    const others = emptyStores()
    const dying = new Proxy(others, {
      get: (target, kind: keyof Stores) => (name: never) => {
        const store = target[kind](name) as object
        return new Proxy(store, {
          get: (_, method: string) => {
            const found = (store as Record<string, (...given: unknown[]) => unknown>)[method] as (
              ...given: unknown[]
            ) => unknown
            if (!/^(put|putMany|batch|send|reject)$/.test(method)) return found.bind(store)
            return (...given: unknown[]) => {
              if (left-- === 0) throw new Error("killed")
              return found.apply(store, given)
            }
          },
        })
      },
    })
    const first = await codeOf(restore(() => pieces(sealed), dying, { ...options, key }))
    if (first !== "done") expect(first).toContain("killed")
    expect(await codeOf(restore(() => pieces(sealed), others, { ...options, key }))).toBe("restore_not_empty")
    // A message the first one had in its hands is nobody's again.
    await advance(30_000)
    await restore(() => pieces(sealed), others, { ...options, key, into: "merge" })
    expect(await contents(others, key), `cut off at call ${calls}`).toEqual(whole)
  }
})

test("what is there already is not touched unless it is said so", async () => {
  const sealed = await collected(backup(await filled(5), inventory, { ...options, key }))
  const stores = emptyStores()
  const writer = await stores.journal("log").writer()
  await writer.append(["mine"])
  await writer.close()
  expect(await codeOf(restore(() => pieces(sealed), stores, { ...options, key }))).toBe("restore_not_empty")
  expect(await codeOf(restore(() => pieces(sealed), stores, { ...options, key, into: "merge" }))).toBe(
    "restore_differs",
  )
  expect((await stores.kv("settings").list()).keys).toEqual([])
})

test("a key is 32 bytes", async () => {
  expect(await codeOf(backupKey(new Uint8Array(1)))).toBe("backup_key_refused")
})
