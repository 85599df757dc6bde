import { analyze, chart } from "cubular/saju"
import { renderSvg } from "cubular/saju/render"
import { expect, test } from "vitest"

interface Shown {
  readonly localName: string
  readonly textContent: string
  getAttribute(name: string): string | null
  getBBox(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

interface Page {
  readonly documentElement: Shown
  readonly body: { innerHTML: string }
  querySelector(selector: string): Shown | null
  querySelectorAll(selector: string): Iterable<Shown>
}

const { document, DOMParser } = globalThis as unknown as {
  document: Page
  DOMParser: new () => { parseFromString(text: string, type: string): Page }
}

const birth = { date: "1990-05-01", time: "14:30", sex: "female" } as const
const name = `<img src=x onerror="alert(1)"> & 홍길동`

/** Texts of a picture as this browser lays them out, in user units; a fifth of each letter's height is empty above and below. */
function boxesIn(svg: string): { said: string; left: number; right: number; top: number; bottom: number }[] {
  document.body.innerHTML = svg
  return [...document.querySelectorAll("text")].map((text) => {
    const { x, y, width, height } = text.getBBox()
    return { said: text.textContent, left: x, right: x + width, top: y + height / 5, bottom: y + (height * 4) / 5 }
  })
}

test("a picture of a chart is XML a browser reads, with nothing in it but shapes and texts", () => {
  const found = chart(birth)
  for (const lang of ["ko", "en"] as const) {
    const svg = renderSvg(found, { lang, detail: "full", analysis: analyze(found), birth, name })
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml")
    expect(parsed.querySelector("parsererror")).toBeNull()
    expect(parsed.documentElement.getAttribute("role")).toBe("img")
    expect(parsed.querySelector("title")?.textContent).toContain(name)
    expect(new Set([...parsed.querySelectorAll("*")].map(({ localName }) => localName))).toEqual(
      new Set(["svg", "title", "desc", "rect", "text"]),
    )
  }
})

test("texts keep apart and inside with the fonts of this system", () => {
  const found = chart(birth)
  for (const lang of ["ko", "en"] as const)
    for (const width of [320, 640]) {
      const boxes = boxesIn(renderSvg(found, { lang, width, detail: "full", analysis: analyze(found), birth }))
      const outside = boxes.filter(({ left, right }) => left < 0 || right > width).map(({ said }) => said)
      const touching = boxes.flatMap((one, i) =>
        boxes
          .slice(i + 1)
          .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom)
          .map((two) => `${one.said} × ${two.said}`),
      )
      expect({ lang, width, outside, touching }).toEqual({ lang, width, outside: [], touching: [] })
    }
  document.body.innerHTML = ""
})
