import {
  createRunner,
  decodeJson,
  encodeJson,
  type Host,
  type Values as Inputs,
  type Run,
  type Runner,
  type SagaControl,
  type SagaListing,
} from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/node"
import { policies } from "cubular/policies"
import { openSagas, pinRegistry, readSource, saga } from "cubular/saga"
import { createStores } from "cubular/stores/node"
import { oneOf, type Parsed, readArgs } from "../args.ts"
import { dataFolder } from "../data-folder.ts"
import { usages } from "../help.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { complain, inLanguage, printJson } from "../print.ts"
import { readSource as readDocument, readInputs } from "../source.ts"
import { columns } from "../table.ts"

type Values = Parsed["values"]

interface Desk extends Pick<Invocation, "streams" | "lang"> {
  readonly host: Host & Required<Pick<Host, "stores">>
  readonly values: Values
}

const actions = ["list", "show", "start", "resume", "undo"] as const
const states = ["running", "parked", "done", "undone"] as const

/** `cubular saga`: sagas kept in a folder of this machine. */
export async function sagas({ args, streams, lang }: Invocation): Promise<ExitCode> {
  const { positionals, values } = readArgs(args, options, { least: 1, most: 2, usage: usages.saga })
  const action = oneOf("saga", positionals[0], actions) as (typeof actions)[number]
  const id = positionals[1] ?? ""
  if (action !== "list") readArgs(positionals, {}, { least: 2, most: 2, usage: usages.saga })
  const folder = dataFolder(values)
  const open: { close(): void }[] = []
  const host = createHost({
    stores: (clock) => {
      const stores = createStores({ folder, clock })
      open.push(stores)
      return stores
    },
  }) as Desk["host"]
  const desk: Desk = { streams, lang, host, values }
  try {
    if (action === "list") return await list(desk)
    if (action === "show") return await show(desk, id)
    return await (action === "start" ? start(desk, id) : goOn(desk, action, id))
  } finally {
    for (const stores of open) stores.close()
  }
}

const options = {
  data: { type: "string" },
  json: { type: "boolean" },
  state: { type: "string" },
  input: { type: "string" },
  id: { type: "string" },
} as const

async function list({ streams, host, values }: Desk): Promise<ExitCode> {
  const state = oneOf("state", values.state, states)
  const view = openSagas(host.stores)
  const found: SagaListing[] = []
  let cursor: string | undefined
  do {
    const page = await view.list({ state, cursor, limit: 1000 })
    found.push(...page.sagas)
    cursor = page.cursor
  } while (cursor !== undefined)
  if (values.json) await printJson(streams, { sagas: found })
  else await streams.out(columns(found.map(rowOf)))
  return 0
}

const rowOf = ({ id, document, version, state, at, code = "" }: SagaListing): string[] => [
  id,
  `${document}@${version}`,
  state,
  timeOf(at),
  code,
]

const timeOf = (at: number): string => new Date(at).toISOString()

async function show({ streams, host, values, lang }: Desk, id: string): Promise<ExitCode> {
  const view = openSagas(host.stores)
  const [status, history] = [await view.state(id), await view.history(id)]
  if (values.json) {
    await printJson(streams, { ...status, history })
    return 0
  }
  const rows = history.map(({ position, at, type, step = "", error }) => [
    String(position),
    timeOf(at),
    type,
    step,
    error?.code ?? "",
  ])
  await streams.out(`${columns([rowOf(status)])}\n${columns(rows)}`)
  if (status.error) complain(streams, status.error, lang)
  return 0
}

/** With the document it was started with, and the very cubes as far as they are shipped. */
async function goOn(desk: Desk, action: "resume" | "undo", id: string): Promise<ExitCode> {
  const source = await readSource(desk.host.stores, id)
  const registry = pinRegistry({ registry: catalog, source: undefined }, source)
  const runner = await createRunner(source.document, registry, desk.host, { policies, saga })
  const control = runner.saga as SagaControl
  return tell(desk, runner, control[action](id), action === "undo" ? "undone" : "done")
}

async function start(desk: Desk, argument: string): Promise<ExitCode> {
  const { given } = await readDocument(argument)
  const inputs = decodeJson(await readInputs(desk.values.input as string | undefined, desk.streams)) as Inputs
  const { id } = desk.values
  const runner = await createRunner(given, catalog, desk.host, { policies, saga })
  return tell(desk, runner, runner.run(inputs, typeof id === "string" ? { id } : {}), "done")
}

/** One JSON object, or a line. */
async function tell({ streams, lang, values }: Desk, runner: Runner, run: Run, wanted: string): Promise<ExitCode> {
  const settled = await run.settled
  await runner.stop()
  const { ok, outputs, steps, saga: told } = settled
  const error = settled.ok ? undefined : inLanguage(settled.error.toJSON(), lang)
  if (values.json)
    await printJson(streams, { ok, saga: told, outputs: encodeJson(outputs), steps, ...(error ? { error } : {}) })
  else {
    if (told) await streams.out(`${told.id} ${told.state}\n`)
    if (error && told?.state !== wanted) complain(streams, error, lang)
  }
  return told?.state === wanted ? 0 : 1
}
