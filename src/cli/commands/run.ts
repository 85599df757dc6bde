import { writeFile } from "node:fs/promises"
import { CubeError, findDifference, type Json, validate } from "cubular"
import { catalog } from "cubular/cubes"
import type { ExecuteReply, ExecuteRequest } from "cubular/gateway"
import { file_unwritable, hosts_repeated, jsonl_one_host, option_needs, options_conflict } from "cubular/messages/en"
import { type Access, readAccess } from "../access.ts"
import { milliseconds, oneOf, readArgs } from "../args.ts"
import { dataFolder } from "../data-folder.ts"
import { usages } from "../help.ts"
import { describeReply, type RunSummary } from "../human.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { inLanguage, printJson } from "../print.ts"
import { runRemotely } from "../remote.ts"
import type { HostName, Session } from "../session.ts"
import { decodeUtf8, readInputs, readSource } from "../source.ts"
import { runLines } from "./run-lines.ts"

/** Hosts that run in a thread of ours, from which items come one by one. */
const threads: readonly HostName[] = ["memory", "node"]
const hostNames: readonly HostName[] = ["memory", "node", "workerd", "chromium"]

/** Time a run gets beyond its deadline before its thread, process or page is ended. */
const GRACE_MS = 1000

/** `cubular run`: one run on one or more hosts, or one run per line of stdin. */
export async function run(invocation: Invocation): Promise<ExitCode> {
  const { streams } = invocation
  const { positionals, values, lists } = readArgs(invocation.args, options, { least: 1, most: 1, usage: usages.run })
  const argument = positionals[0] as string
  const timeoutMs = milliseconds("timeout", values.timeout)
  checkTogether({ ...values, ...lists })
  if (typeof values.url === "string") {
    const reply = await runRemotely(argument, values, timeoutMs, streams)
    return report(invocation, ["node"], [reply], values.human === true)
  }
  const source = await readSource(argument)
  const { given, id } = source
  const hosts = readHosts(values.host)
  const { secret = [], "allow-origin": origins = [] } = lists
  for (const option of [...Object.keys(lists), ...(values.data === undefined ? [] : ["data"])])
    if (hosts.some((host) => host !== "node"))
      throw new CubeError({ ...option_needs, params: { option: `--${option}`, other: "--host node" } })
  const asked = await readAccess(source, secret, origins, invocation.env)
  // Hosts that are compared begin alike, with nothing kept.
  const access = hosts.length > 1 ? asked : { ...asked, data: dataFolder(values) }
  const wants: NonNullable<ExecuteRequest["options"]> = {
    ...(timeoutMs === undefined ? {} : { deadlineMs: timeoutMs }),
    // Where hosts differ is found by comparing what they recorded.
    ...(values.record !== undefined || hosts.length > 1 ? { record: true } : {}),
    ...(values.events ? { events: true } : {}),
    ...(typeof values.id === "string" ? { id: values.id } : {}),
    ...(typeof values.stream === "string" ? { stream: values.stream } : {}),
  }
  if (values.stream !== undefined && (hosts.length > 1 || !threads.includes(hosts[0] as HostName)))
    throw new CubeError({ ...option_needs, params: { option: "--stream", other: "--host node | memory" } })
  if (values.jsonl && hosts.length > 1) throw new CubeError(jsonl_one_host)
  const inputs = values.jsonl ? {} : await readInputs(values.input as string | undefined, streams)
  const text = id === undefined ? decodeUtf8(given) : undefined
  const target = id === undefined ? { text: text ?? "" } : { id }
  // Lines are read only for a document that can run; bytes that are no text have no other way to be told of.
  if (values.jsonl || (id === undefined && text === undefined)) {
    const issues = await validate(given, catalog)
    if (issues.some(({ severity }) => severity === "error"))
      return report(invocation, hosts, [{ ok: false, issues }], values.human === true)
  }
  const guardMs = timeoutMs === undefined ? undefined : timeoutMs + GRACE_MS
  const sessions = await openAll(invocation, hosts, guardMs, access)
  try {
    if (values.jsonl)
      return await runLines(invocation, sessions[0] as Session, { source: target, inputs, options: wants })
    const take = (item: Json): void | Promise<void> => printJson(streams, item)
    const replies = await Promise.all(
      sessions.map((session) => session.run({ source: target, inputs, options: wants }, take)),
    )
    if (typeof values.record === "string") await save(values.record, replies[0]?.record)
    for (const event of replies[0]?.events ?? []) streams.err(`${JSON.stringify(event)}\n`)
    // Items have stdout to themselves.
    const result =
      values.stream === undefined ? invocation : { ...invocation, streams: { ...streams, out: streams.err } }
    return await report(result, hosts, replies, values.human === true)
  } finally {
    await Promise.all(sessions.map((session) => session.close()))
  }
}

