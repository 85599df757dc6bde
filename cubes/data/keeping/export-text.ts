import { sha256 } from "@noble/hashes/sha2.js"
import { CubeError, type Json } from "cubular/contract"
import { export_checksum, export_count, export_unreadable } from "cubular/messages/en"

/** What an export holds: the records of a table, or the values of a kv store. */
export type ExportHead =
  | { readonly kind: "records"; readonly name: string; readonly version: number; readonly key: string }
  | { readonly kind: "kv"; readonly name: string; readonly prefix: string }

export type ExportRow = { readonly [name: string]: Json }

/** What goes before and after the rows. */
export interface ExportEnd {
  readonly rows: number
  /** SHA-256 of all bytes before the last line, in lower-case hex. */
  readonly sha256: string
}

/**
 * NDJSON: a line that says what it is, a line per row, and a line with their number and the SHA-256 of all before it. Names
 * stand in the order of their code units, so equal rows have equal bytes wherever they come from.
 */
export function toExport(
  head: ExportHead,
  rows: readonly ExportRow[],
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly end: ExportEnd } {
  const lines = [{ cubular: "export", format: 1, ...head }, ...rows].map((each) => `${sortedText(each)}\n`)
  const body = new TextEncoder().encode(lines.join(""))
  const end = { rows: rows.length, sha256: digestOf(body) }
  const last = new TextEncoder().encode(endLine(end))
  const bytes = new Uint8Array(body.length + last.length)
  bytes.set(body)
  bytes.set(last, body.length)
  return { bytes, end }
}

/**
 * Reads an export, all of it before anything is given.
 *
 * @throws {CubeError} `export_unreadable`, `export_checksum`, `export_count`.
 */
export function fromExport(bytes: Uint8Array): { readonly head: ExportHead; readonly rows: readonly ExportRow[] } {
  const last = bytes.lastIndexOf(10, bytes.length - 2) + 1
  const body = bytes.subarray(0, last)
  const lines = textOf(body).split("\n")
  const end = objectAt(textOf(bytes.subarray(last)), lines.length) as Partial<ExportEnd>
  // As it was written, to the byte: nothing of an export may be another and pass.
  if (endLine(end as ExportEnd) !== textOf(bytes.subarray(last))) throw unreadable(lines.length)
  if (digestOf(body) !== end.sha256) throw new CubeError(export_checksum)
  const rows = lines.slice(0, -1).map((line, at) => objectAt(line, at + 1))
  const [head, ...rest] = rows
  if (head?.cubular !== "export" || head.format !== 1) throw unreadable(1)
  if (rest.length !== end.rows)
    throw new CubeError({ ...export_count, params: { said: Number(end.rows), rows: rest.length } })
  return { head: head as unknown as ExportHead, rows: rest }
}

function endLine({ rows, sha256 }: ExportEnd): string {
  return `${JSON.stringify({ rows, sha256 })}\n`
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw unreadable(1)
  }
}

function objectAt(line: string, number: number): ExportRow {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as ExportRow
  } catch {
    // Told below.
  }
  throw unreadable(number)
}

export function unreadable(line: number): CubeError {
  return new CubeError({ ...export_unreadable, params: { line } })
}

/** JSON text with names in the order of their code units. */
export function sortedText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(sortedText).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const members = Object.entries(value as ExportRow).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, part]) => `${JSON.stringify(name)}:${sortedText(part)}`).join(",")}}`
}

/** SHA-256 in lower-case hex. */
export function digestOf(bytes: Uint8Array): string {
  return Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("")
}
