import { createRunner, type RunRecord, replay } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { createHost as createOwnHost } from "#test-host"
import { takenRecord } from "../golden/record.ts"
import { answer, taking, takingCubes } from "./recorded.ts"

const saved = (record: RunRecord): RunRecord => JSON.parse(JSON.stringify(record)) as RunRecord
const inputs = { path: "/first", more: true }

async function recorded(seed = "s"): Promise<RunRecord> {
  const host = createHost({ http: answer, autoAdvance: true, now: 1_700_000_000_000 })
  const runner = await createRunner(taking, takingCubes, host, { seed })
  const { ok, record } = await runner.run(inputs, { record: true }).settled
  expect(ok).toBe(true)
  return saved(record as RunRecord)
}

describe("a record of clock, randomness, ids, requests and calls", () => {
  // Whether a reply or a sleep came first may differ from host to host, and is in the record; what came of it is not.
  test("made here holds what the one from elsewhere holds, and replays", async () => {
    const record = await recorded("golden")
    expect(record.fingerprint).toBe(takenRecord.fingerprint)
    expect(record.plan).toBe(takenRecord.plan)
    expect(record.steps.map(({ path, outputs }) => [path, outputs])).toEqual(
      takenRecord.steps.map(({ path, outputs }) => [path, outputs]),
    )
    expect(await replay(record, takingCubes, { name: "bare" })).toMatchObject({ same: true })
  })

  test.each<readonly [string, () => Parameters<typeof replay>[2]]>([
    ["a host with no power at all", () => ({ name: "bare" })],
    ["another memory host, at another time, without a network", () => createHost({ now: 5, seed: "other" })],
    ["this runtime's own host", () => createOwnHost()],
    [
      "a host whose network would answer otherwise",
      () => createHost({ http: () => new Response("no", { status: 500 }), autoAdvance: true }),
    ],
  ])("committed from elsewhere, replays on %s to the same fingerprint and values", async (_, host) => {
    const again = await replay(saved(takenRecord), takingCubes, host())
    expect(again.difference).toBeUndefined()
    expect(again).toMatchObject({ same: true, planChanged: false, fingerprint: takenRecord.fingerprint })
  })

  test("replays from one step on, the rest as recorded", async () => {
    const again = await replay(saved(takenRecord), takingCubes, { name: "bare" }, { from: "two" })
    expect(again).toMatchObject({ same: true, fingerprint: takenRecord.fingerprint })
  })

  test("names step, port and pointer where a recorded reply was another one", async () => {
    const record = await recorded()
    const changed = JSON.parse(JSON.stringify(record).replace('"status":503', '"status":500')) as RunRecord
    const again = await replay(changed, takingCubes, { name: "bare" })
    expect(again.same).toBe(false)
    expect(again.difference).toEqual({ step: "late", port: "status", pointer: "" })
  })

  test("holds no two runs alike under different seeds", async () => {
    const [one, two] = await Promise.all([recorded("a"), recorded("b")])
    expect(two.fingerprint).not.toBe(one.fingerprint)
  })
})
