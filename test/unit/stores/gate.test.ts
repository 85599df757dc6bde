import { storeLimits } from "cubular/contract"
import { type BlobDriver, createBlobs } from "cubular/stores"
import { describe, expect, test } from "vitest"

/** Takes every part, keeps none, and tells their sizes. */
function createSink(): { readonly driver: BlobDriver; readonly parts: number[]; readonly ended: string[] } {
  const parts: number[] = []
  const ended: string[] = []
  const unused = (): never => {
    throw new Error("not used here")
  }
  const begin: BlobDriver["begin"] = () => ({
    part: ({ length }) => void parts.push(length),
    commit: ({ size }) => void ended.push(`commit ${size}`),
    abort: () => void ended.push("abort"),
  })
  return { driver: { begin, head: unused, read: unused, delete: unused, list: unused }, parts, ended }
}

const noHasher = () => ({ update: () => undefined, digest: () => "0" })

async function* repeat(chunk: Uint8Array, times: number, last?: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < times; n++) yield chunk
  if (last) yield last
}

describe("the gate of blobs", () => {
  const part = new Uint8Array(storeLimits.blobPartBytes)

  test("lets 5 GiB through in 640 parts, and not a byte more", async () => {
    const full = createSink()
    await createBlobs(full.driver, noHasher).put("a", repeat(part, 640))
    expect(full.parts).toHaveLength(640)
    expect(full.ended).toEqual([`commit ${storeLimits.blobBytes}`])
    const over = createSink()
    const put = createBlobs(over.driver, noHasher).put("a", repeat(part, 640, new Uint8Array(1)))
    await expect(put).rejects.toMatchObject({ code: "store_value_too_large", path: ["body"] })
    expect(over.ended).toEqual(["abort"])
  })

  test("cuts whatever comes into parts of one size", async () => {
    for (const size of [1_000_003, 8_388_607, 8_388_609, 20_000_000]) {
      const { driver, parts, ended } = createSink()
      await createBlobs(driver, noHasher).put("a", repeat(new Uint8Array(size), 5))
      expect(parts.slice(0, -1).every((length) => length === part.length)).toBe(true)
      expect(parts.at(-1)).toBeGreaterThan(0)
      expect(ended).toEqual([`commit ${5 * size}`])
    }
  })

  test("says why a put failed, also when clearing up fails too", async () => {
    const { driver } = createSink()
    const begin: BlobDriver["begin"] = () => ({
      part: () => Promise.reject(new Error("the disk is gone")),
      commit: () => undefined,
      abort: () => Promise.reject(new Error("and cannot be cleared")),
    })
    await expect(createBlobs({ ...driver, begin }).put("a", new Uint8Array(1))).rejects.toThrow("the disk is gone")
  })
})
