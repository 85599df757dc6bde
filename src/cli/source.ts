import { readFile, stat } from "node:fs/promises"
import { type CompositionDocument, CubeError, isCubeError, type Json } from "cubular"
import { catalog } from "cubular/cubes"
import { parseJson } from "cubular/gateway"
import {
  composition_unknown,
  file_too_large,
  file_unreadable,
  input_key_doubled,
  input_not_json,
  input_not_utf8,
  record_malformed,
  value_too_deep,
} from "cubular/messages/en"
import type { Streams } from "./print.ts"

/** Largest document or input read from a file or stdin, in bytes. The kernel's own limit (2 MB) comes first for documents. */
const MOST_BYTES = 64 * 1024 * 1024

/** Levels a value may have: the engine's own default. */
const VALUE_LEVELS = 64

/** Levels of a record: documents and values stand a few levels inside. */
const RECORD_LEVELS = 128

/** A shipped composition, or the bytes of a file: the kernel decodes them, and says where they are no UTF-8. */
export type Source =
  | { readonly id: string; readonly given: CompositionDocument }
  | { readonly id?: undefined; readonly given: Uint8Array }

/** An argument that names a file, not a composition. */
export const isPath = (argument: string): boolean => /[./\\]/.test(argument)

/** A shipped composition by id, or a file. */
export async function readSource(argument: string): Promise<Source> {
  const shipped = catalog.documents().find(({ id }) => id === argument)
  if (shipped !== undefined) return { id: argument, given: shipped }
  if (!isPath(argument)) {
    const ids = catalog.documents().map(({ id }) => id)
    throw new CubeError({ ...composition_unknown, params: { id: argument, ids } })
  }
  return { given: await readBytes(argument) }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > MOST_BYTES) throw tooLarge(file, size)
    return await readFile(file)
  } catch (cause) {
    if (isCubeError(cause)) throw cause
    const reason = (cause as NodeJS.ErrnoException).code ?? "unknown"
    throw new CubeError({ ...file_unreadable, params: { file, reason }, cause })
  }
}

const tooLarge = (file: string, bytes: number): CubeError =>
  new CubeError({ ...file_too_large, params: { file, bytes, limit: MOST_BYTES } })

/** Text without its byte order mark, or undefined where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The text of a file.
 *
 * @throws {CubeError} `file_unreadable`, `file_too_large`, `input_not_utf8`.
 */
export async function readText(file: string): Promise<string> {
  const text = decodeUtf8(await readBytes(file))
  if (text === undefined) throw new CubeError(input_not_utf8)
  return text
}

/** `--input`: JSON itself, "@file", or "-" for stdin. Absent = no inputs. */
export async function readInputs(argument: string | undefined, streams: Streams): Promise<Json> {
  if (argument === undefined) return {}
  if (argument === "-") return parseInputs(await readAll(streams.in))
  return parseInputs(argument.startsWith("@") ? await readBytes(argument.slice(1)) : Buffer.from(argument))
}

async function readAll(input: Streams["in"]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    size += chunk.byteLength
    if (size > MOST_BYTES) throw tooLarge("stdin", size)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/**
 * Inputs in the encoded form of values, from UTF-8.
 *
 * @throws {CubeError} `input_not_utf8`, `input_not_json` (also for anything but an object), `input_key_doubled`,
 *   `value_too_deep`; the path begins with "inputs".
 */
export function parseInputs(bytes: Uint8Array): Json {
  const text = decodeUtf8(bytes)
  if (text === undefined) throw new CubeError({ ...input_not_utf8, path: ["inputs"] })
  const value = parseStrictly(text)
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value
  throw new CubeError({ ...input_not_json, path: ["inputs"] })
}

function parseStrictly(text: string): Json {
  try {
    // Bytes are written as a list inside an object, one level more than the value has.
    return parseJson(text, VALUE_LEVELS + 1)
  } catch (cause) {
    const { code, path } = cause as CubeError
    const at = { path: ["inputs", ...(path ?? [])] }
    if (code === "body_key_doubled") throw new CubeError({ ...input_key_doubled, ...at })
    if (code === "body_too_deep") throw new CubeError({ ...value_too_deep, ...at, params: { max: VALUE_LEVELS } })
    throw new CubeError({ ...input_not_json, ...at, cause })
  }
}

/**
 * What a record file holds; `replay` looks at its shape.
 *
 * @throws {CubeError} `record_malformed` for what is no strict JSON in UTF-8.
 */
export async function readRecord(file: string): Promise<Json> {
  const text = decodeUtf8(await readBytes(file))
  if (text === undefined) throw new CubeError(record_malformed)
  try {
    return parseJson(text, RECORD_LEVELS)
  } catch (cause) {
    throw new CubeError({ ...record_malformed, path: isCubeError(cause) ? cause.path : [], cause })
  }
}
