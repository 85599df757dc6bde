import { type AnyCube, CubeError, type Registry, type Value } from "cubular/contract"
import { catalog } from "cubular/cubes"
import { createClient } from "cubular/gateway"
import { createCubular } from "cubular/host/browser"
import { describe, expect, it } from "vitest"
import { userEvent } from "vitest/browser"
import { browserEngine, edgeEngine } from "../../playground/state/engines.ts"
import type { Engine } from "../../playground/state/sides.ts"
import { choose, gateway, one, open, reopen, send, text, verdict, worker } from "./open-page.tsx"

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

describe("a lunar birth", () => {
  it("in a leap month has the chart of the same solar day, and both days are shown", async () => {
    await open(gateway())
    await userEvent.fill(one("#date"), "20200401")
    expect(text("#date-note")).toBe("음력 2020-03-09")
    await choose("calendar", "leap")
    expect(text("#date-note")).toBe("양력 2020-05-23")
    await send("20200401", "14:30")
    await verdict().toBe("same")
    const lunar = spoken()
    expect(text("caption > .below")).toBe("지역 평균시 · −30분")
    expect(text("caption > span")).toBe("음력 2020-04-01 (윤달) · 양력 2020-05-23 · 14:30")
    await choose("calendar", "solar")
    await send("20200523", "14:30")
    await expect.poll(() => text("caption > span")).toBe("양력 2020-05-23 · 음력 2020-04-01 (윤달) · 14:30")
    await verdict().toBe("same")
    expect(spoken()).toEqual(lunar)
  })

  it("in a leap month its year does not have is refused at the calendar, at the item that is chosen", async () => {
    await open(gateway())
    await userEvent.fill(one("#date"), "2020")
    await choose("calendar", "leap")
    await send("20210401", "14:30")
    await verdict().toBe("refused")
    expect(text("#calendar-note")).toContain("윤달이 없습니다")
    await expect.poll(() => document.activeElement?.getAttribute("value")).toBe("leap")
  })

  it("on a day its month does not have is refused at the date", async () => {
    await open(gateway(), worker, "en")
    await userEvent.fill(one("#date"), "2020")
    await choose("calendar", "lunar")
    await send("20200430", "14:30")
    await verdict().toBe("same")
    await send("20200230", "14:30")
    await verdict().toBe("refused")
    expect(text("#date-note")).toContain("has 29 days")
  })

  it("is offered its leap month by the year that is typed", async () => {
    await open(gateway())
    expect(document.querySelector("input[value=leap]")).toBeNull()
    await userEvent.fill(one("#date"), "2023")
    expect(one("input[value=leap] + span").textContent).toBe("음력 윤2월")
    await userEvent.fill(one("#date"), "2022")
    expect(document.querySelector("input[value=leap]")).toBeNull()
  })
})

it.each([
  ["1599-12-31", "year_out_of_range"],
  ["2201-01-01", "year_out_of_range"],
])("the year of %s is refused at the date", async (date, code) => {
  await open(gateway(), worker, "en")
  await send(date, "12:00")
  await verdict().toBe("refused")
  expect(text("[data-side=browser]")).toContain(code)
  expect(text("#date-note")).toContain("from 1600 to 2200")
})

it.each(["1600-06-01", "2200-06-01"])("a birth of %s has a chart, and says what is uncertain", async (date) => {
  await open(gateway())
  await send(date, "12:00")
  await verdict().toBe("same")
  expect(text(".notices")).toContain("1900–2100년 밖")
})

/** Presses Tab until something that matches has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (document.activeElement?.matches(selector)) return
    await userEvent.keyboard("{Tab}")
  }
  throw new Error(`the Tab key does not reach ${selector}`)
}

/** A row of facts under the characters, cell by cell. */
const facts = (row: number): string[] =>
  [...(document.querySelectorAll(".pillars:not(.small, .plain) .facts")[row]?.querySelectorAll("td") ?? [])].map(
    (cell) => cell.textContent ?? "",
  )

