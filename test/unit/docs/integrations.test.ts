import { globSync } from "node:fs"
import { type CompositionDocument, createRunner, type Json, type Values } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import * as texts from "cubular/messages/en"
import { policies } from "cubular/policies"
import { describe, expect, test } from "vitest"
import { listPlaces } from "../../../cubes/integration/places/list.ts"
import { blocks, read } from "./examples.ts"

interface Shown {
  readonly inputs: Values
  /** What services answer, by method and address. */
  readonly replies: { readonly [request: string]: Json }
  readonly outputs: Values
}

const page = read("docs/integrations.md")
const found = blocks(page, "json").map((block) => JSON.parse(block) as unknown)
const examples = found.flatMap((each, at) =>
  at % 2 === 0 ? [{ document: each as CompositionDocument, shown: found[at + 1] as Shown }] : [],
)
// Shown elsewhere: the first by docs/streams.md, the second by docs/sync.md, and both by tests of their own.
const elsewhere = ["integration/llm-stream", "data/sync"]
const asking = catalog
  .manifests()
  .filter(({ id, services }) => Object.keys(services).length > 0 && !elsewhere.includes(id))

/** Every secret is called what its value is, and goes to whoever asks. */
function hostFor({ replies }: Shown): ReturnType<typeof createHost> {
  const cubes = asking.map(({ id }) => id)
  const origins = Object.keys(replies).map((request) => new URL(request.split(" ")[1] as string).origin)
  const secrets = Object.fromEntries(
    ["HOOK_KEY", "KASI_KEY", "LLM_KEY"].map((name) => [name, { value: name, cubes, origins }]),
  )
  return createHost({
    secrets,
    http: ({ method, url }) => {
      const request = `${method} ${decodeURI(url)}`
      if (!Object.hasOwn(replies, request)) throw new TypeError(`nothing answers ${request}`)
      return Response.json(replies[request])
    },
  })
}

describe("docs/integrations.md", () => {
  test.each(examples.map(({ document, shown }) => [document.id, document, shown] as const))(
    "%s gives what the page says",
    async (_, document, shown) => {
      const runner = await createRunner(document, catalog, hostFor(shown), { check: "wires", policies })
      const settled = await runner.run(shown.inputs).settled
      expect(settled.ok ? undefined : settled.error.cause).toBeUndefined()
      expect(settled.outputs).toEqual(shown.outputs)
      await runner.stop()
    },
  )

  test("has a section with an example, and the effect, of every shipped cube that asks a service", () => {
    const used = examples.flatMap(({ document }) => Object.values(document.cubes).map(({ use }) => use))
    expect(asking.length).toBeGreaterThanOrEqual(5)
    for (const { id, effect } of asking) {
      expect(page).toMatch(new RegExp(`^## ${id}$`, "m"))
      expect(page).toMatch(new RegExp(`^\\| \`${id}\` \\|.*\\| ${effect} \\|$`, "m"))
      expect(used).toContain(`${id}@^1`)
    }
  })

  test("names codes that there are", () => {
    const codes = [...page.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, code]) => code as string)
    expect(codes.length).toBeGreaterThan(12)
    for (const code of codes) expect(Object.keys(texts)).toContain(code)
  })

  test("counts the places that are known", () => {
    expect(page).toContain(`${listPlaces().length} places are known`)
  })

  test("says that scenarios lie beside every cube with services", () => {
    const root = new URL("../../../", import.meta.url).pathname
    expect(globSync("cubes/*/*.scenarios.ts", { cwd: root })).toHaveLength(asking.length + elsewhere.length)
  })
})
