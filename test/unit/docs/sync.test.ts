import { validate } from "cubular"
import { catalog } from "cubular/cubes"
import * as texts from "cubular/messages/en"
import { describe, expect, test } from "vitest"
import { blocks, read } from "./examples.ts"

// The page's section on the notebook is gone through in test/dist/notebook.test.ts, in a browser.
const page = read("docs/sync.md")

describe("docs/sync.md", () => {
  test("its settings are taken by both cubes", async () => {
    const settings = blocks(page, "json").map((block) => JSON.parse(block) as object)
    expect(settings).toHaveLength(1)
    const table = { name: "notes", version: 1, key: "id", properties: { id: { type: "string" } } }
    const config = { table, ...settings[0] }
    const document = {
      format: 1,
      id: "settings",
      version: "1.0.0",
      services: { replica: { origin: "https://hub.example.com" } },
      cubes: {
        get: { use: "data/replica@^1", config: { op: "get", ...config }, in: { key: "@key" } },
        sync: { use: "data/sync@^1", config: { composition: "hub", ...config } },
      },
      outputs: { found: "get.found", pushed: "sync.pushed" },
    }
    expect(await validate(document, catalog)).toEqual([])
  })

  test("every code on it is one of ours", () => {
    const codes = page.match(/`(?:service|reply|replica|record|run)_[a-z_]+`/g) ?? []
    expect(new Set(codes).size).toBeGreaterThan(10)
    for (const code of codes) expect(texts).toHaveProperty(code.slice(1, -1))
  })
})
