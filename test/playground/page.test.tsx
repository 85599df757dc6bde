import { type AnyCube, CubeError, type Registry, type Value } from "cubular/contract"
import { catalog } from "cubular/cubes"
import { createClient } from "cubular/gateway"
import { createCubular } from "cubular/host/browser"
import { describe, expect, it } from "vitest"
import { userEvent } from "vitest/browser"
import { browserEngine, edgeEngine } from "../../playground/state/engines.ts"
import type { Engine } from "../../playground/state/sides.ts"
import { gateway, one, open, send, text, verdict, worker } from "./open-page.tsx"

const fingerprints = () => [...document.querySelectorAll("[data-fingerprint]")].map((found) => found.textContent)

/** Rows of characters as they are spoken, without their heading. */
const spoken = (): string[][] =>
  [...document.querySelectorAll(".pillars:not(.small) tbody tr:has(.tile)")].map((row) =>
    [...row.querySelectorAll("td .unseen")].map((cell) => cell.textContent ?? ""),
  )

/** The catalog with one cube that is off by a second. */
function planted(): Registry {
  return {
    manifests: () => catalog.manifests(),
    documents: () => catalog.documents(),
    async load(id, version) {
      const cube = await catalog.load(id, version)
      return id === "saju/pillars" ? nudged(cube) : cube
    },
  }
}

function nudged(cube: AnyCube): AnyCube {
  return {
    ...cube,
    async create(setup, config) {
      const instance = await cube.create(setup, config)
      return {
        ...instance,
        async process(inputs, step) {
          const outputs = structuredClone(await instance.process(inputs, step)) as { [port: string]: Value }
          for (const value of Object.values(outputs)) {
            const chart = value as { details?: { correctionSec: number } }
            if (chart?.details !== undefined) chart.details.correctionSec += 1
          }
          return outputs
        },
      }
    },
  }
}

describe("a birth", () => {
  it("is computed in the Web Worker and by the gateway, and both fingerprints are the same", async () => {
    await open(gateway())
    await send("19900501", "14:30")
    await verdict().toBe("same")
    const [browser, edge] = fingerprints()
    expect(browser).toMatch(/^[0-9a-f]{64}$/)
    expect(edge).toBe(browser)
    // 1990-05-01 14:30 Seoul: 庚午 庚辰 丙寅 乙未 (year month day hour), shown hour first.
    expect(spoken()).toEqual([
      ["을, 음목", "병, 양화", "경, 양금", "경, 양금"],
      ["미, 음토", "인, 양목", "진, 양토", "오, 양화"],
    ])
    expect(text("[role=status]")).toBe("명식: 을미 병인 경진 경오. 브라우저와 엣지의 결과가 같습니다.")
  })

  it("of which one side is off by one second is shown as different, with the groups that differ", async () => {
    await open(gateway(planted()))
    await send("19900501", "14:30")
    await verdict().toBe("different")
    expect(document.querySelectorAll(".differs").length).toBeGreaterThan(0)
    expect(text("[role=status]")).toContain("다릅니다")
  })

  it("with an unknown hour has three pillars", async () => {
    await open(gateway())
    await userEvent.fill(one("#date"), "19900501")
    await userEvent.click(one(".check input"))
    await userEvent.click(one("button.primary"))
    await verdict().toBe("same")
    expect(spoken()).toEqual([
      ["병, 양화", "경, 양금", "경, 양금"],
      ["인, 양목", "진, 양토", "오, 양화"],
    ])
    expect(document.querySelectorAll(".tile.unknown")).toHaveLength(2)
    expect(document.querySelectorAll(".candidates tbody tr").length).toBeGreaterThanOrEqual(12)
  })

  it("that cannot be is refused at its field, in the language of the page", async () => {
    const app = await open(gateway())
    await send("1990-02-30", "14:30")
    await verdict().toBe("refused")
    await expect.poll(() => document.activeElement?.id).toBe("date")
    expect(one("#date").getAttribute("aria-invalid")).toBe("true")
    expect(one("#date").getAttribute("aria-describedby")).toBe("date-note")
    expect(text("#date-note")).toMatch(/[가-힣]/)
    app.setLanguage("en")
    await expect.poll(() => text("#date-note")).not.toMatch(/[가-힣]/)
    expect(text("#date-note")).toMatch(/[a-z]{3}/)
  })

  it("that cannot be read is refused without running anything", async () => {
    await open(gateway(), worker, "en")
    await userEvent.click(one("button.primary"))
    await expect.poll(() => text("#date-note")).toContain("The date of birth is missing.")
    expect(document.activeElement?.id).toBe("date")
    expect(document.querySelector("[data-state=idle]")).not.toBeNull()
    expect(text("[role=status]")).toContain("The date of birth is missing.")
  })
})

