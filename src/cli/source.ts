import { readFile, stat } from "node:fs/promises"
import { CubeError, isCubeError, type Json } from "cubular"
import { catalog } from "cubular/cubes"
import type { ExecuteRequest } from "cubular/gateway"
import { composition_unknown, file_too_large, file_unreadable, input_not_json } from "cubular/messages/en"
import type { Streams } from "./print.ts"

/** Largest document or input read from a file or stdin, in bytes. The kernel's own limit (2 MB) comes first for documents. */
const MOST_BYTES = 64 * 1024 * 1024

/** A shipped composition by id, or the text of a file. */
export async function readSource(argument: string): Promise<ExecuteRequest["source"]> {
  if (catalog.documents().some(({ id }) => id === argument)) return { id: argument }
  if (!/[./\\]/.test(argument)) {
    const ids = catalog.documents().map(({ id }) => id)
    throw new CubeError({ ...composition_unknown, params: { id: argument, ids } })
  }
  return { text: await readText(argument) }
}

/** A file as text. Bytes that are not UTF-8 become U+FFFD; the scanner says where. */
export async function readText(file: string): Promise<string> {
  const bytes = await guarded(file, async () => {
    const { size } = await stat(file)
    if (size > MOST_BYTES) throw new CubeError({ ...file_too_large, params: { file, bytes: size, limit: MOST_BYTES } })
    return readFile(file)
  })
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
}

async function guarded<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    if (isCubeError(cause)) throw cause
    const reason = (cause as NodeJS.ErrnoException).code ?? "unknown"
    throw new CubeError({ ...file_unreadable, params: { file, reason }, cause })
  }
}

/** `--input`: JSON itself, "@file", or "-" for stdin. Absent = no inputs. */
export async function readInputs(argument: string | undefined, streams: Streams): Promise<Json> {
  if (argument === undefined) return {}
  if (argument === "-") return parseInputs(await readAll(streams.in))
  return parseInputs(argument.startsWith("@") ? await readText(argument.slice(1)) : argument)
}

async function readAll(input: Streams["in"]): Promise<string> {
  const decoder = new TextDecoder()
  let text = ""
  for await (const chunk of input) {
    text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true })
    if (text.length > MOST_BYTES)
      throw new CubeError({ ...file_too_large, params: { file: "stdin", bytes: text.length, limit: MOST_BYTES } })
  }
  return text + decoder.decode()
}

/**
 * Inputs from a JSON text, in the encoded form of values.
 *
 * @throws {CubeError} `input_not_json` with what the text is instead of an object.
 */
export function parseInputs(text: string): Json {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (cause) {
    throw new CubeError({ ...input_not_json, path: ["inputs"], cause })
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value
  throw new CubeError({ ...input_not_json, path: ["inputs"] })
}
