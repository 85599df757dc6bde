import { WorkerEntrypoint } from "cloudflare:workers"
import { createExecutor, createGateway, type ExecuteRequest, isGatewayPath } from "cubular/gateway"
import { createHost } from "cubular/host/workerd"
import { registry } from "./cubes.ts"

interface Env {
  readonly ASSETS: Fetcher
  /** Comma-separated names runs are answered under; "" = any. */
  readonly CUBULAR_ALLOWED_HOSTS?: string
}

type Gateway = ReturnType<typeof createGateway>

let gateway: Gateway | undefined

/** Built with the first request: its options come from bindings. */
function gatewayFor(env: Env): Gateway {
  const names = (env.CUBULAR_ALLOWED_HOSTS ?? "").split(",").map((name) => name.trim().toLowerCase())
  const allowedHosts = names.filter((name) => name !== "")
  gateway ??= createGateway({ registry, host: createHost(), ...(allowedHosts.length === 0 ? {} : { allowedHosts }) })
  return gateway
}

export default {
  fetch(request, env) {
    const reads = request.method === "GET" || request.method === "HEAD"
    if (reads && !isGatewayPath(new URL(request.url).pathname)) return env.ASSETS.fetch(request)
    return gatewayFor(env).fetch(request)
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
