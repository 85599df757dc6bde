import { type CubeError, type Issue, isCubeError } from "cubular"
import * as en from "cubular/messages/en"
import * as ko from "cubular/messages/ko"
import { expect } from "vitest"

interface Told {
  readonly code: string
  readonly path: readonly unknown[]
  readonly params: { readonly [name: string]: unknown }
  readonly message: string
  readonly hint: string
}

/** A code, a place, and a message and a hint in both languages with nothing left to fill in. */
export function expectTold(told: Told): void {
  expect(told.code).toMatch(/^[a-z][a-z0-9_]*$/)
  expect(Array.isArray(told.path)).toBe(true)
  for (const key of told.path) expect(["string", "number"]).toContain(typeof key)
  expect(JSON.parse(JSON.stringify(told.params))).toEqual(told.params)
  const [english, korean] = [en.format(told), ko.format(told)]
  for (const text of [told.message, told.hint, english.message, english.hint, korean.message, korean.hint]) {
    expect(text.length).toBeGreaterThan(0)
    // "{ … }" may stand for an object; a name in braces is a gap.
    expect(text).not.toMatch(/\{[a-z][A-Za-z]*\}/)
  }
  expect(korean.message).toMatch(/[\uac00-\ud7a3]/)
  expect(korean.hint).toMatch(/[\uac00-\ud7a3]/)
}

export function expectIssues(issues: readonly Issue[]): void {
  expect(Array.isArray(issues)).toBe(true)
  for (const issue of issues) {
    expectTold(issue)
    expect(["error", "warning"]).toContain(issue.severity)
  }
}

/** At least one error among the issues, and all of them well formed. */
export function expectRefused(issues: readonly Issue[]): void {
  expectIssues(issues)
  expect(issues.some(({ severity }) => severity === "error")).toBe(true)
}

export function expectCoded(error: unknown): asserts error is CubeError {
  expect(isCubeError(error), String(error)).toBe(true)
  expectTold(error as CubeError)
  expectIssues((error as CubeError).issues ?? [])
}

/** Everything about Object.prototype and its like that a hostile document could have changed. */
export function prototypes(): string {
  const shared = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype]
  return JSON.stringify(shared.map((each) => Reflect.ownKeys(each).map(String)))
}
