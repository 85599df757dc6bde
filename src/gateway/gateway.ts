import {
  type CompositionDocument,
  CubeError,
  decodeJson,
  encodeJson,
  type Host,
  isCubeError,
  type Json,
  type Policy,
  type Registry,
  type Run,
  type RunTracer,
  type SagaPart,
  type Sagas,
  type Settled,
  type Supervisor,
  type Values,
} from "cubular"
import {
  body_type_refused,
  gateway_failed,
  gateway_not_ready,
  gateway_unhealthy,
  method_refused,
  route_unknown,
  secret_missing,
  service_not_allowed,
} from "cubular/messages/en"
import { type Broker, emitted } from "cubular/messaging"
import { createTelemetry, type Telemetry } from "cubular/telemetry"
import { type Context, Hono } from "hono"
import { routePath } from "hono/route"
import { readBody } from "./body.ts"
import { toRunCall } from "./call.ts"
import { answerWithEvents, itemsOf, wantsEvents } from "./event-stream.ts"
import { readEvents, takeEvents } from "./events.ts"
import { catalogHeaders, jsonHeaders, metricsHeaders, textHeaders } from "./headers.ts"
import { type Language, pickLanguage } from "./language.ts"
import { checkCaller } from "./origin.ts"
import { parseBody } from "./parse.ts"
import { frames, localize, problemResponse } from "./problem.ts"
import { createRunners, type Runners } from "./runners.ts"
import { listSagas, showSaga } from "./sagas.ts"

export interface GatewayLimits {
  /** Bytes of a request body. Default 262,144. */
  readonly bodyBytes?: number
  /** Levels of nesting in a request body. Default 34: two of the envelope, 32 of the inputs. */
  readonly bodyDepth?: number
  /** Milliseconds for one run, from its first byte in to its result. Default 5,000. */
  readonly deadlineMs?: number
  /** Runners kept ready. Default 64. */
  readonly runners?: number
}

export interface GatewayOptions {
  /** Cubes and the compositions served; of several versions of one id the newest is. */
  readonly registry: Registry
  readonly host: Host
  readonly limits?: GatewayLimits
  /** What compositions may ask for. Default: all of `cubular/policies`. */
  readonly policies?: Iterable<Policy>
  /**
   * Names (no port, IPv6 in brackets) the server answers runs under; see `checkCaller`. Absent = any name, and pages of
   * the same host only.
   */
  readonly allowedHosts?: readonly string[]
  /**
   * Observes every run; `GET /metrics` gives its metrics. Default: one of its own on the host's clock, entropy and log that
   * makes no spans. Of a host without clock or entropy nothing is told.
   */
  readonly telemetry?: Telemetry
  /** Looks after the cubes of every runner; while it calls the whole unhealthy, `GET /readyz` says not ready. */
  readonly supervisor?: Supervisor
  /** Lets sagas be looked at under `/v1/sagas`, errors among it, by everyone who may ask: `openSagas(host.stores)` of `cubular/saga`. */
  readonly sagas?: Sagas
  /**
   * Takes the events of `POST /v1/events`, and what compositions emit that are run over HTTP. Absent: there is no such route,
   * and what is emitted goes nowhere. Give the gateway the broker's `host`.
   */
  readonly broker?: Broker
  /** `saga` of `cubular/saga`: runs compositions of that mode; the deadline, or a caller who leaves, asks to undo them. */
  readonly saga?: SagaPart
  /** Rejects while something outside the gateway is not ready; asked by `GET /readyz`. */
  readonly readiness?: () => Promise<void>
}

/** What a host leaves out on purpose. */
const CHOICES: readonly string[] = [secret_missing.code, service_not_allowed.code]

type Gate = Omit<GatewayOptions, "limits" | "telemetry"> & {
  readonly limits: Required<GatewayLimits>
  readonly runners: Runners
  readonly telemetry: Telemetry | undefined
}

/** Paths the gateway answers itself; the rest of an address space is free for assets. */
export const isGatewayPath = (pathname: string): boolean =>
  ["/healthz", "/readyz", "/metrics", "/v1"].includes(pathname) || pathname.startsWith("/v1/")

/**
 * The HTTP face as a hono app: `app.fetch(request)` in a Worker, in Node or in a service worker.
 *
 * It answers every request: refusals and failures are `application/problem+json` with a code, in Korean where
 * Accept-Language prefers it; 503 and 504 are the only answers of the 5xx kind.
 *
 * @throws {CubeError} what the registry throws when it is listed.
 */
