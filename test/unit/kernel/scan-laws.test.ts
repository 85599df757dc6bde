import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { DEFAULT_LIMITS } from "../../../src/kernel/limits.ts"
import { read } from "../../../src/kernel/parse.ts"
import { scan } from "../../../src/kernel/scan.ts"

const limits = { ...DEFAULT_LIMITS, depth: 1000 }
const accepts = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
/** JSON that we refuse on purpose. */
const strict = /duplicate_key|key_forbidden|number_too_large|lone_surrogate/

describe("the scanner", () => {
  test("takes every JSON text, and reading it gives what JSON.parse gives", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ noUnicodeString: false } as never),
        fc.constantFrom(undefined, 1, "\t"),
        (value, space) => {
          const text = JSON.stringify(value, undefined, space)
          const { issues } = scan(text, limits)
          if (issues.some((issue) => strict.test(issue.code))) return
          expect(issues).toEqual([])
          expect(JSON.stringify(read(text, limits).value)).toBe(JSON.stringify(JSON.parse(text)))
          expect(JSON.stringify(read(new TextEncoder().encode(text), limits).value)).toBe(
            JSON.stringify(JSON.parse(text)),
          )
        },
      ),
    )
  })

  test("agrees with JSON.parse about texts that are nearly JSON", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      '"a"',
      '"b"',
      "1",
      "-",
      "0",
      ".5",
      "e3",
      "true",
      "null",
      " ",
      "\n",
      "\\",
      "\\u0041",
      "/",
      "\u00a0",
      "\ufeff",
      "NaN",
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
          fc.string(),
        ),
        (text) => {
          const { issues } = scan(text, limits)
          if (issues.some((issue) => strict.test(issue.code))) return
          expect(issues.length === 0).toBe(accepts(text))
        },
      ),
      { numRuns: 20_000 },
    )
  })

  test("agrees with JSON.parse about JSON with one character changed", () => {
    const changed = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom("", '"', ",", "}", "]", "\\", "x", "0", ":", "\u0001", "é"),
    )
    fc.assert(
      fc.property(changed, ([json, at, by]) => {
        const cut = at % (json.length + 1)
        const text = json.slice(0, cut) + by + json.slice(cut + 1)
        const { issues } = scan(text, limits)
        if (issues.some((issue) => strict.test(issue.code))) return
        expect(issues.length === 0).toBe(accepts(text))
      }),
      { numRuns: 10_000 },
    )
  })

  test("names a place inside the text for everything it finds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => json.slice(0, -1)),
        ),
        (text) => {
          for (const { line, column } of scan(text, limits).issues) {
            const lines = text.split("\n")
            expect(line).toBeGreaterThanOrEqual(1)
            expect(line).toBeLessThanOrEqual(lines.length)
            expect(column).toBeLessThanOrEqual((lines[(line as number) - 1] as string).length + 1)
          }
        },
      ),
    )
  })

  test("bytes of any kind are read or refused, never thrown at", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const reading = read(bytes, limits)
        let text: string | undefined
        try {
          text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
        } catch {}
        expect(reading.issues.some((issue) => issue.code === "document_not_utf8")).toBe(text === undefined)
      }),
      { numRuns: 5000 },
    )
  })
})
