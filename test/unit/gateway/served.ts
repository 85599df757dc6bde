import { bytes, type CompositionDocument, createRegistry, defineCube, type Host, type Registry } from "cubular"
import { createGateway, type GatewayOptions } from "cubular/gateway"
import { createHost, type MemoryHost } from "cubular/host/memory"
import * as z from "zod"

const title = (name: string) => ({ en: name, ko: name })

const shout = defineCube({
  id: "probe/shout",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: title("shout"),
  inputs: { text: z.string().max(20) },
  outputs: { text: z.string() },
  create: () => ({ process: ({ text }) => ({ text: text.toUpperCase() }) }),
})

const reverse = defineCube({
  id: "probe/reverse",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: title("reverse"),
  inputs: { bytes: bytes() },
  outputs: { bytes: bytes() },
  create: () => ({ process: ({ bytes }) => ({ bytes: bytes.toReversed() }) }),
})

/** Throws what a careless cube throws: a native error that quotes its input. */
const careless = defineCube({
  id: "probe/careless",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: title("careless"),
  inputs: { text: z.string().meta({ personal: true }) },
  outputs: { text: z.string() },
  create: () => ({
    process: ({ text }): { text: string } => {
      throw new TypeError(`cannot handle ${text}`)
    },
  }),
})

/** What `probe/endless` saw: filled when its step is cancelled. */
export const cancelled: unknown[] = []

const endless = defineCube({
  id: "probe/endless",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: title("endless"),
  inputs: { text: z.string() },
  outputs: { text: z.string() },
  create: () => ({
    process: (_, step) =>
      new Promise<{ text: string }>((_, reject) =>
        step.signal.addEventListener("abort", () => {
          cancelled.push(step.signal.reason)
          reject(step.signal.reason)
        }),
      ),
  }),
})

function one(id: string, port: string, version = "1.0.0"): CompositionDocument {
  return {
    format: 1,
    id,
    version,
    title: title(`${id} ${version}`),
    cubes: { a: { use: `probe/${id}@^1`, in: { [port]: `@${port}` } } },
    outputs: { [port]: `a.${port}` },
  }
}

export const registry: Registry = createRegistry([
  shout,
  reverse,
  careless,
  endless,
  one("shout", "text", "1.9.0"),
  one("shout", "text", "1.10.0"),
  one("reverse", "bytes"),
  one("careless", "text"),
  one("endless", "text"),
])

export interface Served {
  readonly app: ReturnType<typeof createGateway>
  readonly host: Host & MemoryHost
  /** Posts a run; a string or bytes go out as they are. */
  post(id: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  get(path: string, headers?: Record<string, string>): Promise<Response>
}

export function serve(
  options: Partial<GatewayOptions> = {},
  host: MemoryHost = createHost({ autoAdvance: true }),
): Served {
  const app = createGateway({ registry, host, ...options })
  const fetch = async (path: string, init: RequestInit) => app.fetch(new Request(`http://localhost${path}`, init))
  return {
    app,
    host,
    post: (id, body, headers = {}) =>
      fetch(`/v1/compositions/${id}/run`, {
        method: "POST",
        body: typeof body === "string" || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
        headers: { "content-type": "application/json", ...headers },
      }),
    get: (path, headers = {}) => fetch(path, { headers }),
  }
}

export const jsonOf = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>
