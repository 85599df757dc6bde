import { type CompositionDocument, createRunner, POLICY_NAMES, policyKey, type Values } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import * as texts from "cubular/messages/en"
import { policies } from "cubular/policies"
import { describe, expect, test } from "vitest"
import { blocks, read } from "./examples.ts"

const page = read("docs/policies.md")
const found = blocks(page, "json").map((block) => JSON.parse(block) as unknown)
/** Each document is followed by a run of it. */
const examples = found.flatMap((each, at) =>
  at % 2 === 0
    ? [{ document: each as CompositionDocument, run: found[at + 1] as { inputs: Values; outputs: Values } }]
    : [],
)

describe("docs/policies.md", () => {
  test.each(examples.map(({ document, run }) => [document.id, document, run] as const))(
    "%s gives what the page says",
    async (_, document, { inputs, outputs }) => {
      const host = createHost({ autoAdvance: true })
      const runner = await createRunner(document, catalog, host, { policies, check: "wires" })
      expect((await runner.run(inputs).result).outputs).toEqual(outputs)
      await runner.stop()
    },
  )

  test("has a section with settings for every policy", () => {
    expect(policies.map(({ name }) => name)).toEqual(POLICY_NAMES)
    for (const name of POLICY_NAMES) expect(page).toMatch(new RegExp(`### ${name}\n\n\`"${policyKey(name)}": `))
  })

  test("names only codes there are", () => {
    const known = Object.keys(texts)
    const codes = page.match(/`[a-z]+(?:_[a-z]+)+`/g)?.map((code) => code.slice(1, -1)) ?? []
    expect(codes.filter((code) => !known.includes(code) && code !== "policy_decided")).toEqual([])
    expect(new Set(codes).size).toBeGreaterThan(10)
  })
})
