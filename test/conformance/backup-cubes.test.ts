import {
  type CompositionDocument,
  createRunner,
  type Registry,
  type RunRecord,
  replay,
  type Settled,
  type Values,
} from "cubular"
import { catalog } from "cubular/cubes"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { type BackupKey, backupKey, generateKey, sealed } from "cubular/stores/backup"
import { createStores } from "cubular/stores/memory"
import { beforeAll, expect, test } from "vitest"

const table = {
  name: "charts",
  version: 1,
  key: "id",
  properties: { id: { type: "string" }, name: { type: "string" } },
}
const of = { kv: ["settings"], tables: [table], blobs: ["pictures"], queue: ["mail"], journal: ["log"] }
const to = ["disk", "usb", "away"]
const { clock } = createHost()
/** What outlives the machine that is lost: each place by itself. */
const vault = createStores({ clock })
let key: BackupKey
beforeAll(async () => {
  key = await backupKey(generateKey())
})

/** A machine of its own, whose places are the ones all machines reach. */
function machine(withKey: BackupKey | null = key): MemoryHost {
  return createHost({
    autoAdvance: true,
    stores: (clock) => {
      const own = createStores({ clock })
      const all = { ...own, blobs: (name: string) => (to.includes(name) ? vault : own).blobs(name) }
      return withKey ? sealed(all, { disk: withKey, usb: withKey, away: withKey }) : all
    },
  })
}

async function run(host: MemoryHost, use: string, config: object, inputs: Values, options = {}): Promise<Settled> {
  const document = {
    format: 1,
    id: "one",
    version: "1.0.0",
    cubes: {
      it: { use: `${use}@^1`, config, in: Object.fromEntries(Object.keys(inputs).map((port) => [port, `@${port}`])) },
    },
    outputs: Object.fromEntries(
      ["madeAtMs", "stores", ...(use === "data/backup" ? ["sha256"] : [])].map((port) => [port, `it.${port}`]),
    ),
  } as unknown as CompositionDocument
  const runner = await createRunner(document, catalog as Registry, host)
  const settled = await runner.run(inputs, options).settled
  await runner.stop()
  return settled
}

const codeOf = ({ steps }: Settled): string | undefined => steps.it?.error?.code

async function fill({ stores }: MemoryHost): Promise<void> {
  await stores?.kv("settings").put("lang", "ko")
  await stores?.blobs("pictures").put("cat", new Uint8Array(70_000).fill(9), { type: "image/png" })
  await stores?.queue("mail").send({ to: "kim" })
  const writer = await stores?.journal("log").writer()
  await writer?.append(["a", { b: [1] }])
  await writer?.close()
}

const keptBy = async ({ stores }: MemoryHost): Promise<unknown> => [
  await stores?.kv("settings").get("lang"),
  await stores?.blobs("pictures").head("cat"),
  (await stores?.queue("mail").peek())?.messages.map(({ message }) => message),
  (await stores?.journal("log").read())?.entries.map(({ value }) => value),
]

test("what was backed up comes back on another machine from any of the three places", async () => {
  const host = machine()
  await fill(host)
  const made = await run(host, "data/backup", { of, to }, { key: "monday" })
  expect(made).toMatchObject({ ok: true })
  for (const from of to) {
    const other = machine()
    const inputs = { key: "monday", sha256: made.outputs.sha256 as string }
    const restored = await run(other, "data/restore", { op: "restore", from, of }, inputs)
    expect(restored.outputs).toEqual({ madeAtMs: made.outputs.madeAtMs, stores: made.outputs.stores })
    expect(await keptBy(other)).toEqual(await keptBy(host))
  }
})

test("a backup that was changed, cut, renamed or sealed by another is refused, and nothing is written", async () => {
  const host = machine()
  await fill(host)
  await run(host, "data/backup", { of, to }, { key: "tuesday" })
  await run(host, "data/backup", { of, to }, { key: "earlier" })
  const disk = vault.blobs("disk")
  const whole = (await disk.get("tuesday")) as Uint8Array
  const flipped = whole.slice()
  flipped[50_000] = (flipped[50_000] as number) ^ 4
  const nothing = await keptBy(machine())
  for (const [what, bytes, code, withKey] of [
    ["flipped", flipped, "blob_corrupt", key],
    ["cut", whole.subarray(0, -100), "blob_not_sealed", key],
    ["another one under its name", (await disk.get("earlier")) as Uint8Array, "blob_corrupt", key],
    ["another key", whole, "backup_key_other", await backupKey(generateKey())],
    ["not sealed", whole, "backup_not_sealed", null],
  ] as const) {
    await disk.put("tuesday", bytes)
    const other = machine(withKey)
    const config = { op: "restore", from: "disk", of, into: "merge" }
    expect(codeOf(await run(other, "data/restore", config, { key: "tuesday" })), what).toBe(code)
    expect(await keptBy(other), what).toEqual(nothing)
  }
})

test("when a place fails the others have theirs, and the step names it", async () => {
  const host = machine()
  await fill(host)
  const { stores } = host
  const broken = {
    ...host,
    stores: {
      ...stores,
      blobs: (name: string) => {
        const blobs = stores?.blobs(name)
        return name === "usb" ? { ...blobs, put: () => Promise.reject(new Error("unplugged")) } : blobs
      },
    },
  } as unknown as MemoryHost
  const settled = await run(broken, "data/backup", { of, to }, { key: "wednesday" })
  expect(settled.steps.it?.error).toMatchObject({ code: "backup_incomplete", params: { names: ["usb"] } })
  expect(await Promise.all(to.map(async (name) => (await vault.blobs(name).head("wednesday")) !== undefined))).toEqual([
    true,
    false,
    true,
  ])
})

test("nothing is put anywhere when one of the places is not sealed", async () => {
  const host = machine()
  await fill(host)
  const settled = await run(host, "data/backup", { of, to: [...to, "bare"] }, { key: "thursday" })
  expect(codeOf(settled)).toBe("backup_not_sealed")
  for (const name of to) expect(await vault.blobs(name).head("thursday")).toBeUndefined()
})

test("a recorded backup replays where there are no stores, and holds no key", async () => {
  const host = machine()
  await fill(host)
  const { record } = await run(host, "data/backup", { of, to }, { key: "friday" }, { record: true })
  expect(
    await replay(record as RunRecord, catalog, { name: "bare", clock: createHost().clock as never }),
  ).toMatchObject({
    same: true,
  })
})
