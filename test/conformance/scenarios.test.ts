import { type AnyCube, createRunner, type Json, type Value } from "cubular"
import type { CubeScenarios, Scenario } from "cubular/contract/scenario"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import { streams } from "cubular/streams"
import { getResponse, type RequestHandler } from "msw"
import { describe, expect, test } from "vitest"

/** Every `*.scenarios.ts` beside a cube. A page shows a cube at work the same way: without a network and a service worker. */
const shown = Object.values(
  import.meta.glob<CubeScenarios>("../../cubes/*/*.scenarios.ts", { eager: true, import: "default" }),
)
const origin = "https://service.example"

async function comesTo(cube: AnyCube, { service, shown }: CubeScenarios, scenario: Scenario) {
  const handlers = scenario.handlers(origin) as RequestHandler[]
  const { secrets: names = [], config, inputs } = shown
  const host = createHost({
    http: async (request) => (await getResponse(handlers, request)) ?? Response.error(),
    secrets: Object.fromEntries(names.map((name) => [name, { value: name, cubes: [cube.id], origins: [origin] }])),
    stores: (clock) => createStores({ clock }),
  })
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
          in: Object.fromEntries(Object.entries(inputs).map(([port, value]) => [port, { value: value as Json }])),
        },
      },
      outputs: Object.fromEntries(Object.keys(cube.outputs).map((port) => [port, `cube.${port}`])),
    },
    [cube],
    host,
    { check: "wires", streams },
  )
  const run = runner.run({})
  const read = Object.entries(run.streams).map(async ([name, stream]) => [name, await itemsOf(stream)] as const)
  const [{ outputs, steps, ok }, ...items] = await Promise.all([run.settled, ...read])
  await runner.stop()
  return { outputs: ok ? { ...outputs, ...Object.fromEntries(items) } : outputs, error: steps.cube?.error }
}

async function itemsOf(stream: AsyncIterable<Value>): Promise<readonly Value[]> {
  const items: Value[] = []
  try {
    for await (const item of stream) items.push(item)
  } catch {
    // The step fails with the same.
  }
  return items
}

describe.each(shown.map((each) => [each.cube, each] as const))(
  "scenarios of %s come to the same here",
  (id, scenarios) => {
    // Waiting for ever takes a clock that moves: test/unit/cubes.
    const quick = Object.entries(scenarios.scenarios).filter(([name]) => name !== "slow")

    test.each(quick)("%s", async (_, scenario) => {
      const cube = await catalog.load(id, catalog.manifests().find((each) => each.id === id)?.version ?? "")
      const { outputs, error } = await comesTo(cube, scenarios, scenario)
      if (scenario.error === undefined)
        expect({ outputs, error }).toEqual({ outputs: scenario.outputs, error: undefined })
      else
        expect(error).toMatchObject({ code: scenario.error, ...(scenario.params ? { params: scenario.params } : {}) })
    })
  },
)
