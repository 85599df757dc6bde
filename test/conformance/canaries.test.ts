import {
  type AnyCube,
  type Clock,
  type CompositionDocument,
  type CubeCases,
  createRegistry,
  createRunner,
  isCubeError,
  type Policy,
  type PolicyData,
  type Registry,
  type Run,
  replay,
  type Settled,
  type Values,
} from "cubular"
import { catalog } from "cubular/cubes"
import { createGateway } from "cubular/gateway"
import { createHost, type MemoryHost } from "cubular/host/memory"
import * as english from "cubular/messages/en"
import { policies } from "cubular/policies"
import { createStores } from "cubular/stores/memory"
import { streams } from "cubular/streams"
import { createTelemetry } from "cubular/telemetry"
import { describe, expect, test } from "vitest"
import {
  at,
  BORN,
  ear,
  expectNone,
  given,
  gossip,
  HOUSE,
  KEY,
  NAME,
  PLACE,
  parrot,
  personalPlaces,
  planted,
  put,
  WAYS,
} from "./planting.ts"

const files = import.meta.glob<{ default: CubeCases }>("../../cubes/**/*.cases.ts", { eager: true })
const cases = Object.values(files).map((file) => file.default)

const registry: Registry = createRegistry([gossip, ear, parrot])

/** A service that repeats what it was asked, and refuses it. */
const echo = (request: Request): Response => Response.json({ error: request.url }, { status: 500, statusText: "no" })

function stage(registryOf: unknown, document: CompositionDocument) {
  const names = [...JSON.stringify(document).matchAll(/\{"secret":"(\w+)"\}/g)].map(([, name = ""]) => name)
  const secret = { value: "s", cubes: ["integration/kasi", "integration/llm"], origins: ["https://all.example"] }
  const secrets = Object.fromEntries(names.map((name) => [name, secret]))
  const stores = (clock: Clock) => createStores({ clock })
  const host = createHost({ autoAdvance: true, http: echo, secrets, stores })
  const telemetry = createTelemetry(host)
  return { host, telemetry, document, registry: registryOf }
}

type Stage = ReturnType<typeof stage>

/** Everything of an error but its cause, which stays in the process. */
function tellings(error: unknown): string {
  if (!isCubeError(error)) return ""
  const { code, message, hint, path, params, issues } = error
  return [code, message, hint, String(error), ...path, JSON.stringify([error, params, issues])].join("\n")
}

/** All that leaves a run but its outputs, which are its caller's. */
function told({ host, telemetry }: Stage, settled: Settled): string {
  const { steps } = settled
  return [
    JSON.stringify(steps),
    settled.ok ? "" : tellings(settled.error),
    logsOf(host),
    telemetry.metrics(),
    JSON.stringify(telemetry.spans()),
  ].join("\n")
}

const logsOf = (host: MemoryHost): string => JSON.stringify(host.logs)

async function eventsOf(run: Run): Promise<string> {
  const events: unknown[] = []
  for await (const event of run.events) events.push(event)
  return JSON.stringify(events)
}

/** Runs a document in all the ways there are, and gives everything that was told. */
async function everything(self: Stage, inputs: Values, cancel = false): Promise<string> {
  const { host, telemetry, document } = self
  const parts: string[] = []
  const runner = await createRunner(document, self.registry, host, { policies, streams, seed: "1" })
  for (const options of [{}, { record: true, fingerprint: true }] as const) {
    const about = { composition: document.id, plan: runner.plan }
    const { run, done } = telemetry.observe((tracer) => runner.run(inputs, { ...options, tracer }), about)
    const events = eventsOf(run)
    if (cancel) run.cancel()
    const settled = await run.settled
    await done
    parts.push(await events, told(self, settled), (await run.result.then(() => "", tellings)) ?? "")
    if (!("record" in options)) expect(settled).not.toHaveProperty("record")
    if (settled.record)
      parts.push(JSON.stringify((await replay(settled.record, self.registry, host, { streams })).steps))
  }
  for (const { path } of runner.plan.steps) {
    const states = Object.values(runner.policies(path)).map((control) => control?.state())
    const handle = runner.handle(path)
    await handle.lifecycle.initialize()
    await handle.lifecycle.start()
    await handle.communication.process(inputs).catch((error) => parts.push(tellings(error)))
    const { metrics, logs, traces } = handle.monitoring
    parts.push(
      JSON.stringify([states, metrics(), logs(), traces()]),
      JSON.stringify(await handle.lifecycle.healthCheck()),
    )
    await handle.lifecycle.destroy()
  }
  await runner.stop()
  parts.push(logsOf(host))
  return parts.join("\n")
}

