import type { Traces } from "cubular/telemetry"

/** A collector that is slower is not waited for. */
const PATIENCE_MS = 5000

/** Posts spans to an OTLP collector, if there are any. Never rejects: runs do not suffer from a collector that is away. */
export async function sendSpans(traces: Traces, url: string, token: string | undefined): Promise<void> {
  if (traces.resourceSpans.length === 0) return
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(traces),
      // A redirect could carry the token to another server.
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    await response.body?.cancel()
    if (!response.ok) console.warn(JSON.stringify({ message: "spans refused", status: response.status }))
  } catch (error) {
    console.warn(JSON.stringify({ message: "spans not sent", name: error instanceof Error ? error.name : "unknown" }))
  }
}
