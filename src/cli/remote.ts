import {
  CubeError,
  type CubeErrorJson,
  decodeJson,
  encodeJson,
  isCubeError,
  type RunResult,
  type Values,
} from "cubular"
import { createClient, type ExecuteReply } from "cubular/gateway"
import { composition_invalid, deadline_exceeded, url_refused, url_takes_ids } from "cubular/messages/en"
import type { Parsed } from "./args.ts"
import type { Streams } from "./print.ts"
import { isPath, readInputs } from "./source.ts"

/** Time the client waits beyond a deadline of ours, so that it is the deadline that is reported. */
const GRACE_MS = 1000

/**
 * `cubular run <id> --url URL`: the same run on a gateway. What the gateway says is in the reply.
 *
 * @throws {CubeError} for wrong usage: `url_refused`, `url_takes_ids`, and what `readInputs` refuses.
 */
export async function runRemotely(
  id: string,
  values: Parsed["values"],
  timeoutMs: number | undefined,
  streams: Streams,
): Promise<ExecuteReply> {
  const url = readUrl(values.url as string)
  if (isPath(id)) throw new CubeError({ ...url_takes_ids, params: { argument: id } })
  const encoded = await readInputs(values.input as string | undefined, streams)
  const client = createClient({
    url,
    ...(typeof values.token === "string" ? { token: values.token } : {}),
    ...(timeoutMs === undefined ? {} : { timeoutMs: timeoutMs + GRACE_MS }),
  })
  const signal = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs)
  try {
    const inputs = decodeJson(encoded, ["inputs"]) as Values
    const result = await client.run(id, inputs, { fingerprint: true, ...(signal === undefined ? {} : { signal }) })
    return { ok: true, ...withoutRecord(result) }
  } catch (cause) {
    if (isCubeError(cause)) return failed(cause)
    if (!signal?.aborted) throw cause
    return failed(new CubeError({ ...deadline_exceeded, params: { deadlineMs: timeoutMs as number }, cause }))
  }
}

function failed(error: CubeError): ExecuteReply {
  const { issues, ...said } = error.toJSON() as CubeErrorJson
  if (error.code === composition_invalid.code && issues !== undefined) return { ok: false, issues }
  return { ok: false, ...(error.result === undefined ? {} : withoutRecord(error.result as RunResult)), error: said }
}

function withoutRecord({ outputs, record: _, ...rest }: RunResult): Omit<ExecuteReply, "ok"> {
  return { outputs: encodeJson(outputs), ...rest }
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url
  throw new CubeError({ ...url_refused, params: { url: text } })
}
