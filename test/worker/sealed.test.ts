import { env, reset } from "cloudflare:test"
import { type CompositionDocument, createRunner, type Json, type Values } from "cubular"
import { generateKey } from "cubular/stores/backup"
import { createStores } from "cubular/stores/workers"
import { afterEach, describe, expect, it } from "vitest"
import { registry } from "../../worker/cubes.ts"
import { hostOf } from "../../worker/host.ts"
import { placed } from "../conformance/placed.ts"

afterEach(() => reset())

const keep = placed("data/kv", { op: "put", store: "cells" }, ["key", "value"], [])
const backUp = placed("data/backup", { of: { kv: ["cells"] }, to: ["disk", "usb", "away"] }, ["key"], ["sha256"])
const drill = placed("data/restore", { op: "drill", from: "usb" }, ["key", "sha256"], ["stores"])

/** As `cubular backup --new-key` writes it. */
const newKey = (): string => `${btoa(String.fromCharCode(...generateKey()))}\n`

const names = { CUBULAR_SEALED_BLOBS: "disk, usb,away" }

async function run(vars: object, document: CompositionDocument, inputs: Values) {
  const runner = await createRunner(document, registry, hostOf({ ...env, ...vars }))
  const { outputs, steps } = await runner.run(inputs).settled
  await runner.stop()
  return { outputs, code: steps.it?.error?.code }
}

describe("stores of blobs the Worker is told to seal", () => {
  it("take backups, which the bucket cannot read and another key does not open", async () => {
    const vars = { ...names, CUBULAR_SEAL_KEY: newKey() }
    await run(vars, keep, { key: "name", value: "김영희" })
    const { outputs } = await run(vars, backUp, { key: "monday" })
    expect(outputs.sha256).toMatch(/^[0-9a-f]{64}$/)
    const drilled = await run(vars, drill, { key: "monday", sha256: outputs.sha256 as Json & string })
    expect(drilled.outputs.stores).toMatchObject([{ store: "kv", name: "cells" }])
    const bare = createStores(env, { clock: { now: Date.now } }).blobs("usb")
    const kept = new TextDecoder().decode(await bare.get("monday"))
    expect(kept.length).toBeGreaterThan(100)
    expect(kept).not.toMatch(/김영희|cells/)
    expect((await run({ ...vars, CUBULAR_SEAL_KEY: newKey() }, drill, { key: "monday" })).code).toBe("backup_key_other")
  })

  it.each([undefined, "", "no key", btoa("too short")])(
    "are refused while the key is %j, and keep nothing",
    async (key) => {
      const vars = { ...names, ...(key === undefined ? {} : { CUBULAR_SEAL_KEY: key }) }
      expect((await run(vars, backUp, { key: "monday" })).code).toBe("backup_key_refused")
      const put = placed("data/blobs", { op: "put", store: "disk" }, ["key", "bytes"], ["info"])
      expect((await run(vars, put, { key: "a", bytes: new Uint8Array([1]) })).code).toBe("backup_key_refused")
      expect(
        (
          await createStores(env, { clock: { now: Date.now } })
            .blobs("disk")
            .list()
        ).blobs,
      ).toEqual([])
    },
  )

  it("are those it is told, and no others", async () => {
    const vars = { CUBULAR_SEALED_BLOBS: "disk", CUBULAR_SEAL_KEY: newKey() }
    expect((await run(vars, backUp, { key: "monday" })).code).toBe("backup_not_sealed")
    const put = placed("data/blobs", { op: "put", store: "open" }, ["key", "bytes"], ["info"])
    await run(vars, put, { key: "a", bytes: new Uint8Array([1, 2]) })
    const bare = createStores(env, { clock: { now: Date.now } })
    expect(await bare.blobs("open").get("a")).toEqual(new Uint8Array([1, 2]))
  })
})
