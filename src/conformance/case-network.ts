import type { AnyCube, Case, CompositionDocument } from "cubular"
import type { HostWish } from "./run-cell.ts"

/** Powers left to what cubes ask: Node's `Response` computes with one of them, stores take checksums with another. */
export function sparedBy(cube: AnyCube): readonly string[] {
  return [
    ...(Object.keys(cube.services).length === 0 ? [] : ["Math.pow"]),
    ...(cube.needs.includes("stores") ? ["crypto.subtle"] : []),
  ]
}

/** The part of a case's host that stands for the network: nothing for a cube without services. */
export function networkOf(
  cube: AnyCube,
  { replies = {}, services, secrets = [] }: Case,
): Pick<HostWish, "http" | "secrets"> {
  if (Object.keys(cube.services).length === 0) return {}
  // Node loads its replies when the first is made, and nothing can be loaded while powers are taken away.
  void new Response()
  const origins = Object.entries(cube.services).map(([name, { origin }]) => services?.[name] ?? origin)
  return {
    http: ({ method, url }) => answer(replies, `${method} ${url}`),
    secrets: Object.fromEntries(secrets.map((name) => [name, { value: name, cubes: [cube.id], origins }])),
  }
}

function answer(replies: NonNullable<Case["replies"]>, request: string): Response {
  const reply = Object.hasOwn(replies, request) ? replies[request] : undefined
  // As a network would that leads nowhere; its words say what was asked, for who writes the case.
  if (!reply) throw new TypeError(`Nothing answers ${request}`)
  const { status = 200, headers = {}, body } = reply
  const typed = { ...(body === undefined ? {} : { "content-type": mediaType(body) }), ...headers }
  return new Response(textOf(body), { status, headers: typed })
}

type Reply = NonNullable<Case["replies"]>[string]

function mediaType(body: Reply["body"]): string {
  return typeof body === "string" ? "text/plain; charset=utf-8" : "application/json"
}

function textOf(body: Reply["body"]): string | null {
  if (body === undefined) return null
  return typeof body === "string" ? body : JSON.stringify(body)
}

/** The `services` of a document that places the case's cube. */
export function servicesOf({ services }: Case): Pick<CompositionDocument, "services"> {
  if (!services) return {}
  return { services: Object.fromEntries(Object.entries(services).map(([name, origin]) => [name, { origin }])) }
}
