import type { Case, Json } from "cubular"
import type { Stage } from "./world.ts"

/** As those of worked examples. */
export type Replies = NonNullable<Case["replies"]>

/** Stands in for the services of somebody's composition, and watches what it is asked to write. */
export class StandIn {
  private readonly stage: Stage
  private readonly replies: Replies
  /** What was written under an idempotency key. */
  private readonly written = new Map<string, string>()

  constructor(stage: Stage, replies: Replies) {
    this.stage = stage
    this.replies = replies
  }

  async answer(request: Request): Promise<Response> {
    const { draws, trace } = this.stage
    const { method, url, headers } = request
    const text = method === "GET" || method === "HEAD" ? "" : await request.clone().text()
    const key = headers.get("idempotency-key")
    if (key !== null) this.write(key, `${method} ${url} ${text}`)
    const drawn = draws.below(100)
    if (drawn < 10) {
      const status = drawn < 6 ? 503 : drawn < 9 ? 429 : 500
      trace.fault("thrown", `status ${status}`)
      return new Response(null, { status })
    }
    return this.reply(`${method} ${url}`)
  }

  private write(key: string, what: string): void {
    const before = this.written.get(key)
    this.written.set(key, what)
    const same = before === undefined || before === what
    this.stage.trace.expect("one idempotency key, one write", same, () => `${key} for “${before}” and “${what}”`)
  }

  private reply(request: string): Response {
    const {
      status = 200,
      headers = {},
      body = {},
    } = Object.hasOwn(this.replies, request) ? (this.replies[request] ?? {}) : {}
    const type = typeof body === "string" ? "text/plain; charset=utf-8" : "application/json"
    return new Response(textOf(body as Json), { status, headers: { "content-type": type, ...headers } })
  }
}

function textOf(body: Json): string {
  return typeof body === "string" ? body : JSON.stringify(body)
}
