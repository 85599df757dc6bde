import { type AnyCube, defineCube, isCubeError, list } from "cubular"
import * as z from "zod"
import { head, request } from "../cubes.ts"
import { answers, ORIGIN } from "../service.ts"

/** What a called cube says when it begins and when it ends, and one that was called for many. */
export const BEGINS = "begins"
export const ENDS = "ends"
export const SHARES = "shares"

/** Added to its answer, so that a race shows who won it. */
export const DETOUR = 2_000_000

const WHO = "flow"

/** Asks, and says so; whether it is ready is left to chance. */
function asking(name: "straight" | "detour", plus: number): AnyCube {
  return defineCube({
    ...head(name, name === "straight" ? "Straight" : "Detour", name === "straight" ? "곧장" : "돌아서"),
    effect: "read",
    needs: ["random"],
    services: { service: { origin: ORIGIN } },
    inputs: { value: z.number() },
    outputs: { out: z.number(), ready: z.boolean() },
    create: () => ({
      async process({ value }, step) {
        step.log("info", BEGINS, { name, value })
        const end = { ok: false, ready: false, final: false }
        try {
          const { out } = await request("ask", value, WHO, step, undefined)
          end.ready = step.random.below(2) === 0
          end.ok = true
          return { out: out + plus, ready: end.ready }
        } catch (error) {
          end.final = isCubeError(error) && !error.retryable
          throw error
        } finally {
          step.log("info", ENDS, { name, value, ...end })
        }
      },
    }),
  })
}

/** Asks once for a whole list. */
const all = /* @__PURE__ */ (() =>
  defineCube({
    ...head("all", "All", "모두"),
    effect: "read",
    services: { service: { origin: ORIGIN } },
    inputs: { values: list(z.number()) },
    outputs: { outs: list(z.number()) },
    create: () => ({
      async process({ values }, step) {
        step.log("info", SHARES, { many: values.length })
        await request("ask", values.length, WHO, step, undefined)
        return { outs: values.map(answerTo) }
      },
    }),
  }))()

/** What the service gives for a number. */
export const answerTo = (value: number): number => (answers.ask as (value: number) => number)(value)

/** Those the cubes of flow are told to call. */
export const calledCubes: readonly AnyCube[] = /* @__PURE__ */ (() => [
  asking("straight", 0),
  asking("detour", DETOUR),
  all,
])()
