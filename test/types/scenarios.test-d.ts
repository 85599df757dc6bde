import { type CubeScenarios, defineScenarios } from "cubular/contract/scenario"
import { expectTypeOf, test } from "vitest"
import { sum } from "./cubes.ts"

const title = { en: "…", ko: "…" }

test("scenarios take the inputs and outputs of their cube, and any handlers", () => {
  const scenarios = defineScenarios(
    sum,
    "adder",
    { inputs: { items: [1, 2] } },
    {
      ok: { title, handlers: (origin) => [{ origin, any: "handler" }], outputs: { total: 3 } },
      busy: { title, handlers: () => [], error: "service_busy", params: { status: 429 }, retryable: true },
    },
  )
  expectTypeOf(scenarios).toEqualTypeOf<CubeScenarios>()
})
