import { createRunner } from "cubular"
import { catalog } from "cubular/cubes"
import { type Cubular, createCubular } from "cubular/host/browser"
import { createHost } from "cubular/host/memory"
import { afterAll, describe, expect, test } from "vitest"

describe("a client that is given no worker", () => {
  const client: Cubular = createCubular()
  afterAll(() => client.stop())

  test("starts the one that serves the shipped catalog", async () => {
    const listing = await client.list()
    expect(listing.cubes).toEqual(catalog.manifests())
    expect(listing.compositions).toEqual(catalog.documents())
    expect(client.mode).toBe("worker")
  })

  test("runs documents of shipped cubes, loaded in the worker after the powers are gone", async () => {
    const document = {
      format: 1,
      id: "louder",
      version: "1.0.0",
      cubes: { upper: { use: "text/upper", in: { text: "@text" } } },
      outputs: { text: "upper.text" },
    } as const
    expect((await client.run(document, { text: "cube" }).result).outputs).toEqual({ text: "CUBE" })
  })

  test("runs a shipped composition to the same fingerprint as the memory host", async () => {
    const inputs = { birth: { date: "1990-05-01", time: "14:30", sex: "female" } }
    const remote = await client.run("saju-chart", inputs, { fingerprint: true }).result
    const document = catalog.documents().find(({ id }) => id === "saju-chart")
    const local = await (await createRunner(document, catalog, createHost())).run(inputs, { fingerprint: true }).result
    expect(remote.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(remote.fingerprint).toBe(local.fingerprint)
    expect(remote.outputs).toEqual(local.outputs)
  })
})
