import {
  type AnyCube,
  type CompositionDocument,
  type CubeError,
  createRunner,
  defineCube,
  defineTable,
  type RunRecord,
  type Settled,
  type Step,
  type Values,
} from "cubular"
import { createHost, type MemoryHost, type MemoryHostOptions } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import * as z from "zod"
import type { GoldenRun } from "./golden-runs.ts"

const codeOf = (error: CubeError): string => error.code

/** Uses every kind of store, and has each refuse something too; what it gives depends on every answer. */
const keeper = defineCube({
  id: "test/keeper",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Keeper", ko: "보관" },
  needs: ["stores"],
  inputs: { text: z.string() },
  outputs: { kv: z.json(), records: z.json(), blobs: z.json(), queue: z.json(), journal: z.json() },
  create: () => ({
    async process({ text }, step) {
      const [kv, records, blobs, queue, journal] = await Promise.all([
        keepInKv(text, step),
        keepInRecords(text, step),
        keepInBlobs(text, step),
        keepInQueue(text, step),
        keepInJournal(text, step),
      ])
      return { kv, records, blobs, queue, journal } as never
    },
  }),
})

async function keepInKv(text: string, { stores }: Step): Promise<unknown> {
  const kv = stores.kv("cells")
  const before = await kv.getMany(["text", "none"])
  await kv.put("text", { text, raw: Uint8Array.of(1, 2) }, { metadata: text, ttlSec: 60 })
  const refused = await kv.put("text", 1, { ttlSec: 1 }).catch(codeOf)
  const raw = (await kv.get("text"))?.value as { readonly raw: Uint8Array }
  return [before.map((each) => each !== undefined), [...raw.raw], (await kv.list()).keys, refused]
}

const rows = /* @__PURE__ */ defineTable({
  name: "rows",
  version: 1,
  key: "id",
  schema: z.strictObject({ id: z.string(), size: z.number() }),
  indexes: { bySize: ["size"] },
})

async function keepInRecords(text: string, { stores }: Step): Promise<unknown> {
  const table = stores.records(rows)
  const versions = await table.batch([{ put: { id: text, size: text.length } }, { put: { id: "가", size: 1 } }])
  const refused = await table.put({ id: text, size: 0 }, { version: 99 }).catch(codeOf)
  return [versions, await table.find({ index: "bySize", where: { size: { gte: 1 } } }), refused]
}

async function keepInBlobs(text: string, { stores }: Step): Promise<unknown> {
  const blobs = stores.blobs("files")
  const info = await blobs.put("text", new TextEncoder().encode(text), { type: "text/plain" })
  const parts: number[] = []
  for await (const part of (await blobs.stream("text")) ?? []) parts.push(...part)
  return [
    info,
    parts,
    (await blobs.stream("none")) === undefined,
    await blobs.get("text", { offset: 1e9 }).catch(codeOf),
  ]
}

async function keepInQueue(text: string, { stores }: Step): Promise<unknown> {
  const queue = stores.queue("work", { attempts: 2 })
  await queue.sendMany([
    { message: text, partition: "p" },
    { message: "second", partition: "p" },
  ])
  const [delivery] = await queue.receive({ limit: 10 })
  await queue.ack(delivery?.receipt ?? "")
  return [delivery?.message as string, await queue.ack(delivery?.receipt ?? "").catch(codeOf), await queue.counts()]
}

async function keepInJournal(text: string, { stores }: Step): Promise<unknown> {
  const journal = stores.journal("log")
  const writer = await journal.writer()
  const taken = await journal.writer().catch(codeOf)
  await writer.append([text])
  await writer.close()
  return [writer.end, taken, await journal.read()]
}

export const storingCubes: readonly AnyCube[] = [keeper]

/** Twice in a row, so that the second finds what the first has kept. */
export const storing = {
  format: 1,
  id: "storing",
  version: "1.0.0",
  cubes: {
    one: { use: "test/keeper", in: { text: "@text" } },
    two: { use: "test/keeper", in: { text: "@text" }, after: ["one"] },
  },
  outputs: {
    one: "one.records",
    two: "two.records",
    found: "two.kv",
    log: "two.journal",
    queue: "two.queue",
    file: "two.blobs",
  },
} as const

export const hostWithStores = (options: MemoryHostOptions = {}): MemoryHost =>
  createHost({ stores: (clock) => createStores({ clock }), autoAdvance: true, ...options })

export async function recordStoring(text: string): Promise<RunRecord> {
  const runner = await createRunner(storing, storingCubes, hostWithStores(), { seed: "stores" })
  const { record } = await runner.run({ text }, { record: true }).result
  return JSON.parse(JSON.stringify(record)) as RunRecord
}

/** Runs that keep things and find them again. */
export const storeRuns: readonly GoldenRun[] = ["chart", "사주 팔자 🀄"].map((text) => ({
  name: `storing: ${text}`,
  async run() {
    const { fingerprint, plan } = await recordStoring(text)
    return [fingerprint as string, plan] as const
  },
}))

const kim = { id: "a", name: "김철수", memo: "가족, first", birth: { date: "1990-05-01", time: "14:30", sex: "male" } }
const lee = { id: "b", name: "Lee Younghee", tags: ["친구"], birth: { date: "1988-10-09", time: null } }

/** What somebody does with a notebook, one run after the other on one host. */
export const notebookTurns: readonly (readonly [name: string, inputs: Values])[] = [
  ["an empty list", { do: "list" }],
  ["create", { do: "create", entry: kim }],
  ["create another", { do: "create", entry: lee }],
  ["create what is there", { do: "create", entry: kim }],
  [
    "create with a date that is none",
    { do: "create", entry: { ...lee, id: "c", birth: { date: "2023-02-29", time: null } } },
  ],
  ["list", { do: "list" }],
  ["search a part of a name", { do: "search", text: "철수" }],
  ["search in English", { do: "search", text: "YOUNG" }],
  ["open", { do: "open", key: "b" }],
  ["open what is not there", { do: "open", key: "z" }],
  ["edit", { do: "edit", entry: { ...kim, memo: "직장" }, version: 1 }],
  ["edit what somebody else has edited", { do: "edit", entry: kim, version: 1 }],
  ["search what was edited away", { do: "search", text: "가족" }],
  ["delete", { do: "delete", key: "b" }],
  ["export", { do: "export" }],
]

/** Does the first turns, and gives what the last of them came to. */
export async function turnNotebook(
  document: CompositionDocument,
  cubes: readonly AnyCube[],
  turns: number,
): Promise<readonly Settled[]> {
  const runner = await createRunner(document, cubes, hostWithStores(), { seed: "notebook" })
  const ends: Settled[] = []
  for (const [, inputs] of notebookTurns.slice(0, turns))
    ends.push(await runner.run(inputs, { fingerprint: true, record: true }).settled)
  await runner.stop()
  return ends
}

/** The shipped notebook, turn by turn. */
export function notebookRuns(
  documents: readonly CompositionDocument[],
  cubes: readonly AnyCube[],
): readonly GoldenRun[] {
  const document = documents.find(({ id }) => id === "saju-notebook") as CompositionDocument
  return notebookTurns.map(([name], at) => ({
    name: `saju-notebook: ${name}`,
    async run() {
      const { fingerprint, plan } = (await turnNotebook(document, cubes, at + 1))[at] as Settled
      return [fingerprint as string, plan] as const
    },
  }))
}
