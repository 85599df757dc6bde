import { CubeError, isCubeError } from "cubular/contract"
import { expect, test } from "vitest"

const text = { code: "broken", message: "It is broken", hint: "Mend it" }
class Own extends CubeError {}

test("an error of another copy of the class is an instance of this one", () => {
  const foreign = Object.assign(new Error("It is broken"), { [Symbol.for("cubular.CubeError")]: true })
  expect([foreign instanceof CubeError, isCubeError(foreign)]).toEqual([true, true])
})

test("what only looks like an error is none", () => {
  for (const value of [new Error("plain"), { ...text }, null, undefined, "CubeError"])
    expect((value as unknown) instanceof CubeError).toBe(false)
})

test("a class made from it has its own instances only", () => {
  expect([new Own(text) instanceof Own, new Own(text) instanceof CubeError]).toEqual([true, true])
  expect((new CubeError(text) as unknown) instanceof Own).toBe(false)
})
