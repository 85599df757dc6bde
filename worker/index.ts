import { WorkerEntrypoint } from "cloudflare:workers"
import type { Stores } from "cubular"
import { createExecutor, createGateway, type ExecuteRequest, isGatewayPath } from "cubular/gateway"
import { createHost } from "cubular/host/workerd"
import { type Broker, createBroker } from "cubular/messaging"
import { policies } from "cubular/policies"
import { openSagas, resumeSagas, sagaPerRequest } from "cubular/saga"
import { createTelemetry, type Telemetry } from "cubular/telemetry"
import { registry } from "./cubes.ts"
import { type HostEnv, hostOf, listOf } from "./host.ts"
import { sendSpans } from "./spans.ts"

export { JournalObject, QueueObject } from "cubular/gateway/objects"

interface Env extends HostEnv {
  readonly ASSETS: Fetcher
  /** Comma-separated names runs are answered under; "" = any. */
  readonly CUBULAR_ALLOWED_HOSTS?: string
  /** Where spans are posted to, `https://collector.example/v1/traces`. Absent: none are made. */
  readonly CUBULAR_OTLP_URL?: string
  /** Sent to it as a bearer token. */
  readonly CUBULAR_OTLP_TOKEN?: string
  /** "shown": sagas can be looked at under /v1/sagas, by whoever reaches the Worker. Absent or anything else: they cannot. */
  readonly CUBULAR_SAGAS?: string
}

interface Built {
  readonly gateway: ReturnType<typeof createGateway>
  readonly telemetry: Telemetry
  /** Undefined where the bindings for messages are not there. */
  readonly newBroker: (() => Broker) | undefined
  /** Goes on with the sagas that requests left unfinished. */
  readonly resume: () => Promise<unknown>
}

let built: Built | undefined

/** Built with the first request: its options come from bindings. What is counted is this isolate's alone. */
function builtFor(env: Env): Built {
  built ??= build(env)
  return built
}

function build(env: Env): Built {
  const allowedHosts = listOf(env.CUBULAR_ALLOWED_HOSTS).map((name) => name.toLowerCase())
  const host = hostOf(env)
  const limits = env.CUBULAR_OTLP_URL ? {} : { spans: 0 }
  const telemetry = createTelemetry({ ...host, limits })
  const observe = telemetry.message.bind(telemetry)
  // A Worker that keeps nothing runs what needs nothing kept.
  const keepsMessages = env.CUBULAR_RECORDS !== undefined && env.CUBULAR_QUEUE !== undefined
  const keepsSagas = env.CUBULAR_RECORDS !== undefined && env.CUBULAR_JOURNAL !== undefined
  const newBroker = keepsMessages ? (): Broker => createBroker({ host, registry, policies, observe }) : undefined
  const broker = newBroker?.()
  const surrounding = broker?.host ?? host
  const parts = { policies, saga: sagaPerRequest }
  const gateway = createGateway({
    registry,
    host: surrounding,
    ...(broker ? { broker } : {}),
    telemetry,
    ...parts,
    ...(env.CUBULAR_SAGAS === "shown" ? { sagas: openSagas(host.stores as Stores) } : {}),
    ...(allowedHosts.length === 0 ? {} : { allowedHosts }),
  })
  const resume = async (): Promise<unknown> => (keepsSagas ? resumeSagas(registry, surrounding, parts) : undefined)
  return { gateway, telemetry, newBroker, resume }
}

async function send(telemetry: Telemetry, { CUBULAR_OTLP_URL: url, CUBULAR_OTLP_TOKEN: token }: Env): Promise<void> {
  if (url) await sendSpans(telemetry.spans(), url, token)
}

/** With a broker of its own: what one request waits for must not be ended by another. */
async function deliver({ newBroker }: Built): Promise<void> {
  const broker = newBroker?.()
  try {
    await broker?.drain()
  } finally {
    await broker?.stop()
  }
}

export default {
  fetch(request, env, context) {
    const reads = request.method === "GET" || request.method === "HEAD"
    if (reads && !isGatewayPath(new URL(request.url).pathname)) return env.ASSETS.fetch(request)
    const isFirst = built === undefined
    const own = builtFor(env)
    const { gateway, telemetry } = own
    // An isolate that begins looks for what others left behind. Where it fails, the next tick tries again.
    if (isFirst) context.waitUntil(own.resume().catch(() => undefined))
    const answer = Promise.resolve(gateway.fetch(request))
    // Also when the caller has gone: his run is cancelled, and that is told.
    context.waitUntil(answer.then(() => send(telemetry, env)))
    if (request.method === "POST" && new URL(request.url).pathname === "/v1/events")
      context.waitUntil(answer.then(({ ok }) => (ok ? deliver(own) : undefined)))
    return answer
  },
  /** Messages that were put off, or whose request was cut short; sagas whose request was. */
  scheduled(_, env, context) {
    const own = builtFor(env)
    context.waitUntil(deliver(own))
    context.waitUntil(own.resume())
  },
} satisfies ExportedHandler<Env>

/**
 * Runs any document it is handed, for `cubular run --host workerd`. Not part of the public address: only a service
 * binding or a socket that names this entrypoint reaches it.
 */
export class Runner extends WorkerEntrypoint<Env> {
  override async fetch(request: Request): Promise<Response> {
    const execute = createExecutor(registry, createHost())
    return Response.json(await execute((await request.json()) as ExecuteRequest))
  }
}
