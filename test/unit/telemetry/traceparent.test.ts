import { formatTraceparent, parseTraceparent } from "cubular/telemetry"
import { expect, test } from "vitest"

const trace = "4bf92f3577b34da6a3ce929d0e0e4736"
const span = "00f067aa0ba902b7"

test.each([
  ["sampled", `00-${trace}-${span}-01`, true],
  ["not sampled", `00-${trace}-${span}-00`, false],
  ["flags nobody knows yet, sampled", `00-${trace}-${span}-ff`, true],
  ["flags nobody knows yet, not sampled", `00-${trace}-${span}-02`, false],
  ["a later version", `01-${trace}-${span}-01`, true],
  ["a later version with more behind", `cc-${trace}-${span}-01-what.the.future.brings`, true],
])("%s is read", (_, header, sampled) => {
  expect(parseTraceparent(header)).toEqual({ traceId: trace, spanId: span, sampled })
})

test.each([
  ["nothing", undefined],
  ["null", null],
  ["an empty header", ""],
  ["version ff", `ff-${trace}-${span}-01`],
  ["version 00 with more behind", `00-${trace}-${span}-01-more`],
  ["version 00 with a dash behind", `00-${trace}-${span}-01-`],
  ["a later version with more behind and no dash", `01-${trace}-${span}-01more`],
  ["capital letters", `00-${trace.toUpperCase()}-${span}-01`],
  ["a trace id of zeros", `00-${"0".repeat(32)}-${span}-01`],
  ["a span id of zeros", `00-${trace}-${"0".repeat(16)}-01`],
  ["a short trace id", `00-${trace.slice(1)}-${span}-01`],
  ["a long trace id", `00-${trace}a-${span}-01`],
  ["a short span id", `00-${trace}-${span.slice(1)}-01`],
  ["no flags", `00-${trace}-${span}`],
  ["one digit of flags", `00-${trace}-${span}-1`],
  ["digits that are none", `00-${trace.replace("4", "g")}-${span}-01`],
  ["a version that is none", `0x-${trace}-${span}-01`],
  ["space around", ` 00-${trace}-${span}-01 `],
  ["a line feed behind", `00-${trace}-${span}-01\n`],
  ["two headers in one", `00-${trace}-${span}-01, 00-${trace}-${span}-01`],
  ["a later version with a line feed inside", `01-${trace}-${span}-01-a\nb`],
  ["one too long to be read", `01-${trace}-${span}-01-${"a".repeat(1000)}`],
  ["something else", 7 as unknown as string],
])("%s is ignored", (_, header) => {
  expect(parseTraceparent(header)).toBeUndefined()
})

test("what is written is read back", () => {
  for (const sampled of [true, false]) {
    const context = { traceId: trace, spanId: span, sampled }
    expect(parseTraceparent(formatTraceparent(context))).toEqual(context)
  }
})
