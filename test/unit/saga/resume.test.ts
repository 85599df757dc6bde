import { type CompositionDocument, createRegistry, createRunner } from "cubular"
import { CubeError } from "cubular/contract"
import { policies } from "cubular/policies"
import { resumeSagas, saga, sagaPerRequest } from "cubular/saga"
import { expect, test } from "vitest"
import { actor, chain, type Deeds, hostOf, runnerOf, sagaOf } from "./stage.ts"

/** Leaves a saga behind its first step: the second never ends, and once it has begun its process is taken away from it. */
async function leave(document: CompositionDocument, id: string, deeds: Deeds, host = hostOf()) {
  let tell = (): void => undefined
  const begun = new Promise<void>((resolve) => {
    tell = resolve
  })
  const stuck = {
    does: () => {
      tell()
      return new Promise(() => undefined)
    },
  }
  const cubes = [actor("a", deeds), actor("b", deeds, stuck), actor("c", deeds)]
  const runner = await runnerOf(document, cubes, host)
  const run = runner.run({ x: 1 }, { id })
  await begun
  void runner.stop({ cancel: true })
  expect(await run.settled).toMatchObject({ ok: false })
  return host
}

const registryOf = (deeds: Deeds) => createRegistry(Object.keys(chain).map((id) => actor(id, deeds)))

test("a process that starts goes on with every saga that was left, each with its own document", async () => {
  const deeds: Deeds = []
  const host = await leave(sagaOf(chain), "one", deeds)
  await leave(sagaOf(chain, {}, "2.0.0"), "two", [], host)
  await leave({ ...sagaOf(chain), id: "other" }, "three", [], host)
  deeds.length = 0
  const resumed = await resumeSagas(registryOf(deeds), host, { policies, saga })
  expect([...resumed.keys()].toSorted()).toEqual(["one", "three", "two"])
  for (const [id, settled] of resumed) expect(settled).toMatchObject({ ok: true, saga: { id, state: "done" } })
  expect(deeds).not.toContain("do a")
  expect(deeds.filter((deed) => deed === "do b")).toHaveLength(3)
  expect((await resumeSagas(registryOf(deeds), host, { policies, saga })).size).toBe(0)
})

test("one whose cubes are not held is told of, and the others go on", async () => {
  const host = await leave(sagaOf(chain), "one", [])
  await leave(sagaOf({ b: [] }), "two", [], host)
  const only = createRegistry([actor("b", [])])
  const resumed = await resumeSagas(only, host, { policies, saga })
  expect(resumed.get("one")).toMatchObject({ ok: false, error: { code: "composition_invalid" } })
  expect(resumed.get("two")).toMatchObject({ ok: true })
})

test("a saga somebody is at, and one that is parked, are left alone", async () => {
  const deeds: Deeds = []
  const host = await leave(sagaOf(chain), "one", deeds)
  const journal = host.stores?.journal("saga-one")
  const writer = await journal?.writer()
  const taken = await resumeSagas(registryOf(deeds), host, { policies, saga })
  expect(taken.get("one")).toMatchObject({ ok: false, error: { code: "journal_taken" } })
  await writer?.close()
  const lost = { does: () => Promise.reject(new CubeError({ code: "lost", message: "", hint: "" } as never)) }
  const cubes = [actor("a", []), actor("b", [], { ...lost, undoes: lost.does }), actor("c", [])]
  const parking = await resumeSagas(createRegistry(cubes), host, { policies, saga })
  expect(parking.get("one")).toMatchObject({ ok: false, saga: { state: "parked" } })
  expect((await resumeSagas(registryOf(deeds), host, { policies, saga })).size).toBe(0)
})

test("per request, nobody joins the work of another", async () => {
  const deeds: Deeds = []
  const cubes = Object.keys(chain).map((id) => actor(id, deeds))
  const runner = await createRunner(sagaOf(chain), cubes, hostOf(), { policies, saga: sagaPerRequest })
  const [first, second] = await Promise.all(
    [runner.run({ x: 1 }, { id: "one" }), runner.run({ x: 1 }, { id: "one" })].map((run) => run.settled),
  )
  expect([first, second].map((settled) => settled?.ok).toSorted()).toEqual([false, true])
  expect([first, second].find((settled) => !settled?.ok)).toMatchObject({ error: { code: "journal_taken" } })
  expect(deeds).toEqual(["do a", "do b", "do c"])
})
