import { type CubeError, createRunner, defineCube, plan, storesOf } from "cubular"
import records from "cubular/cubes/data/records"
import { createHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import { expect, test } from "vitest"
import * as z from "zod"

const keeper = defineCube({
  id: "test/keeper",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Keeper", ko: "보관" },
  needs: ["stores"],
  opens: ({ store: name }) => [{ store: "kv", name }],
  config: z.strictObject({ store: z.string(), really: z.string().optional() }),
  inputs: {},
  outputs: { done: z.boolean() },
  create: (_, { store, really = store }) => ({
    async process(_inputs, step) {
      await step.stores.kv(really).put("key", 1)
      return { done: true }
    },
  }),
})

const host = () => createHost({ stores: (clock) => createStores({ clock }) })
const documentOf = (...configs: readonly object[]) => ({
  format: 1,
  id: "kept",
  version: "1.0.0",
  cubes: Object.fromEntries(configs.map((config, at) => [`k${at}`, { use: "test/keeper", config }])),
  outputs: { done: "k0.done" },
})

test("a cube is given the stores it opens, and no other", async () => {
  const good = await createRunner(documentOf({ store: "mine" }), [keeper], host())
  expect((await good.run({}).settled).outputs).toEqual({ done: true })
  const bad = await createRunner(documentOf({ store: "mine", really: "theirs" }), [keeper], host())
  const { steps } = await bad.run({}).settled
  expect(steps.k0?.error).toMatchObject({
    code: "store_not_declared",
    params: { cube: "test/keeper", store: "kv", name: "theirs" },
  } satisfies Partial<CubeError>)
})

test("the stores of a plan are those of its cubes, each once", async () => {
  const table = { name: "charts", version: 2, key: "id", properties: { id: { type: "string" } }, migrations: { 2: {} } }
  const { cubes, ...document } = documentOf({ store: "mine" }, { store: "more" }, { store: "mine" })
  const placed = { ...cubes, find: { use: "data/records", config: { op: "query", table } } }
  const found = storesOf(await plan({ ...document, cubes: placed }, [keeper, records], host()))
  expect(found.map((use) => [use.store, "name" in use ? use.name : use.table.shape])).toEqual([
    ["records", { name: "charts", version: 2, key: { field: "id", kind: "string" }, fields: [], indexes: [] }],
    ["kv", "mine"],
    ["kv", "more"],
  ])
})
