import { bytes, type Step } from "cubular/contract"
import { exchange, type Reply, refuseStatus, refuseType, replyJson, replyText } from "cubular/contract/exchange"
import * as z from "zod"
import type { Asking } from "./config.ts"

/** What both cubes give: status and headers, and the body as `config.read` says. */
export const askingOutputs = {
  status: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
  json: z.json().optional(),
  text: z.string().optional(),
  bytes: bytes().optional(),
}

type Body =
  | { readonly json: z.core.util.JSONType }
  | { readonly text: string }
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | object

const TYPES = {
  json: ["application/json"],
  text: ["text/*", "application/json", "application/xml"],
  bytes: [],
  none: [],
}

/** Media types the service is told are welcome. */
export function acceptOf({ read = "json", types = TYPES[read] }: Asking): string {
  return types.length === 0 ? "*/*" : types.join(", ")
}

/** Asks the service and reads its reply. */
export async function ask(
  step: Step,
  config: Asking,
  path: string,
  init: {
    readonly method: string
    readonly headers: { readonly [name: string]: string }
    readonly body?: string | Uint8Array<ArrayBuffer>
  },
): Promise<{ readonly status: number; readonly headers: { readonly [name: string]: string } } & Body> {
  const { timeoutMs = 10_000, maxBytes = 1_000_000, keepHeaders = ["content-type"] } = config
  const reply = await exchange(step, { service: "http", path, init, timeoutMs, maxBytes })
  if (!config.anyStatus) refuseStatus(reply, () => step.clock.now())
  const headers: { [name: string]: string } = {}
  for (const name of keepHeaders) {
    const value = name === "set-cookie" ? null : reply.headers.get(name)
    if (value !== null) headers[name] = value
  }
  return { status: reply.status, headers, ...bodyOf(reply, config, init.method) }
}

function bodyOf(reply: Reply, { read = "json", types = TYPES[read] }: Asking, method: string): Body {
  if (read === "none" || method === "HEAD" || reply.status === 204) return {}
  if (types.length > 0) refuseType(reply, types)
  if (read === "bytes") return { bytes: reply.bytes }
  return read === "text" ? { text: replyText(reply) } : { json: replyJson(reply, z.json()) }
}
