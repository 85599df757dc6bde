import { type CloudEvent, CubeError, isCubeError, PUBLISH_LIMIT } from "cubular/contract"
import { event_malformed, event_type_refused, topic_not_taken } from "cubular/messages/en"
import { type Broker, parseEvent } from "cubular/messaging"
import { decodeText } from "./body.ts"
import { jsonHeaders } from "./headers.ts"
import { parseBody } from "./parse.ts"

const STRUCTURED = "application/cloudevents+json"
const BATCH = "application/cloudevents-batch+json"

/**
 * Reads the CloudEvents of a request: one in structured or binary mode, or a batch.
 *
 * @param depth - Levels of nesting of a body.
 * @throws {CubeError} `event_type_refused`, `event_malformed`, `body_not_json`, `body_key_doubled`, `body_too_deep`.
 */
export function readEvents(headers: Headers, bytes: Uint8Array, depth: number): readonly CloudEvent[] {
  const contentType = headers.get("content-type") ?? ""
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? ""
  if (type === STRUCTURED) return [parseEvent(parseBody(bytes, depth))]
  if (type === BATCH) return readBatch(parseBody(bytes, depth + 1))
  // Of other formats of events we know none.
  if (type.startsWith("application/cloudevents") || !headers.has("ce-specversion"))
    throw new CubeError(event_type_refused)
  return [readBinary(headers, contentType, type, bytes, depth)]
}

function readBatch(list: unknown): readonly CloudEvent[] {
  if (!Array.isArray(list) || list.length === 0 || list.length > PUBLISH_LIMIT)
    throw new CubeError({
      ...event_malformed,
      params: { attribute: "The batch", takes: `1 to ${PUBLISH_LIMIT} events` },
    })
  return list.map((each, index) => {
    try {
      return parseEvent(each)
    } catch (error) {
      if (!isCubeError(error)) throw error
      throw new CubeError({ ...event_malformed, path: [index, ...error.path], params: error.params })
    }
  })
}

function readBinary(headers: Headers, contentType: string, type: string, bytes: Uint8Array, depth: number): CloudEvent {
  const attributes: { [name: string]: string | boolean } = {}
  for (const [header, value] of headers)
    if (header.startsWith("ce-")) attributes[header.slice(3)] = decodeHeader(header.slice(3), value)
  if (bytes.length === 0) return parseEvent(attributes)
  const own = { ...attributes, ...(contentType === "" ? {} : { datacontenttype: contentType }) }
  if (type === "application/json" || type.endsWith("+json"))
    return parseEvent({ ...own, data: parseBody(bytes, depth) })
  if (type.startsWith("text/")) return { ...parseEvent(own), data: decodeText(bytes) }
  return { ...parseEvent(own), data: bytes.slice() }
}

/** Header values are percent-encoded where they are not plain. */
function decodeHeader(attribute: string, value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    const params = { attribute: attribute.slice(0, 40), takes: "percent-encoded UTF-8" }
    throw new CubeError({ ...event_malformed, path: [attribute.slice(0, 40)], params })
  }
}

/** All of them, or none where nobody listens to one. @throws {CubeError} `topic_not_taken`, and what publishing throws. */
export async function takeEvents(broker: Broker, events: readonly CloudEvent[]): Promise<Response> {
  for (const { type } of events)
    if (broker.listenersOf(type).length === 0)
      throw new CubeError({ ...topic_not_taken, params: { topic: type, topics: broker.topics } })
  await broker.publish(events)
  const items = events.map(({ id, source }) => ({ id, source }))
  return new Response(JSON.stringify({ items }), { status: 202, headers: jsonHeaders })
}
