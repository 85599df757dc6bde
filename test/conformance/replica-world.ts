import {
  type AnyCube,
  type CompositionDocument,
  createRunner,
  decodeJson,
  defineCube,
  encodeJson,
  type Json,
  type Settled,
  type Values,
} from "cubular"
import replica from "cubular/cubes/data/replica"
import sync from "cubular/cubes/data/sync"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import * as z from "zod"

/** Makes one of many by keeping every tag of each. */
const union = defineCube({
  id: "test/union",
  version: "1.0.0",
  color: "data",
  effect: "pure",
  title: { en: "Union", ko: "합집합" },
  inputs: { records: z.array(z.record(z.string(), z.json())) },
  outputs: { record: z.record(z.string(), z.json()) },
  create: () => ({
    process({ records }) {
      const tags = records.flatMap(({ tags }) => (tags ?? []) as string[])
      return { record: { ...records.at(-1), tags: [...new Set(tags)].sort() } }
    },
  }),
})

const cubes: readonly AnyCube[] = [replica, sync, union]
const HUB = "https://hub.example"

const table = {
  name: "notes",
  version: 1,
  key: "id",
  properties: {
    id: { type: "string" },
    name: { type: "string" },
    tags: { type: "array", items: { type: "string" } },
  },
  required: ["name"],
  indexes: { byName: ["name"] },
}
const merge = { cube: "test/union", input: "records", output: "record" }

function document(use: string, config: object, inputs: readonly string[], outputs: readonly string[]) {
  return {
    format: 1,
    id: "replica-of-notes",
    version: "1.0.0",
    ...(use === "data/sync" ? { services: { replica: { origin: HUB } } } : {}),
    cubes: { a: { use, config, in: Object.fromEntries(inputs.map((name) => [name, `@${name}`])) } },
    outputs: Object.fromEntries(outputs.map((name) => [name, `a.${name}`])),
  } as unknown as CompositionDocument
}

const OPS = {
  put: [["record", "version"], ["version"]],
  delete: [["key", "version"], []],
  get: [["key"], ["found", "record", "version"]],
  query: [["where"], ["records"]],
  exchange: [["exchange"], ["exchange"]],
} as const

export type Op = keyof typeof OPS

/** What the hub's answer, or the way to it, comes to. */
export type Way = "ok" | "lost-request" | "lost-answer" | "twice" | "late"

export interface Place {
  readonly host: MemoryHost
  do(op: Op, inputs: Values): Promise<Settled>
  sync(inputs?: Values): Promise<Settled>
  stop(): Promise<void>
  /** Call of a store, counted from now, from which on all fail: the replica is killed there, and is well again afterwards. */
  killAt(call: number | undefined): void
}

/** Some replicas around a hub, each with stores and a clock of its own; ways to the hub fail as told. */
export function createWorld(
  count: number,
  options: { readonly merges?: boolean; readonly skewsMs?: readonly number[] } = {},
) {
  const ways: Way[] = []
  const posted: string[] = []
  const { merges = false, skewsMs = [] } = options
  const newHub = (name: string): Place => createPlace(name, merges, skewsMs[count] ?? 0, async () => Response.error())
  let hubs = 0
  let hub = newHub(`hub ${hubs}`)

  async function reach(request: Request): Promise<Response> {
    const way = ways.shift() ?? "ok"
    const body = await request.text()
    if (way === "lost-request") return Response.error()
    posted.push(body)
    const answer = await post(hub, body)
    if (way === "twice") return post(hub, body)
    // Something that was sent long ago arrives once more.
    if (way === "late") await post(hub, posted[Math.floor(posted.length / 2)] as string)
    return way === "lost-answer" ? Response.error() : answer
  }

  const replicas = Array.from({ length: count }, (_, at) =>
    createPlace(`replica ${at}`, merges, skewsMs[at] ?? 0, reach),
  )
  return {
    get hub() {
      return hub
    },
    replicas,
    ways,
    /** Another one in the same place, with nothing in it. */
    async renewHub() {
      await hub.stop()
      hub = newHub(`hub ${++hubs}`)
    },
    stop: () => Promise.all([hub, ...replicas].map((place) => place.stop())),
  }
}

/** What the gateway does with a request, on the hub's host. */
async function post(hub: Place, body: string): Promise<Response> {
  const { inputs } = JSON.parse(body) as { readonly inputs: Json }
  const settled = await hub.do("exchange", decodeJson(inputs) as Values)
  if (!settled.ok) return Response.json({ code: settled.error.code }, { status: 422 })
  return Response.json({ outputs: encodeJson(settled.outputs) })
}

function createPlace(
  seed: string,
  merges: boolean,
  skewMs: number,
  http: (request: Request) => Promise<Response>,
): Place {
  let calls = 0
  let killed: number | undefined
  const host = createHost({
    seed,
    now: 946_684_800_000 + skewMs,
    http: async (request) => {
      const response = await http(request)
      if (response.type === "error") throw new TypeError("nobody there")
      return response
    },
    stores: (clock) => createStores({ clock }),
    fault: (power) => power === "store" && killed !== undefined && calls++ >= killed,
  })
  const shared = { table, ...(merges ? { merge } : {}) }
  const sources: { readonly [name: string]: CompositionDocument } = {
    ...Object.fromEntries(
      Object.entries(OPS).map(([op, [inputs, outputs]]) => [
        op,
        document("data/replica", { op, ...shared }, inputs, outputs),
      ]),
    ),
    sync: document(
      "data/sync",
      { ...shared, composition: "replica-of-notes" },
      ["again"],
      ["pushed", "pulled", "merged"],
    ),
  }
  const runners = new Map<string, Awaited<ReturnType<typeof createRunner>>>()
  const run = async (name: string, inputs: Values): Promise<Settled> => {
    const runner = runners.get(name) ?? (await createRunner(sources[name], cubes, host))
    runners.set(name, runner)
    calls = 0
    return runner.run(inputs).settled
  }
  return {
    host,
    do: run,
    sync: (inputs = {}) => run("sync", inputs),
    stop: async () => void (await Promise.all([...runners.values()].map((each) => each.stop()))),
    killAt(call) {
      killed = call
    },
  }
}

type Heads = readonly { readonly stamp: string; readonly record?: { readonly [field: string]: Json } }[]
export interface Known {
  readonly key: string
  readonly heads: Heads
  readonly seen: { readonly [replica: string]: string }
}

/** All a place knows, as it would send it to somebody new. */
export async function knownAt(place: Place, merges = false): Promise<readonly Known[]> {
  const rule = merges ? JSON.stringify({ cube: merge.cube, input: merge.input, output: merge.output }) : "latest"
  const all: Known[] = []
  for (let after = 0; ; ) {
    const exchange = { format: 1, replica: "f".repeat(32), table: "notes", version: 1, rule, changes: [], after }
    const { outputs } = await place.do("exchange", { exchange } as unknown as Values)
    const answer = outputs.exchange as unknown as { changes: Known[]; cursor: number; end: number }
    all.push(...answer.changes)
    after = answer.cursor
    if (after >= answer.end) return all.sort((a, b) => (a.key < b.key ? -1 : 1))
  }
}

export async function shownAt(place: Place): Promise<readonly Json[]> {
  return (await place.do("query", { where: {} })).outputs.records as readonly Json[]
}