/** Options that would be passed over in silence are refused. */
function checkTogether(values: { readonly [option: string]: unknown }): void {
  for (const [name, others] of conflicts) {
    const other = values[name] === undefined ? undefined : others.find((one) => values[one] !== undefined)
    if (other !== undefined)
      throw new CubeError({ ...options_conflict, params: { option: `--${other}`, other: `--${name}` } })
  }
  if (values.token !== undefined && values.url === undefined)
    throw new CubeError({ ...option_needs, params: { option: "--token", other: "--url" } })
}

const conflicts = [
  ["url", ["record", "events", "jsonl", "stream", "host", "data", "id", "secret", "allow-origin"]],
  ["jsonl", ["input", "record", "events", "human", "stream", "id"]],
] as const

const options = {
  input: { type: "string" },
  host: { type: "string" },
  record: { type: "string" },
  events: { type: "boolean" },
  human: { type: "boolean" },
  timeout: { type: "string" },
  jsonl: { type: "boolean" },
  stream: { type: "string" },
  data: { type: "string" },
  id: { type: "string" },
  url: { type: "string" },
  token: { type: "string" },
  secret: { type: "string", multiple: true },
  "allow-origin": { type: "string", multiple: true },
} as const

function readHosts(value: string | boolean | undefined): HostName[] {
  const names = typeof value === "string" ? value.split(",") : ["node"]
  const hosts = names.map((name) => oneOf("host", name.trim(), hostNames) as HostName)
  if (new Set(hosts).size === hosts.length) return hosts
  throw new CubeError({ ...hosts_repeated, params: { hosts } })
}

/** All or none: a runtime that does not start closes those that did. */
async function openAll(
  { sessions }: Invocation,
  hosts: readonly HostName[],
  guardMs: number | undefined,
  access: Access,
): Promise<Session[]> {
  const opened = await Promise.allSettled(hosts.map((host) => sessions[host](guardMs, access)))
  const failed = opened.find((one) => one.status === "rejected")
  const ready = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
  if (failed === undefined) return ready
  await Promise.all(ready.map((session) => session.close()))
  throw failed.reason
}

async function save(file: string, record: ExecuteReply["record"]): Promise<void> {
  if (record === undefined) return
  try {
    await writeFile(file, `${JSON.stringify(record, null, 2)}\n`)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "unknown"
    throw new CubeError({ ...file_unwritable, params: { file, reason }, cause })
  }
}

async function report(
  { streams, lang }: Invocation,
  hosts: readonly HostName[],
  replies: readonly ExecuteReply[],
  human: boolean,
): Promise<ExitCode> {
  const refused = replies.find((reply) => reply.issues !== undefined)
  const summary = refused ? summarise(refused, lang) : compare(hosts, replies, lang)
  await (human ? streams.out(describeReply(summary, lang)) : printJson(streams, summary))
  if (refused) return 2
  if (summary.same === false) return 3
  return summary.ok ? 0 : 1
}

/** What is printed of a reply, in the reader's language. */
function summarise({ record, events, ...reply }: ExecuteReply, lang: Invocation["lang"]): RunSummary {
  return {
    ...reply,
    ...(reply.steps === undefined ? {} : { steps: stepsIn(reply.steps, lang) }),
    ...(reply.error === undefined ? {} : { error: inLanguage(reply.error, lang) }),
    ...(reply.issues === undefined ? {} : { issues: reply.issues.map((issue) => inLanguage(issue, lang)) }),
  }
}

function stepsIn(steps: NonNullable<ExecuteReply["steps"]>, lang: Invocation["lang"]): typeof steps {
  const said = Object.entries(steps).map(([path, step]) => [
    path,
    step.error === undefined ? step : { ...step, error: inLanguage(step.error, lang) },
  ])
  return Object.fromEntries(said)
}

function compare(hosts: readonly HostName[], replies: readonly ExecuteReply[], lang: Invocation["lang"]): RunSummary {
  const first = replies[0] as ExecuteReply
  if (hosts.length === 1) return summarise(first, lang)
  const other = replies.find((reply) => sign(reply) !== sign(first))
  const difference = other?.record && first.record ? findDifference(first.record, other.record) : undefined
  const { fingerprint: _, steps: __, ...shared } = summarise(replies.find((reply) => !reply.ok) ?? first, lang)
  return {
    ...shared,
    ok: replies.every((reply) => reply.ok),
    hosts: Object.fromEntries(hosts.map((host, i) => [host, hostSummary(replies[i] as ExecuteReply, lang)])),
    same: other === undefined,
    ...(difference === undefined ? {} : { difference }),
  }
}

const sign = ({ fingerprint, error }: ExecuteReply): Json => fingerprint ?? `no fingerprint: ${error?.code}`

function hostSummary({ fingerprint, error }: ExecuteReply, lang: Invocation["lang"]): { fingerprint?: string } {
  return {
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(error === undefined ? {} : { error: inLanguage(error, lang) }),
  }
}