/** Through HTTP: the answer without the outputs, which were asked for. */
async function overHttp(self: Stage, inputs: unknown): Promise<string> {
  const { host, document } = self
  const all = createRegistry([...(self.registry === registry ? [gossip, ear, parrot] : []), document])
  const app = createGateway({ registry: all, host })
  const parts: string[] = []
  for (const language of ["en", "ko"]) {
    const headers = { "content-type": "application/json", "accept-language": language }
    const init = { method: "POST", headers, body: JSON.stringify({ inputs }) }
    const answer = (await (
      await app.request(`http://localhost/v1/compositions/${document.id}/run`, init)
    ).json()) as object
    parts.push(JSON.stringify({ ...answer, outputs: {} }))
  }
  parts.push(await (await app.request("http://localhost/metrics")).text(), logsOf(host))
  return parts.join("\n")
}

const policy: PolicyData = {
  retry: { attempts: 2, baseMs: 1 },
  cache: { ttlMs: 1000, staleOnError: true },
  rateLimit: { limit: 99, windowMs: 1000, key: "@name" },
  breaker: { errorRate: 0.5, windowMs: 1000, minimumCalls: 100, openMs: 1000 },
  bulkhead: { concurrent: 9 },
  timeoutMs: 90_000,
}

const wired = Object.fromEntries(["how", "name", "nested", "people", "list"].map((port) => [port, `@${port}`]))
const probing = (more?: PolicyData): CompositionDocument => ({
  format: 1,
  id: "probing",
  version: "1.0.0",
  cubes: {
    talk: { use: "probe/gossip@^1", config: { token: KEY }, in: wired, ...(more && { policy: more }) },
    repeat: { use: "probe/parrot@^1", in: { value: "talk.people" } },
  },
  outputs: { name: "talk.name" },
})

describe("what personal fields hold is told nowhere", () => {
  test.each(WAYS)("by a cube that %s", async (how) => {
    for (const more of [undefined, policy])
      expectNone(await everything(stage(registry, probing(more)), { ...given, how }), planted)
    expectNone(await overHttp(stage(registry, probing()), { ...given, how }), planted)
  })

  test("by the keys policies tell equal calls by", async () => {
    const keys: string[] = []
    const spy: Policy = {
      name: "rateLimit",
      create: () => ({
        answer(call, next) {
          keys.push(call.digest, call.key)
          return next(call)
        },
      }),
    }
    const { rateLimit } = policy
    const runner = await createRunner(probing({ rateLimit }), registry, createHost({ http: echo }), { policies: [spy] })
    await runner.run({ ...given, how: "fine" } as Values).settled
    expect(keys.map((key) => /^[0-9a-f]{64}$/.test(key))).toEqual([true, true])
    expectNone(keys.join("\n"), planted)
  })

  test("by a run that is cancelled, or times out", async () => {
    expectNone(await everything(stage(registry, probing(policy)), { ...given, how: "waits" }, true), planted)
    const late = probing({ timeoutMs: 10, fallback: { value: { name: NAME, people: {} } } })
    expectNone(await everything(stage(registry, late), { ...given, how: "waits" }), planted)
  })

  test.each([
    ["a key nobody knows", { people: { [NAME]: { name: NAME, born: BORN, house: HOUSE, [PLACE]: 1 } } }],
    ["a member of another kind", { people: { [NAME]: { name: NAME, born: { [PLACE]: BORN }, house: HOUSE } } }],
    ["something that is no value", { people: { [NAME]: { name: NAME, born: BORN, house: Number.NaN } } }],
    ["a list of another kind", { list: [{ [PLACE]: NAME }] }],
    ["all of it wrong", { name: [NAME], nested: { place: { [PLACE]: 1 }, open: "yes" }, people: [NAME], list: NAME }],
  ])("by the refusal of %s", async (_, wrong) => {
    const inputs = { ...given, how: "fine", ...wrong } as Values
    expectNone(await everything(stage(registry, probing()), inputs), planted)
    if (!JSON.stringify(wrong).includes("null")) expectNone(await overHttp(stage(registry, probing()), inputs), planted)
  })

  test("it is the values that are left out: the rest of an error is there", async () => {
    const host = createHost({ http: echo })
    const document = { ...probing(), cubes: { talk: probing().cubes.talk as never } }
    const runner = await createRunner(document, registry, host)
    const { steps } = await runner.run({ ...given, how: "throws_ours" } as Values).settled
    expect(steps.talk?.error).toMatchObject({
      code: "told_all",
      path: [
        "cubes",
        "talk",
        "inputs",
        "(personal)",
        "(personal)",
        "(personal)",
        "(personal)",
        "null",
        "(personal)",
        "(personal)",
        "(personal)",
      ],
    })
    expect(steps.talk?.error?.message).toBe(
      "cannot handle (personal); (personal); (personal); (personal); null; (personal); (personal); (personal)",
    )
  })

  test("a search that looks for the wrong thing would be seen", () => {
    const forms = [NAME, JSON.stringify(NAME), encodeURIComponent(PLACE), btoa(`x${BORN}y`), `a ${HOUSE}`]
    for (const form of forms) expect(() => expectNone(form, planted)).toThrow("is told")
  })
})