describe("what a chart is read into", () => {
  it("stands under its pillars: ten gods, hidden stems, stages and stars", async () => {
    await open(gateway())
    await send("19900501", "14:30")
    await verdict().toBe("same")
    expect(facts(0)).toEqual(["정인", "일간", "편재", "편재"])
    expect(facts(1)).toEqual(["상관", "편인", "식신", "겁재"])
    expect(facts(2)[3]).toBe("丙병 비견 여기己기 상관 중기丁정 겁재 정기")
    expect(facts(3)).toEqual(["쇠", "장생", "관대", "제왕"])
    expect(facts(5)[0]).toBe("금여유하백호대살")
  })

  it("tells strength, structure and useful god, with reasons on demand", async () => {
    await open(gateway(), worker, "en")
    await send("19900501", "14:30")
    await verdict().toBe("same")
    expect(text("#elements")).toContain("39.7% of the weight supports the day stem.")
    expect(text("#judgements .verdict")).toContain("Direct Resource")
    expect(text("#judgements .roles .useful")).toContain("wood")
    const method = one("#elements details")
    expect(method.hasAttribute("open")).toBe(false)
    await userEvent.click(one("#elements summary"))
    expect(method.textContent).toContain("Season not met")
  })

  it("shows the rule behind each sentence on demand", async () => {
    await open(gateway())
    await send("19900501", "14:30")
    await verdict().toBe("same")
    expect(document.querySelectorAll("[data-rule]")).toHaveLength(0)
    await userEvent.click(one("#reading input"))
    expect(document.querySelector("[data-rule='dayStem.byeong']")).not.toBeNull()
  })

  it("has no decades without a sex, and says so", async () => {
    await open(gateway())
    await send("19900501", "14:30")
    await verdict().toBe("same")
    expect(text("#luck")).toContain("성별을 고르고 명식을 다시 보십시오")
    expect(document.querySelector(".decade")).toBeNull()
  })

  it("marks the decade and the year that are running, and shows the years of another one", async () => {
    await open(gateway())
    await choose("sex", "female")
    await send("19900501", "14:30")
    await verdict().toBe("same")
    const chosen = () => document.querySelector(".decade:has(:checked)")?.textContent
    expect(chosen()).toContain("29세")
    expect(chosen()).toContain("현재")
    await expect.poll(() => document.querySelector(".years .present")?.textContent).toContain("2026")
    // By hand: userEvent finds a label by its text, which grows when the ten gods are there.
    one("input[name=decade][value='0']").click()
    await expect.poll(() => document.querySelector(".years li")?.textContent).toContain("1999")
    expect(document.querySelector(".years .present")).toBeNull()
  })

  it("says so where the years of a decade are past what can be reckoned", async () => {
    await open(gateway())
    await choose("sex", "male")
    await send("21900501", "14:30")
    await verdict().toBe("same")
    one("input[name=decade][value='9']").click()
    await expect.poll(() => text("#luck")).toContain("세운은 셈하지 못했습니다")
    expect(document.querySelector(".years")).toBeNull()
  })

  it("changes its language with the page, and keeps one fingerprint on both sides", async () => {
    const app = await open(gateway())
    await send("19900501", "14:30")
    await verdict().toBe("same")
    const korean = fingerprints()[0]
    app.setLanguage("en")
    await expect.poll(() => document.querySelector(".prose")?.getAttribute("lang")).toBe("en")
    await verdict().toBe("same")
    const [browser, edge] = fingerprints()
    expect(browser).not.toBe(korean)
    expect(edge).toBe(browser)
    expect(text(".prose")).not.toMatch(/[가-힣]/)
  })

  it("without an hour counts the charts of the day, and leaves the hour's facts out", async () => {
    await open(gateway())
    await userEvent.fill(one("#date"), "19900501")
    await userEvent.click(one(".check input"))
    await userEvent.click(one("button.primary"))
    await verdict().toBe("same")
    expect(facts(0)[0]).toBe("–모름")
    expect(text("#elements .hint")).toMatch(/그날 가능한 명식 \d+가지/)
  })

  it("is left out area by area where a server gives something else, and the chart stays", async () => {
    const giving =
      (analysis: (given: Record<string, Value>) => Value): Engine =>
      async (inputs, signal) => {
        const answer = await worker(inputs, signal)
        const { outputs } = answer.result
        const changed = {
          ...outputs,
          analysis: analysis(outputs.analysis as Record<string, Value>),
          reading: "strange",
        }
        return { ...answer, result: { ...answer.result, outputs: changed } }
      }
    await open(
      gateway(),
      giving(() => ({ strange: true })),
    )
    await send("19900501", "14:30")
    await verdict().toBe("same")
    expect(spoken()[0]).toHaveLength(4)
    expect([document.querySelector("#judgements"), document.querySelector("#reading")]).toEqual([null, null])
    await reopen(
      gateway(),
      giving((given) => ({ ...given, relations: [null] })),
    )
    await send("19900501", "14:30")
    await verdict().toBe("same")
    expect(spoken()[0]).toHaveLength(4)
    expect(document.querySelector("#relations")).toBeNull()
    expect(text(".results")).toContain("이 부분은 보일 수 없습니다")
    expect(document.querySelector("#judgements")).not.toBeNull()
  })
})

