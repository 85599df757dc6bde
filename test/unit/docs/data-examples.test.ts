import { readdirSync } from "node:fs"
import { createRunner, decodeJson, encodeJson, type Values } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import { describe, expect, test, vi } from "vitest"
import { blocks, read } from "./examples.ts"

const page = read("examples/data/README.md")
/** One for all of them, as the commands share a folder. */
const host = createHost({ autoAdvance: true, stores: (clock) => createStores({ clock }) })

/** Each command with what the line behind it says. */
const commands = blocks(page, "sh").flatMap((block) =>
  [...block.matchAll(/^cubular run (\S+) --input '(.*)'\n# (.*)$/gm)].map(([, file = "", input = "", told = ""]) => ({
    file,
    input,
    told,
  })),
)

describe("examples/data", () => {
  test.each(commands)("$file gives what the page says of $input", async ({ file, input, told }) => {
    const runner = await createRunner(JSON.parse(read(file)), catalog, host)
    const { outputs } = await runner.run(decodeJson(JSON.parse(input)) as Values).result
    await runner.stop()
    expect(encodeJson(outputs)).toEqual(JSON.parse(told))
  })

  test("backup.ts brings the diary back on another machine", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined)
    await import("../../../examples/data/backup.ts")
    const [[printed] = []] = log.mock.calls
    log.mockRestore()
    expect(page).toContain(`backup.ts\n# ${printed}\n`)
  })

  test("has one for every shipped cube that keeps data, and runs each file", () => {
    const files = readdirSync(new URL("../../../examples/data/", import.meta.url)).filter((name) =>
      name.endsWith(".json"),
    )
    const run = [...commands.map(({ file }) => file.replace("examples/data/", "")), "backup.json", "restore.json"]
    expect([...new Set(run)].sort()).toEqual(files.sort())
    // Those that ask a service need one: the notebook that syncs is their example.
    const keeping = catalog
      .manifests()
      .filter(({ id, needs, services }) => id.startsWith("data/") && needs.includes("stores") && !services.replica)
    expect(keeping.map(({ id }) => `${id.slice(5)}.json`).sort()).toEqual(files.sort())
  })
})