it("close to a solar term says so and shows the chart on the other side", async () => {
  await open(gateway(), worker, "en")
  // Ipha 1990 began at 03:35:26 in Seoul.
  await send("1990-05-06", "03:35")
  await verdict().toBe("same")
  expect(text(".notices")).toContain("Born 26 s before Start of summer")
  expect(document.querySelectorAll(".alternatives table")).toHaveLength(1)
})

describe("when a side is missing", () => {
  it("the edge: the chart of the browser is shown, and trying again compares", async () => {
    let offline = true
    const online = gateway()
    const silent = edgeEngine(
      createClient({ url: location.origin, fetch: () => Promise.reject(new TypeError("offline")) }),
    )
    await open((inputs, signal) => (offline ? silent : online)(inputs, signal))
    await send("19900501", "14:30")
    await verdict().toBe("edgeMissing")
    expect(spoken()[0]).toHaveLength(4)
    expect(text("[data-side=edge]")).toContain("gateway_unreachable")
    offline = false
    await userEvent.click(one("[data-side=edge] button"))
    await verdict().toBe("same")
  })

  it("the browser: the chart of the edge is shown, with what happened", async () => {
    const dead: Engine = () => Promise.reject(new CubeError({ code: "worker_died", message: "m", hint: "h" }))
    await open(gateway(), dead)
    await send("19900501", "14:30")
    await verdict().toBe("browserMissing")
    expect(spoken()[0]).toHaveLength(4)
    expect(text("[data-side=browser]")).toContain("worker_died")
  })

  it("the Web Worker: the page's own thread calculates, and the page says so", async () => {
    const workerless = createCubular({
      worker: () => {
        throw new DOMException("refused", "SecurityError")
      },
      fallback: catalog,
    })
    await open(gateway(), browserEngine(workerless), "en")
    await send("19900501", "14:30")
    await verdict().toBe("same")
    expect(text("[data-side=browser] h3")).toContain("main thread")
    await workerless.stop()
  })

  it("both: no chart, and it says so", async () => {
    const dead =
      (code: string): Engine =>
      () =>
        Promise.reject(new CubeError({ code, message: "m", hint: "h" }))
    await open(dead("gateway_unreachable"), dead("worker_died"))
    await send("19900501", "14:30")
    await verdict().toBe("bothMissing")
    expect(document.querySelectorAll(".tile.vacant")).toHaveLength(8)
  })
})

describe("the page", () => {
  it("can be worked with the keyboard alone", async () => {
    await open(gateway(), worker, "en")
    one("#date").focus()
    await userEvent.keyboard("19900501{Tab}1430{Tab}{Tab}{ArrowRight}{Tab}{Tab}{Enter}{Tab}{Tab}{ArrowDown}")
    expect((one("#date") as HTMLInputElement).value).toBe("1990-05-01")
    expect((one("#time") as HTMLInputElement).value).toBe("14:30")
    expect(one("details").hasAttribute("open")).toBe(true)
    one("#date").focus()
    await userEvent.keyboard("{Enter}")
    await verdict().toBe("same")
  })

  it("changes language and theme of the whole document", async () => {
    await open(gateway())
    await expect.poll(() => document.documentElement.lang).toBe("ko")
    await userEvent.click(one("input[name=language][value=en]"))
    await expect.poll(() => document.documentElement.lang).toBe("en")
    expect(document.title).toContain("Four Pillars")
    await userEvent.click(one("input[name=theme][value=dark]"))
    await expect.poll(() => getComputedStyle(document.documentElement).colorScheme).toBe("dark")
  })

  it("is one table with a caption and headings in both directions", async () => {
    await open(gateway())
    expect([...document.querySelectorAll("th[scope=col]")].map((cell) => cell.firstChild?.textContent)).toEqual([
      "시",
      "일",
      "월",
      "년",
    ])
    expect([...document.querySelectorAll("th[scope=row]")].map((cell) => cell.textContent)).toEqual(["천간", "지지"])
    expect(document.querySelector("table > caption")).not.toBeNull()
  })

  it("writes no style into its elements, which its content security policy refuses", async () => {
    await open(gateway())
    await send("19900501", "14:30")
    await verdict().toBe("same")
    expect(document.querySelectorAll("#page [style]")).toHaveLength(0)
  })
})
