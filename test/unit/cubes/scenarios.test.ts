import { globSync } from "node:fs"
import { type AnyCube, createRunner, isCubeError, type Json, type Settled, toManifest, type Values } from "cubular"
import type { CubeScenarios, Scenario } from "cubular/contract/scenario"
import { createHost as createMemoryHost } from "cubular/host/memory"
import { createHost } from "cubular/host/node"
import { createStores } from "cubular/stores/memory"
import { streams } from "cubular/streams"
import type { RequestHandler } from "msw"
import { setupServer } from "msw/node"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"

const root = new URL("../../../", import.meta.url).pathname
const files = globSync("cubes/*/*.scenarios.ts", { cwd: root }).sort()
const shown = await Promise.all(
  files.map(async (file) => {
    const { default: scenarios } = (await import(root + file)) as { default: CubeScenarios }
    const { default: cube } = (await import(root + file.replace(".scenarios.ts", ".ts"))) as { default: AnyCube }
    return { file, cube, scenarios }
  }),
)

/** Names every service is shown under, so that a page can offer them for any cube. */
const everyService = ["ok", "slow", "busy", "failing", "malformed", "offline"]
const origin = "https://service.example"
/** Beyond every `timeoutMs`. */
const DAY_MS = 86_400_000

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: "error" }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

async function runIn(
  name: string,
  scenario: Scenario,
  cube: AnyCube,
  { service, shown }: CubeScenarios,
): Promise<Settled> {
  server.use(...(scenario.handlers(origin) as RequestHandler[]))
  const { secrets: names = [], config, inputs } = shown
  const secrets = Object.fromEntries(names.map((each) => [each, { value: each, cubes: [cube.id], origins: [origin] }]))
  // The network of Node under a clock that moves when told to.
  const { clock } = createMemoryHost()
  const host = { ...createHost({ secrets }), clock, stores: createStores({ clock }) }
  const runner = await createRunner(
    {
      format: 1,
      id: "shown",
      version: "1.0.0",
      services: { [service]: { origin } },
      cubes: {
        cube: {
          use: cube.id,
          ...(config === undefined ? {} : { config }),
          in: Object.fromEntries(Object.entries(inputs).map(([port, value]) => [port, { value: value as never }])),
        },
      },
      outputs: Object.fromEntries(Object.keys(cube.outputs).map((port) => [port, `cube.${port}`])),
    },
    [cube],
    host,
    { check: "wires", streams },
  )
  const asked = new Promise<void>((resolve) => server.events.on("request:start", () => resolve()))
  const run = runner.run({})
  const read = Object.entries(run.streams).map(async ([port, stream]) => [port, await itemsOf(stream)] as const)
  const { settled } = run
  if (name === "slow") await asked.then(() => clock.advance(DAY_MS))
  const [whole, ...items] = await Promise.all([settled, ...read])
  const ended = whole.ok ? { ...whole, outputs: { ...whole.outputs, ...Object.fromEntries(items) } } : whole
  await runner.stop()
  server.events.removeAllListeners()
  expect(clock.pendingTimers).toBe(0)
  return ended
}

async function itemsOf(stream: AsyncIterable<unknown>): Promise<readonly Json[]> {
  const items: Json[] = []
  try {
    for await (const item of stream) items.push(item as Json)
  } catch {
    // The step fails with the same.
  }
  return items
}

describe.each(shown.map((each) => [each.file, each] as const))("%s", (_, { cube, scenarios }) => {
  test("has the scenarios the manifest names, for a service of its cube", () => {
    expect(scenarios.cube).toBe(cube.id)
    expect(toManifest(cube).services[scenarios.service]?.scenarios).toEqual(Object.keys(scenarios.scenarios))
    expect(Object.keys(scenarios.scenarios)).toEqual(expect.arrayContaining(everyService))
  })

  test("tells each in both languages", () => {
    for (const { title } of Object.values(scenarios.scenarios))
      for (const text of [title.en, title.ko]) expect(text.trim()).not.toBe("")
  })

  test.each(Object.entries(scenarios.scenarios))("%s", async (name, scenario) => {
    const settled = await runIn(name, scenario, cube, scenarios)
    if (scenario.error === undefined) {
      expect(settled.ok ? undefined : settled.error.cause).toBeUndefined()
      expect(settled.outputs).toEqual(scenario.outputs as Values)
      return
    }
    const error = settled.ok ? undefined : settled.error.cause
    expect(isCubeError(error)).toBe(true)
    const { error: code, params, retryable } = scenario
    expect(error).toMatchObject({
      code,
      ...(params ? { params } : {}),
      ...(retryable === undefined ? {} : { retryable }),
    })
  })
})

test("every service of a shipped cube has scenarios", async () => {
  const cubes = globSync("cubes/*/*.ts", { cwd: root }).filter((file) => !/\.(cases|scenarios)\.ts$/.test(file))
  for (const file of cubes) {
    const { default: cube } = (await import(root + file)) as { default: AnyCube }
    for (const service of Object.keys(cube.services))
      expect(
        shown.some(({ scenarios }) => scenarios.cube === cube.id && scenarios.service === service),
        `${cube.id}: ${service}`,
      ).toBe(true)
  }
})
