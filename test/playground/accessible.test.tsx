import axe from "axe-core"
import { describe, expect, it } from "vitest"
import { page, userEvent } from "vitest/browser"
import { choose, gateway, one, open, send, verdict, worker } from "./open-page.tsx"

/** What axe finds in the whole page, by rule and place. Every rule it has is asked, best practice included. */
async function violations(): Promise<string[]> {
  // A colour on its way from one theme to the other is nobody's colour.
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)))
  const { violations } = await axe.run(document, { resultTypes: ["violations"] })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`))
}

/** What reaches beyond the right edge of the page; the strip of decades scrolls by itself. */
function overflowing(): string[] {
  const edge = document.body.getBoundingClientRect().right + 0.5
  return [...document.querySelectorAll("#page *:not(.strip *)")]
    .filter((element) => element.getBoundingClientRect().right > edge)
    .map((element) => `${element.tagName} ${element.className}`)
}

function openAll(): void {
  for (const section of document.querySelectorAll("details")) section.open = true
}

describe.each([
  ["ko", "light"],
  ["ko", "dark"],
  ["en", "light"],
  ["en", "dark"],
] as const)("in %s, %s", (language, theme) => {
  it("the form and the empty chart have no violation", async () => {
    await open(gateway(), worker, language, theme)
    openAll()
    expect(await violations()).toEqual([])
  })

  it("a refused form has none", async () => {
    await open(gateway(), worker, language, theme)
    await userEvent.fill(one("#date"), "20200420")
    await choose("calendar", "leap")
    await send("20210420", "1430")
    await verdict().toBe("refused")
    expect(await violations()).toEqual([])
  })

  it("a chart with everything told has none, and is no wider than a phone", async () => {
    await page.viewport(360, 780)
    await open(gateway(), worker, language, theme)
    await choose("sex", "female")
    await send("19900501", "1430")
    await verdict().toBe("same")
    openAll()
    await userEvent.click(one("#reading input"))
    await expect.poll(() => document.querySelectorAll(".years li").length).toBe(10)
    expect(await violations()).toEqual([])
    expect(overflowing()).toEqual([])
    await page.viewport(1280, 900)
    expect(await violations()).toEqual([])
    // 320 px is 400 % of 1280 px; 768 and 960 px are where columns come and go.
    for (const width of [320, 768, 960, 1280]) {
      await page.viewport(width, 900)
      expect(overflowing(), `at ${width} px`).toEqual([])
    }
  })

  it("a chart without an hour, with remarks and candidates, has none", async () => {
    await page.viewport(360, 780)
    await open(gateway(), worker, language, theme)
    await userEvent.fill(one("#date"), "20000204")
    await userEvent.click(one(".check input"))
    await userEvent.click(one("button.primary"))
    await verdict().toBe("same")
    openAll()
    expect(await violations()).toEqual([])
    expect(overflowing()).toEqual([])
  })
})
