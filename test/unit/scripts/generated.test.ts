import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { catalogText } from "../../../scripts/gen-catalog.ts"
import { errorsText } from "../../../scripts/gen-errors.ts"

const committed = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8")

test("the catalog says what the cubes' code says (`npm run gen` renews it)", async () => {
  expect(committed("cubes/catalog.ts")).toBe(await catalogText())
})

test("docs/errors.md lists every code (`npm run gen` renews it)", async () => {
  expect(committed("docs/errors.md")).toBe(await errorsText())
})
