import {
  type CompositionDocument,
  CubeError,
  type CubeErrorJson,
  type CubeManifest,
  decodeJson,
  encodeJson,
  isCubeError,
  type Json,
  type RunResult,
  type Text,
  type Values,
} from "cubular"
import { gateway_reply_refused, gateway_unreachable } from "cubular/messages/en"
import { decodeText, readBody } from "./body.ts"

export interface ClientOptions {
  /** Where the gateway is: its origin, with a path in front of `/v1` if there is one. */
  readonly url: string | URL
  /** Sent as a bearer token. */
  readonly token?: string
  /** In place of the global fetch. */
  readonly fetch?: (request: Request) => Response | Promise<Response>
  /** Milliseconds until a call counts as unanswered. Default 30,000. */
  readonly timeoutMs?: number
  /** Most bytes of a reply; larger ones are refused. Infinity = the gateway is trusted, nothing is counted. Default 16 MiB. */
  readonly replyBytes?: number
}

export interface CompositionEntry {
  readonly id: string
  readonly version: string
  readonly title: Text
}

export interface RemoteRunOptions {
  readonly fingerprint?: boolean
  readonly record?: boolean
  readonly signal?: AbortSignal
}

/** A gateway, as functions. Every one rejects with a CubeError, or with the signal's own reason. */
export interface Client {
  list(signal?: AbortSignal): Promise<readonly CompositionEntry[]>
  get(id: string, signal?: AbortSignal): Promise<CompositionDocument>
  cubes(signal?: AbortSignal): Promise<readonly CubeManifest[]>
  /** Rejects with `run_failed` as a local run does: `.result` holds the outcome of every step. */
  run(id: string, inputs: Values, options?: RemoteRunOptions): Promise<RunResult>
}

/**
 * A typed client of a gateway. Replies are read like any input from outside: bounded, and refused
 * (`gateway_reply_refused`) when they are not what a gateway gives. No answer at all is `gateway_unreachable`.
 */
export function createClient(options: ClientOptions): Client {
  const at = new URL(options.url)
  const base = at.href.replace(/[?#].*$/, "").replace(/\/+$/, "")
  const send = (path: string, init: RequestInit = {}): Promise<JsonObject> =>
    call(options, at.origin, base + path, init)
  const get = (path: string, signal: AbortSignal | undefined) => send(path, signal === undefined ? {} : { signal })
  return {
    list: async (signal) => items(await get("/v1/compositions", signal)) as unknown as CompositionEntry[],
    get: async (id, signal) =>
      (await get(`/v1/compositions/${encodeURIComponent(id)}`, signal)) as unknown as CompositionDocument,
    cubes: async (signal) => items(await get("/v1/cubes", signal)) as unknown as CubeManifest[],
    async run(id, inputs, { fingerprint, record, signal } = {}) {
      const wanted = { ...(fingerprint ? { fingerprint } : {}), ...(record ? { record } : {}) }
      const body = JSON.stringify({ inputs: encodeJson(inputs), options: wanted })
      const headers = { "content-type": "application/json" }
      const init = { method: "POST", headers, body, ...(signal === undefined ? {} : { signal }) }
      return toResult(await send(`/v1/compositions/${encodeURIComponent(id)}/run`, init))
    },
  }
}

type JsonObject = { readonly [key: string]: Json }

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const refused = (status: number, cause?: unknown): CubeError =>
  new CubeError({ ...gateway_reply_refused, params: { status }, cause })

async function call(options: ClientOptions, origin: string, url: string, init: RequestInit): Promise<JsonObject> {
  const caller = init.signal ?? undefined
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), options.timeoutMs ?? 30_000)
  const signal = caller === undefined ? silence.signal : AbortSignal.any([caller, silence.signal])
  try {
    return await exchange(options, url, { ...init, signal })
  } catch (cause) {
    caller?.throwIfAborted()
    if (isCubeError(cause) && cause.code !== "body_broken_off") throw cause
    throw new CubeError({ ...gateway_unreachable, params: { origin }, retryable: true, cause })
  } finally {
    clearTimeout(timer)
  }
}

async function exchange(options: ClientOptions, url: string, init: RequestInit): Promise<JsonObject> {
  const headers = new Headers(init.headers)
  headers.set("accept", "application/json, application/problem+json")
  if (options.token !== undefined) headers.set("authorization", `Bearer ${options.token}`)
  // A redirect could carry inputs and token to another server.
  const response = await (options.fetch ?? fetch)(new Request(url, { ...init, headers, redirect: "manual" }))
  const reply = parse(response, await readReply(response, options.replyBytes ?? 16_777_216))
  if (response.ok) return reply
  throw toError(reply, response.status)
}

async function readReply(response: Response, limit: number): Promise<Uint8Array> {
  // Nothing to count; and Chromium reports requests whose body is read piece by piece as failed, though all of it came.
  if (limit === Number.POSITIVE_INFINITY) return new Uint8Array(await response.arrayBuffer())
  return readBody(response, { bytes: limit, ms: 0, clock: undefined })
}

function parse(response: Response, bytes: Uint8Array): JsonObject {
  try {
    const type = response.headers.get("content-type") ?? ""
    const reply = JSON.parse(decodeText(bytes)) as Json
    if (/^application\/([\w.-]+\+)?json\b/i.test(type) && isObject(reply)) return reply
  } catch (cause) {
    throw refused(response.status, cause)
  }
  throw refused(response.status)
}

function items(reply: JsonObject): readonly Json[] {
  if (Array.isArray(reply.items)) return reply.items
  throw refused(200)
}

function toResult(reply: JsonObject): RunResult {
  const { outputs, steps, plan, fingerprint, record } = reply
  if (!isObject(outputs) || !isObject(steps) || typeof plan !== "string") throw refused(200)
  return {
    outputs: decodeJson(outputs) as Values,
    steps: steps as unknown as RunResult["steps"],
    plan,
    ...(typeof fingerprint === "string" ? { fingerprint } : {}),
    ...(isObject(record) ? { record: record as unknown as NonNullable<RunResult["record"]> } : {}),
  }
}

function toError(reply: JsonObject, status: number): CubeError {
  const { code, detail, hint, path, params, retryable } = reply
  if (typeof code !== "string" || typeof detail !== "string" || typeof hint !== "string") return refused(status)
  return new CubeError({
    code,
    message: detail,
    hint,
    path: Array.isArray(path) ? (path as CubeErrorJson["path"]) : [],
    params: isObject(params) ? params : {},
    retryable: retryable === true || status === 503 || status === 504,
    ...(Array.isArray(reply.issues) ? { issues: reply.issues as unknown as NonNullable<CubeErrorJson["issues"]> } : {}),
    ...(isObject(reply.outputs) ? { result: toResult(reply) } : {}),
  })
}
