import { type Blobs, CubeError, type Stores } from "cubular/contract"
import { createHost } from "cubular/host/memory"
import { type BackupKey, backupKey, generateKey, sealed } from "cubular/stores/backup"
import { createStores } from "cubular/stores/memory"
import { beforeAll, describe, expect, test } from "vitest"

const MIB = 1_048_576
const { clock } = createHost()
let key: BackupKey
beforeAll(async () => {
  key = await backupKey(generateKey())
})

const noise = (length: number, seed = 1): Uint8Array => {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0
    return state >>> 16
  })
}

async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: CubeError) => (error instanceof CubeError ? error.code : error))
}

/** All bytes of a blob, however it is read. */
const readsOf = (blobs: Blobs, name: string) => [
  () => blobs.get(name),
  () => blobs.get(name, { offset: 1 }),
  async () => {
    for await (const _ of (await blobs.stream(name)) ?? []);
  },
]

describe("a sealed blob", () => {
  let plain: Stores
  let vault: Blobs
  let inner: Blobs
  const large = noise(2 * MIB + 5000)

  beforeAll(() => {
    plain = createStores({ clock })
    vault = sealed(plain, { vault: key }).blobs("vault")
    inner = plain.blobs("vault")
  })

  test("says by which key, and others say nothing", async () => {
    expect(await vault.sealedBy?.()).toBe(key.id)
    expect(await sealed(plain, { vault: key }).blobs("other").sealedBy?.()).toBeUndefined()
  })

  test("hides bytes, type and metadata; the same twice has no bytes in common", async () => {
    const canary = new TextEncoder().encode("planted-canary")
    const options = { type: "planted/canary", metadata: "planted-canary" }
    await vault.put("one", canary, options)
    const first = (await inner.get("one")) as Uint8Array
    await vault.put("one", canary, options)
    const second = (await inner.get("one")) as Uint8Array
    for (const bytes of [first, second]) expect(new TextDecoder("latin1").decode(bytes)).not.toContain("planted")
    expect(first.subarray(0, 14)).not.toEqual(second.subarray(0, 14))
    expect(await inner.head("one")).toEqual({ key: "one", size: first.length, sha256: expect.any(String) })
    expect(await vault.head("one")).toMatchObject({ ...options, size: 14 })
  })

  test("gives any stretch of it, across chunks", async () => {
    await vault.put("large", large)
    for (const [offset, length] of [
      [0, 1],
      [MIB - 1, 2],
      [MIB, MIB],
      [MIB + 3, MIB + 4000],
      [large.length - 1, 9],
      [large.length, 1],
    ] as const)
      expect(await vault.get("large", { offset, length })).toEqual(large.slice(offset, offset + length))
  })

  test("is refused with any bit flipped and at any length, in every way to read it", async () => {
    const bytes = noise(40)
    await vault.put("bits", bytes)
    const whole = (await inner.get("bits")) as Uint8Array
    for (let at = 0; at < whole.length; at++) {
      const flipped = whole.slice()
      flipped[at] = (flipped[at] as number) ^ (1 << (at % 8))
      await inner.put("bits", flipped)
      for (const read of readsOf(vault, "bits"))
        expect(await outcomeOf(read()), `byte ${at}`).toMatch(/^(blob_corrupt|blob_not_sealed|backup_key_other)$/)
    }
    for (let length = 0; length < whole.length; length += 7) {
      await inner.put("bits", whole.slice(0, length))
      for (const read of readsOf(vault, "bits"))
        expect(await outcomeOf(read()), `cut to ${length}`).toMatch(/^blob_(corrupt|not_sealed)$/)
    }
    await inner.put("bits", whole)
    expect(await vault.get("bits")).toEqual(bytes)
  })

  test("is refused when its parts are swapped, left out, or those of an earlier one", async () => {
    const SEALED = MIB + 16
    await vault.put("parts", large)
    const earlier = (await inner.get("parts")) as Uint8Array
    await vault.put("parts", large)
    const own = (await inner.get("parts")) as Uint8Array
    const chunk = (of: Uint8Array, n: number): Uint8Array => of.subarray(n * SEALED, (n + 1) * SEALED)
    const foot = own.subarray(2 * SEALED)
    const arrangements = {
      swapped: [chunk(own, 1), chunk(own, 0), foot],
      "left out": [chunk(own, 0), foot],
      doubled: [chunk(own, 0), chunk(own, 0), foot],
      earlier: [chunk(own, 0), chunk(earlier, 1), foot],
      "under an earlier end": [chunk(own, 0), chunk(own, 1), earlier.subarray(2 * SEALED)],
    }
    for (const [what, parts] of Object.entries(arrangements)) {
      await inner.put("parts", new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer()))
      for (const read of readsOf(vault, "parts")) expect(await outcomeOf(read()), what).toBe("blob_corrupt")
    }
  })

  test("is refused under another key of the store, in another store, by another key, and when it never was one", async () => {
    await vault.put("mine", noise(10))
    const bytes = (await inner.get("mine")) as Uint8Array
    await inner.put("yours", bytes)
    expect(await outcomeOf(vault.get("yours"))).toBe("blob_corrupt")
    await plain.blobs("second").put("mine", bytes)
    const second = sealed(plain, { second: key }).blobs("second")
    expect(await outcomeOf(second.get("mine"))).toBe("blob_corrupt")
    const otherKey = await backupKey(generateKey())
    expect(await outcomeOf(sealed(plain, { vault: otherKey }).blobs("vault").get("mine"))).toBe("backup_key_other")
    await inner.put("bare", noise(5000))
    expect(await outcomeOf(vault.get("bare"))).toBe("blob_not_sealed")
  })

  test("keeps nothing of one whose store fails in its midst, and says why", async () => {
    const failing: Stores = {
      ...plain,
      blobs: (name) => ({
        ...plain.blobs(name),
        async put(_, body) {
          for await (const _ of body as AsyncIterable<Uint8Array>)
            throw new CubeError({ code: "store_full", message: "", hint: "" })
          throw new Error("no bytes came")
        },
      }),
    }
    expect(await outcomeOf(sealed(failing, { vault: key }).blobs("vault").put("failed", large))).toBe("store_full")
    expect(await inner.head("failed")).toBeUndefined()
  })
})
