import type { CubeError } from "cubular"
import { checkEvent, parseEvent } from "cubular/messaging"
import { describe, expect, test } from "vitest"

const least = { specversion: "1.0", id: "1", source: "/a", type: "a.b" }

function refusal(given: unknown): string {
  try {
    parseEvent(given)
  } catch (error) {
    const { code, path } = error as CubeError
    return `${code} ${path.join("/")}`.trim()
  }
  return "taken"
}

describe("a CloudEvent", () => {
  test("is taken with what it needs, and with everything it may have", () => {
    expect(parseEvent(least)).toEqual(least)
    const whole = {
      ...least,
      subject: "가나",
      time: "2026-11-21T10:00:00.123+09:00",
      datacontenttype: "application/json; charset=utf-8",
      dataschema: "https://example.com/schema",
      partitionkey: "k",
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      rank: 7,
      sure: false,
      data: { a: [1, null] },
    }
    expect(parseEvent(whole)).toEqual(whole)
  })

  test("may hold typed arrays and bytes", () => {
    expect(parseEvent({ ...least, data: { $bytes: ["f64", "AAAAAAAA8D8="] } }).data).toEqual(Float64Array.of(1))
    expect(parseEvent({ ...least, data_base64: "AQID" }).data).toEqual(Uint8Array.of(1, 2, 3))
    expect(parseEvent({ ...least, data: null }).data).toBeNull()
  })

  test("is as if what is null were not there", () => {
    expect(parseEvent({ ...least, subject: null, time: null, other: null })).toEqual(least)
  })

  test.each([
    ["source", "https://example.com/a?b=c#d"],
    ["source", "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66"],
    ["source", "a"],
    ["time", "2026-11-21t10:00:00z"],
    ["id", "가"],
    ["partitionkey", "x".repeat(127)],
  ])("takes the %s %j", (name, value) => {
    expect(refusal({ ...least, [name]: value })).toBe("taken")
  })
})

describe("refused is", () => {
  test.each([null, 5, "x", [least], undefined])("%j", (given) => {
    expect(refusal(given)).toBe("event_malformed")
  })

  test.each(["specversion", "id", "source", "type"])("one without %s", (name) => {
    const { [name as "id"]: _, ...rest } = least
    expect(refusal(rest)).toBe(`event_malformed ${name}`)
    for (const wrong of ["", 1, null, [], "x\u0000", "x".repeat(600)])
      expect(refusal({ ...least, [name]: wrong })).toBe(`event_malformed ${name}`)
  })

  test.each([
    ["specversion", "0.3"],
    ["specversion", "1.1"],
    ["source", "a b"],
    ["source", "<script>"],
    ["type", "1x"],
    ["type", "a b"],
    ["subject", ""],
    ["time", "yesterday"],
    ["time", "2026-13-01T00:00:00Z"],
    ["time", "2026-11-21T10:00:00"],
    ["datacontenttype", "json"],
    ["dataschema", "/relative"],
    ["partitionkey", ""],
    ["partitionkey", "x".repeat(128)],
    ["partitionkey", "\ud800"],
    ["Upper", "x"],
    ["with-dash", "x"],
    ["a".repeat(21), "x"],
    ["float", 1.5],
    ["object", {}],
    ["huge", 2_147_483_648],
    ["data_base64", "?"],
    ["data_base64", 5],
  ])("the %s %j", (name, value) => {
    expect(refusal({ ...least, [name]: value })).toBe(`event_malformed ${name}`)
  })

  test("data twice, and data that is no value", () => {
    expect(refusal({ ...least, data: 1, data_base64: "AQ==" })).toBe("event_malformed data_base64")
    expect(refusal({ ...least, data: { a: { $bytes: ["f64", "A"] } } })).toMatch(/^event_malformed data/)
    expect(() => checkEvent({ ...least, specversion: "1.0", data: { a: Number.NaN } })).toThrow(
      expect.objectContaining({ code: "event_malformed", path: ["data", "a"] }),
    )
  })

  test("nothing of what it holds is in the error", () => {
    try {
      parseEvent({ ...least, subject: "", id: "1990-05-01" })
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain("1990")
    }
  })
})