export function createGateway(options: GatewayOptions): Hono {
  const limits = { bodyBytes: 262_144, bodyDepth: 34, deadlineMs: 5000, runners: 64, ...options.limits }
  const { registry, host, policies, supervisor, saga } = options
  const runners = createRunners(registry, host, limits.runners, policies, supervisor, saga)
  const telemetry = options.telemetry ?? telemetryOf(options.host)
  telemetry?.watch(() => runners.ready)
  if (options.supervisor) telemetry?.watchHealth(() => (options.supervisor as Supervisor).health())
  const gate: Gate = { ...options, limits, runners, telemetry }
  const app = new Hono()
  if (telemetry) app.use((c, next) => next().then(() => countAnswer(telemetry, c)))
  app.get("/healthz", () => new Response("ok\n", { headers: textHeaders }))
  app.get("/readyz", () => ready(gate))
  app.get("/metrics", () => metrics(gate))
  app.get("/v1/compositions", () => list(gate))
  app.get("/v1/compositions/:id", (c) => catalogReply(gate.runners.document(c.req.param("id"))))
  app.get("/v1/cubes", () => catalogReply({ items: gate.registry.manifests() }))
  app.post("/v1/compositions/:id/run", (c) => run(gate, c.req.param("id"), c.req.raw))
  if (options.broker) {
    const { broker } = options
    app.post("/v1/events", (c) => takeEventsOf(gate, broker, c.req.raw))
    app.all("/v1/events", (c) => refuseMethod(c, "POST"))
  }
  for (const path of ["/healthz", "/readyz", "/metrics", "/v1/compositions", "/v1/compositions/:id", "/v1/cubes"])
    app.all(path, (c) => refuseMethod(c, "GET, HEAD"))
  const { sagas } = options
  if (sagas) {
    app.get("/v1/sagas", (c) => listSagas(sagas, new URL(c.req.url)))
    app.get("/v1/sagas/:id", (c) => showSaga(sagas, c.req.param("id")))
    for (const path of ["/v1/sagas", "/v1/sagas/:id"]) app.all(path, (c) => refuseMethod(c, "GET, HEAD"))
  }
  app.all("/v1/compositions/:id/run", (c) => refuseMethod(c, "POST"))
  app.notFound((c) => problemResponse(new CubeError(route_unknown), languageOf(c.req.raw)))
  app.onError((error, c) => answerFailure(gate, error, c.req.raw, c.req.routePath))
  return app
}

function telemetryOf({ clock, entropy, log }: Host): Telemetry | undefined {
  if (!clock || !entropy) return undefined
  return createTelemetry({ clock, entropy, ...(log ? { log } : {}), limits: { spans: 0 } })
}

/** Also what never becomes a run. Addresses nobody serves are one route: whoever makes them up cannot make the metrics grow. */
function countAnswer(telemetry: Telemetry, c: Context): void {
  const route = routePath(c, -1)
  telemetry.answered(route.includes("*") ? "other" : route, c.res.status)
}

function metrics({ telemetry }: Gate): Response {
  if (!telemetry) throw new CubeError(route_unknown)
  return new Response(telemetry.metrics(), { headers: metricsHeaders })
}

const languageOf = (request: Request): Language => pickLanguage(request.headers.get("accept-language"))

function answerFailure(gate: Gate, error: unknown, request: Request, route: string): Response {
  if (isCubeError(error)) return problemResponse(error, languageOf(request))
  // A cancelled run ends with the caller's own reason, whatever that is.
  if (request.signal.aborted) return new Response(null, { status: 499 })
  gate.host.log?.("error", "gateway failed", { route, ...frames(error) })
  return problemResponse(new CubeError(gateway_failed), languageOf(request))
}

function refuseMethod(c: Context, allowed: string): Response {
  if (c.req.method === "OPTIONS")
    return new Response(null, { status: 204, headers: { ...textHeaders, allow: allowed } })
  const error = new CubeError({ ...method_refused, params: { method: c.req.method.slice(0, 16), allowed } })
  return problemResponse(error, languageOf(c.req.raw), { headers: { allow: allowed } })
}

const catalogReply = (body: unknown): Response => new Response(JSON.stringify(body), { headers: catalogHeaders })

function list(gate: Gate): Response {
  const entry = ({ id, version, title }: CompositionDocument) => ({ id, version, title: title ?? { en: id, ko: id } })
  return catalogReply({ items: gate.runners.documents.map(entry) })
}

/**
 * Ready = every composition served can be planned on this host, and nothing outside says otherwise. A secret nobody gave the
 * host, and an origin it lets nobody reach, is a choice and no fault that waiting mends: runs of that composition are
 * refused and say so, the rest is ready.
 */
