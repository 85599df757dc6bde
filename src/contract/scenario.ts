import type { ConcretePorts } from "./case.ts"
import type { Text } from "./composition.ts"
import type { Cube } from "./define-cube.ts"
import type { Json } from "./value.ts"

/** How a service behaves, and what a run of the shown cube comes to meanwhile. */
export type Scenario<Handler = unknown, Out = { readonly [port: string]: unknown }> = {
  readonly title: Text
  /** Handlers of msw (`http.get(…)`, `http.post(…)`) for the service at an origin; for its workers and its servers alike. */
  readonly handlers: (origin: string) => readonly Handler[]
} & (
  | { readonly outputs: Out; readonly error?: undefined }
  // The error's params and whether it may be tried again, where the scenario is about them.
  | { readonly error: string; readonly params?: Json; readonly retryable?: boolean; readonly outputs?: undefined }
)

/** What the cube is given in every scenario. */
export interface Shown<In, Config> {
  readonly config?: Config | undefined
  readonly inputs: In
  /** Names of the secrets the config refers to. */
  readonly secrets?: readonly string[]
}

/** The scenarios of one service of a cube: what a `*.scenarios.ts` file exports, by the names the cube's manifest lists. */
export interface CubeScenarios {
  readonly cube: string
  readonly service: string
  readonly shown: Shown<{ readonly [port: string]: unknown }, Json>
  readonly scenarios: { readonly [name: string]: Scenario }
}

/**
 * Mock scenarios of a service a cube uses, typed by its ports. They are for tests and for pages that show a cube at work;
 * the package does not hold them.
 *
 * @example
 * export default defineScenarios(weather, "weather", { inputs: { place: "Seoul" } }, {
 *   ok: {
 *     title: { en: "a fine day", ko: "맑은 날" },
 *     handlers: (origin) => [http.get(`${origin}/v1/now`, () => HttpResponse.json({ deg: 21 }))],
 *     outputs: { deg: 21 },
 *   },
 * })
 */
export function defineScenarios<Id extends string, In, Out, Config, Handler>(
  cube: Cube<Id, In, Out, Config>,
  service: string,
  shown: Shown<NoInfer<In>, NoInfer<Config>>,
  scenarios: { readonly [name: string]: Scenario<Handler, ConcretePorts<NoInfer<Out>>> },
): CubeScenarios {
  return { cube: cube.id, service, shown, scenarios } as unknown as CubeScenarios
}

/** A scenario in which the cube fails. */
export type Outage<Handler = unknown> = Extract<Scenario<Handler, never>, { readonly error: string }>

/**
 * What can befall any web service: no answer within `timeoutMs` (default 10,000, what cubes wait when their config says
 * nothing), too many requests, a fault, nobody there. `answer` is msw's function for the requests the cube makes.
 *
 * @example
 * { ok: { … }, ...outages({ service: "weather", path: "/v1/now", answer: http.get }) }
 */
export function outages<Handler>(asked: {
  readonly service: string
  readonly path: string
  readonly answer: (url: string, reply: () => Promise<Response>) => Handler
  readonly timeoutMs?: number
}): { readonly [name in "slow" | "busy" | "failing" | "offline"]: Outage<Handler> } {
  const { service, path, answer, timeoutMs = 10_000 } = asked
  const handlers = (reply: () => Response | Promise<Response>) => (origin: string) => [
    answer(`${origin}${path}`, async () => reply()),
  ]
  return {
    slow: {
      title: { en: "no answer within the time", ko: "시간 안에 답이 없습니다" },
      handlers: handlers(() => new Promise<never>(() => {})),
      error: "reply_timed_out",
      params: { service, timeoutMs },
      retryable: true,
    },
    busy: {
      title: { en: "too many requests", ko: "요청이 너무 많습니다" },
      handlers: handlers(() => new Response("later", { status: 429, headers: { "retry-after": "7" } })),
      error: "service_busy",
      params: { service, status: 429, retryAfterMs: 7000 },
      retryable: true,
    },
    failing: {
      title: { en: "a fault of the service", ko: "서비스 고장" },
      handlers: handlers(() => new Response("oops", { status: 500 })),
      error: "service_failed",
      params: { service, status: 500 },
      retryable: true,
    },
    offline: {
      title: { en: "nobody there", ko: "닿지 않습니다" },
      handlers: handlers(() => Response.error()),
      error: "service_unreachable",
      retryable: true,
    },
  }
}
