import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { Readable } from "node:stream"
import { CubeError } from "cubular"
import { createHost } from "cubular/host/node"
import { backup_target_failed, backup_targets_refused } from "cubular/messages/en"
import * as z from "zod"
import type { Env } from "./access.ts"
import { readText } from "./source.ts"

const folder = z.strictObject({
  name: z.string().min(1),
  kind: z.literal("folder"),
  path: z.string().min(1),
  /** In another building: a mounted share, say. */
  elsewhere: z.boolean().optional(),
})
const http = z.strictObject({
  name: z.string().min(1),
  kind: z.literal("http"),
  /** A place that takes `PUT <url>/<name>`: a bucket, a WebDAV folder. */
  url: z.url({ protocol: /^https?$/ }),
  elsewhere: z.boolean().optional(),
  /** "env:NAME" or "@file": sent as a bearer token. */
  token: z
    .string()
    .regex(/^(env:|@)./)
    .optional(),
})
const targetsFile = z.strictObject({ targets: z.array(z.discriminatedUnion("kind", [folder, http])).min(1) })

export type Target = z.output<typeof targetsFile>["targets"][number]

/** A finished backup on this machine. */
export interface Parcel {
  readonly file: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/**
 * Reads a file of targets and holds it to the rule of 3-2-1: three places, of two kinds, one of them elsewhere.
 *
 * @throws {CubeError} `backup_targets_refused`, `file_unreadable`, `file_too_large`, `input_not_utf8`.
 */
export async function readTargets(file: string): Promise<readonly Target[]> {
  const { success, data, error } = targetsFile.safeParse(jsonOf(await readText(file)))
  if (!success) {
    const [issue] = error.issues
    throw refused(file, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`)
  }
  const { targets } = data
  const places = new Set(targets.map((target) => (target.kind === "folder" ? resolve(target.path) : target.url)))
  const names = new Set(targets.map(({ name }) => name))
  const kinds = new Set(targets.map(({ kind }) => kind))
  if (names.size < targets.length) throw refused(file, "each name once")
  if (places.size < 3) throw refused(file, `3 places (there are ${places.size})`)
  if (kinds.size < 2) throw refused(file, "2 kinds: folder, http")
  if (!targets.some(({ elsewhere }) => elsewhere)) throw refused(file, "1 with elsewhere: true")
  return targets
}

const refused = (file: string, takes: string): CubeError =>
  new CubeError({ ...backup_targets_refused, params: { file, takes } })

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Brings a backup to a target: whole, and read back, or not at all.
 *
 * @throws {CubeError} `backup_target_failed`, what the host's http power refuses with.
 */
export function deliver(parcel: Parcel, target: Target, origins: readonly string[], env: Env): Promise<void> {
  return target.kind === "folder" ? toFolder(parcel, target) : toHttp(parcel, target, origins, env)
}

async function toFolder(parcel: Parcel, { name, path }: Extract<Target, { kind: "folder" }>): Promise<void> {
  const [partial, whole] = [join(path, `.${parcel.name}.partial`), join(path, parcel.name)]
  try {
    await mkdir(path, { recursive: true })
    await copyFile(parcel.file, partial)
    const handle = await open(partial, "r+")
    await handle.sync().finally(() => handle.close())
    if ((await sha256Of(partial)) !== parcel.sha256) throw new Error("read back differently")
    await rename(partial, whole)
  } catch (cause) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw failed(name, cause)
  }
}

async function toHttp(
  parcel: Parcel,
  { name, url, token }: Extract<Target, { kind: "http" }>,
  privateOrigins: readonly string[],
  env: Env,
): Promise<void> {
  const bearer = token?.startsWith("@") ? (await readText(token.slice(1))).trim() : env[token?.slice(4) ?? ""]
  if (token !== undefined && !bearer) throw failed(name, new Error(`no token in ${token}`))
  const body = Readable.toWeb(createReadStream(parcel.file)) as ReadableStream<Uint8Array>
  const headers = { "content-length": String(parcel.bytes), "content-type": "application/octet-stream" }
  const place = `${url.replace(/\/$/, "")}/${parcel.name}`
  const request = {
    method: "PUT",
    body,
    duplex: "half",
    headers: bearer ? { ...headers, authorization: `Bearer ${bearer}` } : headers,
  }
  const { http } = createHost({ privateOrigins })
  const { ok, status } = await http(new Request(place, request as RequestInit)).catch((cause: unknown) => {
    throw failed(name, cause)
  })
  if (!ok) throw failed(name, new Error(`HTTP ${status}`))
}

const failed = (name: string, cause: unknown): CubeError =>
  new CubeError({ ...backup_target_failed, params: { name, reason: (cause as Error).message }, cause })

/** SHA-256 of a file in lower-case hex. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256")
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest("hex")
}