async function ready(gate: Gate): Promise<Response> {
  try {
    await gate.readiness?.()
    for (const { id } of gate.runners.documents)
      await gate.runners.runner(id).catch((cause) => {
        if (!lacksOnlyChoices(cause)) throw cause
      })
    if (gate.supervisor?.health().status === "unhealthy") throw new CubeError(gateway_unhealthy)
  } catch (cause) {
    gate.host.log?.("error", "not ready", frames(cause))
    throw new CubeError({ ...gateway_not_ready, retryable: true, cause })
  }
  return new Response("ready\n", { headers: textHeaders })
}

function lacksOnlyChoices(error: unknown): boolean {
  const issues = isCubeError(error) ? (error.issues ?? []) : []
  const errors = issues.filter(({ severity }) => severity === "error")
  return errors.length > 0 && errors.every(({ code }) => CHOICES.includes(code))
}

async function run(gate: Gate, id: string, request: Request): Promise<Response> {
  checkCaller(request, gate.allowedHosts)
  gate.runners.document(id)
  checkType(request)
  const { host, limits } = gate
  const started = host.clock?.monotonic() ?? 0
  const { bodyBytes, deadlineMs } = limits
  const body = { bytes: bodyBytes, spillBytes: 64 * bodyBytes, ms: deadlineMs, clock: host.clock }
  const bytes = await readBody(request, body)
  const call = toRunCall(parseBody(bytes, limits.bodyDepth))
  const runner = await gate.runners.runner(id)
  const left = deadlineMs - ((host.clock?.monotonic() ?? 0) - started)
  const inputs = decodeJson(call.inputs, ["inputs"]) as Values
  const options = {
    signal: request.signal,
    ...(host.clock === undefined ? {} : { deadlineMs: Math.max(1, Math.floor(left)) }),
    ...call.options,
  }
  const begin = (tracer?: RunTracer): Run => runner.run(inputs, tracer ? { ...options, tracer } : options)
  const traceparent = request.headers.get("traceparent")
  const observed = gate.telemetry?.observe(begin, { composition: id, plan: runner.plan, traceparent })
  const begun = observed?.run ?? begin()
  const items = wantsEvents(request) ? itemsOf(begun) : undefined
  const end = async (): Promise<Response> => {
    const settled = await begun.settled
    // Told before the answer, so that whoever asks next finds this run counted.
    await observed?.done
    return reply(await emit(gate, id, settled), request)
  }
  const failed = (error: unknown): Response => answerFailure(gate, error, request, "/v1/compositions/:id/run")
  const response = items ? await answerWithEvents(begun, items, () => end().catch(failed)) : await end()
  if (observed) response.headers.set("traceparent", observed.traceparent)
  return response
}

/** What a run emits is in the queues before it is answered. */
async function emit({ broker, host }: Gate, composition: string, settled: Settled): Promise<Settled> {
  if (!broker || !settled.ok || !settled.emits) return settled
  const seed = host.entropy?.() ?? settled.plan
  await broker.publish(emitted(settled, { composition, seed, now: host.clock?.now() ?? 0 }))
  return settled
}

async function takeEventsOf({ host, limits, allowedHosts }: Gate, broker: Broker, request: Request): Promise<Response> {
  checkCaller(request, allowedHosts)
  const { bodyBytes, bodyDepth, deadlineMs } = limits
  const bytes = await readBody(request, {
    bytes: bodyBytes,
    spillBytes: 64 * bodyBytes,
    ms: deadlineMs,
    clock: host.clock,
  })
  return takeEvents(broker, readEvents(request.headers, bytes, bodyDepth))
}

function checkType(request: Request): void {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? ""
  if (type !== "application/json" && !/^application\/[\w.-]+\+json$/.test(type)) throw new CubeError(body_type_refused)
}

function reply(settled: Settled, request: Request): Response {
  const body: { readonly [name: string]: Json | unknown } = {
    outputs: encodeJson(settled.outputs),
    steps: settled.steps,
    plan: settled.plan,
    ...(settled.saga === undefined ? {} : { saga: settled.saga }),
    ...(settled.fingerprint === undefined ? {} : { fingerprint: settled.fingerprint }),
    ...(settled.record === undefined ? {} : { record: settled.record }),
  }
  if (settled.ok) return new Response(JSON.stringify(body), { headers: jsonHeaders })
  const language = languageOf(request)
  return problemResponse(settled.error, language, {
    members: { ...body, steps: localizeSteps(settled.steps, language) },
  })
}

function localizeSteps(steps: Settled["steps"], language: Language): Settled["steps"] {
  const entries = Object.entries(steps).map(([path, { outcome, error }]) => {
    return [path, error === undefined ? { outcome } : { outcome, error: { ...error, ...localize(error, language) } }]
  })
  return Object.fromEntries(entries)
}
