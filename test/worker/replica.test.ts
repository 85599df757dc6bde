import { reset } from "cloudflare:test"
import { exports } from "cloudflare:workers"
import { type CompositionDocument, createRunner, type Settled, type Values } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import { afterEach, expect, it } from "vitest"

afterEach(() => reset())

const HUB = "https://localhost"

/** A notebook somewhere else, whose only way to the network is the Worker, when there is one. */
function createNotebook() {
  const way = { isOpen: false }
  const host = createHost({
    stores: (clock) => createStores({ clock }),
    privateOrigins: [HUB],
    http: async (request) => {
      if (!way.isOpen) throw new TypeError("offline")
      return exports.default.fetch(request)
    },
  })
  const run = async (source: unknown, inputs: Values): Promise<Settled> => {
    const runner = await createRunner(source, catalog, host)
    const settled = await runner.run(inputs).settled
    await runner.stop()
    return settled
  }
  const notebook = catalog.documents().find(({ id }) => id === "saju-notebook-replica") as CompositionDocument
  const sync = {
    format: 1,
    id: "sync-here",
    version: "1.0.0",
    services: { replica: { origin: HUB } },
    cubes: { sync: { use: "composition:saju-notebook-sync@^1" } },
    outputs: { pushed: "sync.pushed", pulled: "sync.pulled" },
  }
  return { way, turn: (inputs: Values) => run(notebook, inputs), sync: () => run(sync, {}) }
}

async function listAtWorker(): Promise<unknown> {
  const response = await exports.default.fetch(`${HUB}/v1/compositions/saju-notebook-replica/run`, {
    method: "POST",
    body: JSON.stringify({ inputs: { do: "list" } }),
    headers: { "content-type": "application/json" },
  })
  return ((await response.json()) as Settled).outputs.entries
}

it("a notebook written offline is listed by the Worker after a sync, with equal records, and nothing is lost before", async () => {
  const { way, turn, sync } = createNotebook()
  for (const [id, name] of [
    ["a", "김철수"],
    ["b", "Lee Younghee"],
  ] as const)
    expect(
      await turn({ do: "create", entry: { id, name, birth: { date: "1990-05-01", time: "14:30" } } }),
    ).toMatchObject({ ok: true })
  expect((await sync()).steps["sync/sync"]?.error).toMatchObject({ code: "service_unreachable", retryable: true })
  const { outputs } = await turn({ do: "list" })
  expect(outputs.entries).toHaveLength(2)
  way.isOpen = true
  expect(await sync()).toMatchObject({ ok: true, outputs: { pushed: 2, pulled: 0 } })
  expect(await listAtWorker()).toEqual(outputs.entries)
})
