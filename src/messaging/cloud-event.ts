import {
  type CloudEvent,
  CubeError,
  checkValue,
  decodeJson,
  isCubeError,
  TOPIC_PATTERN,
  type Value,
} from "cubular/contract"
import { event_malformed } from "cubular/messages/en"

/** What an attribute takes, in words, and whether a value is that. */
type Attribute = readonly [takes: string, isRight: (text: string) => boolean]

const most = (units: number, pattern: RegExp): ((text: string) => boolean) => {
  return (text) => text.length > 0 && text.length <= units && pattern.test(text)
}

/** Texts without control characters and halves of pairs, as CloudEvents has them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const PLAIN = /^[^\u0000-\u001f\u007f-\u009f\ud800-\udfff]*$/u
const URI_REFERENCE = /^[!#-;=?-[\]_a-z~%]+$/
const DATE_TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;\s*[\w!#$&^.+-]+=("[^"]*"|[^\s;"]+))*$/

const required: { readonly [name: string]: Attribute } = {
  specversion: ['"1.0"', (text) => text === "1.0"],
  id: ["a text, 1 to 256 characters", most(256, PLAIN)],
  source: ["a URI reference, 1 to 512 characters", most(512, URI_REFERENCE)],
  type: ["a topic: a letter, then letters, digits and . _ / : -, up to 128", (text) => TOPIC_PATTERN.test(text)],
}

const requiredEntries = /* @__PURE__ */ Object.entries(required)

const optional: { readonly [name: string]: Attribute } = {
  subject: ["a text, 1 to 512 characters", most(512, PLAIN)],
  time: ["a time as in RFC 3339", (text) => DATE_TIME.test(text)],
  datacontenttype: ["a media type", most(256, MEDIA_TYPE)],
  dataschema: [
    "an absolute URI, 1 to 512 characters",
    (text) => most(512, URI_REFERENCE)(text) && /^[a-z][\w+.-]*:/i.test(text),
  ],
  partitionkey: ["a text, 1 to 127 characters", most(127, PLAIN)],
}

/**
 * Reads a CloudEvent 1.0 in its JSON form, as strictly as everything from outside: `data` is a value in the JSON form of
 * values, `data_base64` bytes. Extensions are kept.
 *
 * @throws {CubeError} `event_malformed`; the path leads to the attribute.
 */
export function parseEvent(given: unknown): CloudEvent {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return refuse("", "{ … }")
  const { data, data_base64: base64, ...attributes } = given as { readonly [name: string]: unknown }
  const event = checkAttributes(attributes)
  if (data !== undefined && base64 !== undefined && base64 !== null) refuse("data_base64", "no data beside it")
  if (base64 !== undefined && base64 !== null) return { ...event, data: fromBase64(base64) }
  return data === undefined ? event : { ...event, data: readData(data) }
}

/** A message of one's own, as it is to be sent. @throws {CubeError} `event_malformed`. */
export function checkEvent(event: CloudEvent): CloudEvent {
  checkRequired(event as unknown as Attributes)
  for (const [name, value] of Object.entries(event))
    if (name !== "data" && value !== undefined && !Object.hasOwn(required, name)) checkOptional(name, value)
  const finding = event.data === undefined ? undefined : checkValue(event.data)
  if (finding) {
    const params = { attribute: "data", takes: "a value" }
    throw new CubeError({ ...event_malformed, path: ["data", ...finding.path], params })
  }
  return event
}

type Attributes = { readonly [name: string]: unknown }

function checkRequired(given: Attributes): void {
  for (const [name, [takes, isRight]] of requiredEntries) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (typeof value !== "string" || !isRight(value)) refuse(name, takes)
  }
}

function checkAttributes(given: Attributes): CloudEvent {
  checkRequired(given)
  // What is null is as if it were not there, in the JSON form of CloudEvents.
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined)
  for (const [name, value] of entries) if (!Object.hasOwn(required, name)) checkOptional(name, value)
  return Object.fromEntries(entries) as unknown as CloudEvent
}

function checkOptional(name: string, value: unknown): void {
  const known = Object.hasOwn(optional, name) ? optional[name] : undefined
  if (known) {
    if (typeof value !== "string" || !known[1](value)) refuse(name, known[0])
    return
  }
  if (!/^[a-z0-9]{1,20}$/.test(name)) refuse(name.slice(0, 40), "names of a to z and 0 to 9, up to 20")
  const isWhole = Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647
  const isText = typeof value === "string" && value.length <= 1024 && PLAIN.test(value)
  if (!isWhole && !isText && typeof value !== "boolean")
    refuse(name, "a text up to 1,024 characters, a whole number, true or false")
}

function readData(json: unknown): Value {
  try {
    return decodeJson(json as never, ["data"])
  } catch (error) {
    const path = isCubeError(error) ? error.path : ["data"]
    throw new CubeError({ ...event_malformed, path, params: { attribute: "data", takes: "JSON" }, cause: error })
  }
}

function fromBase64(text: unknown): Uint8Array {
  try {
    return decodeJson({ $bytes: ["u8", text as string] }, ["data_base64"]) as Uint8Array
  } catch {
    return refuse("data_base64", "base64")
  }
}

function refuse(attribute: string, takes: string): never {
  throw new CubeError({
    ...event_malformed,
    path: attribute === "" ? [] : [attribute],
    params: { attribute: attribute === "" ? "The whole" : attribute, takes },
  })
}