describe("shipped cubes", () => {
  /** A cube alone: its ports are the document's. */
  const alone = (cube: AnyCube, config: unknown): CompositionDocument => {
    const ports = Object.keys(cube.inputs)
    return {
      format: 1,
      id: "alone",
      version: "1.0.0",
      services: Object.fromEntries(Object.keys(cube.services).map((name) => [name, { origin: "https://all.example" }])),
      inputs: Object.fromEntries(ports.map((port) => [port, { $ref: `cube:${cube.id}#/inputs/${port}` }])),
      cubes: {
        a: {
          use: `${cube.id}@^1`,
          ...(config === undefined ? {} : { config: config as never }),
          in: Object.fromEntries(ports.map((port) => [port, `@${port}`])),
        },
      },
      outputs: {},
    }
  }

  /** Texts show examples; a case may happen to use the same. */
  const examples = JSON.stringify(english)

  const personal = cases.filter(({ cube }) => {
    const manifest = catalog.manifests().find(({ id }) => id === cube)
    return JSON.stringify(manifest?.inputs).includes("x-personal")
  })

  test("there are such that take something personal", () => {
    expect(personal.length).toBeGreaterThan(7)
  })

  test.each(personal.map((each) => [each.cube, each] as const))("%s", async (id, { cases: worked }) => {
    const cube = await catalog.load(
      id,
      (catalog.manifests().find((each) => each.id === id) as { version: string }).version,
    )
    const some = [
      ...worked.filter(({ error }) => error === undefined).slice(0, 1),
      ...worked.filter(({ error }) => error).slice(0, 1),
    ]
    for (const { inputs, config } of some) {
      const places = personalPlaces(cube, inputs)
      const own = places
        .map((place) => String(at(inputs, place)))
        .filter((text) => text.length > 7 && /\d/.test(text) && !examples.includes(text))
      const spoilt = (place: readonly (string | number)[]): unknown =>
        typeof at(inputs, place) === "number" ? HOUSE : NAME
      const variants = [inputs, ...places.slice(0, 3).map((place) => put(inputs, place, spoilt(place)))]
      for (const each of variants) {
        const text = await everything(stage([cube], alone(cube, config)), each as Values)
        expectNone(text, [...own, NAME, String(HOUSE)])
      }
    }
  })
})

describe("example compositions", () => {
  const born = { date: BORN, time: "17:43:21", timeZone: "Asia/Pyongyang", sex: "female", longitudeDeg: 126.97431 }
  const canaries = [BORN, "17:43:21", "Asia/Pyongyang", "126.97431"]

  test.each(catalog.documents().map((document) => [document.id, document] as const))("%s", async (_, document) => {
    const wrongs = [
      {},
      { date: "1987-02-31" },
      { date: NAME },
      { time: "25:43:21" },
      { timeZone: PLACE },
      { longitudeDeg: HOUSE },
      { [NAME]: 1 },
    ]
    for (const wrong of wrongs) {
      const birth = { ...born, ...wrong }
      const inputs = { birth, a: birth, b: birth, month: BORN.slice(0, 7), now: "2026-01-01T00:00:00Z" }
      const known = Object.fromEntries(
        Object.entries(inputs).filter(
          ([name]) => name in (document.inputs ?? {}) || JSON.stringify(document).includes(`"@${name}"`),
        ),
      )
      const self = stage(catalog, document)
      expectNone(await everything(self, known as unknown as Values), [
        ...canaries,
        "1987-02-31",
        NAME,
        "25:43:21",
        PLACE,
        String(HOUSE),
      ])
    }
  })
})