it("close to a solar term says so and shows the chart on the other side", async () => {
  await open(gateway(), worker, "en")
  // Ipha 1990 began at 03:35:26 in Seoul.
  await send("1990-05-06", "03:35")
  await verdict().toBe("same")
  expect(text(".notices")).toContain("Born 26 s before Start of summer")
  expect(document.querySelectorAll(".alternatives table")).toHaveLength(1)
  const marked = [...document.querySelectorAll(".alternatives th:has(.self)")].map((heading) => heading.textContent)
  expect(marked).toEqual(["Monthdiffers"])
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
    one("input[name=calendar]:checked").focus()
    // A date, back to the leap month its year offers, on to time and sex; Enter in a field sends the form.
    await userEvent.keyboard(
      "{Tab}20200401{Shift>}{Tab}{/Shift}{ArrowRight}{ArrowRight}{Tab}{Tab}1430{Tab}{Tab}{ArrowRight}",
    )
    expect((one("#date") as HTMLInputElement).value).toBe("2020-04-01")
    expect(text("#date-note")).toBe("Solar 2020-05-23")
    await userEvent.keyboard("{Tab}{Tab}{Enter}")
    expect(one(".advanced").hasAttribute("open")).toBe(true)
    one("#time").focus()
    await userEvent.keyboard("{Enter}")
    await verdict().toBe("same")
    await tabTo(".chart summary")
    await userEvent.keyboard("{Enter}")
    expect(one(".chart details").hasAttribute("open")).toBe(true)
    await tabTo("input[name=decade]:checked")
    const decade = () => Number(one("input[name=decade]:checked").getAttribute("value"))
    const before = decade()
    await userEvent.keyboard("{ArrowRight}")
    expect(decade()).toBe(before + 1)
    await tabTo("#reading input")
    await userEvent.keyboard(" ")
    expect(document.querySelectorAll("[data-rule]").length).toBeGreaterThan(5)
  })

  it("leads from the top of the chart to each of its areas", async () => {
    await open(gateway())
    await send("19900501", "14:30")
    await verdict().toBe("same")
    const targets = [...document.querySelectorAll(".contents a, .verdict-link a")].map((a) => a.getAttribute("href"))
    expect(targets).toHaveLength(7)
    for (const target of targets)
      expect(document.querySelector(target ?? "")?.querySelector("h2"), target ?? "").not.toBeNull()
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
