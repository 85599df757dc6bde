import { type Cubular, createCubular, createHost } from "cubular/host/browser"
import { afterEach, describe, expect, test } from "vitest"

/** A module with one exported function `two` that gives 2. */
const bytes = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 7, 1, 3, 116, 119, 111, 0, 0],
  ...[10, 6, 1, 4, 0, 65, 2, 11],
)
const address = URL.createObjectURL(new Blob([bytes]))

let client: Cubular | undefined
afterEach(() => client?.stop())

const clientWith = (wasm: NonNullable<Parameters<typeof createCubular>[0]>["wasm"] & object): Cubular => {
  const worker = (): Worker => new Worker(new URL("./workers/serving.ts", import.meta.url), { type: "module" })
  client = createCubular({ worker, wasm })
  return client
}

describe("modules a page hands over", () => {
  test.each([
    ["by address", address],
    ["as a URL", new URL(address)],
    ["compiled", new WebAssembly.Module(bytes)],
  ])("reach the cubes in the worker: %s", async (_, two) => {
    expect((await clientWith({ two }).run("compute").result).outputs).toEqual({ got: 2 })
  })

  test("are a reason to refuse the composition when they are missing", async () => {
    const thrown = await clientWith({})
      .run("compute")
      .result.catch((error) => error)
    expect(thrown.code).toBe("composition_invalid")
    expect(thrown.issues).toMatchObject([{ code: "need_missing" }])
  })

  test("fail with a code when there is nothing at their address", async () => {
    const host = createHost({ wasm: { gone: "data:,no%20module", two: address } })
    await expect(host.wasm?.("gone")).rejects.toMatchObject({ code: "wasm_unreadable", params: { name: "gone" } })
    await expect(host.wasm?.("other")).rejects.toMatchObject({ code: "wasm_missing" })
    expect(await host.wasm?.("two")).toBe(await host.wasm?.("two"))
  })
})
