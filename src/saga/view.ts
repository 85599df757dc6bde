import {
  CubeError,
  type Journal,
  type SagaListing,
  type SagaMoment,
  type SagaPage,
  type SagaQuery,
  type SagaStatus,
  type Sagas,
  type Stores,
} from "cubular/contract"
import { saga_unknown } from "cubular/messages/en"
import { type Placed, readEntry } from "./entry.ts"
import { journalOf, Ledger } from "./ledger.ts"
import { Progress } from "./progress.ts"

/** Everything a journal holds. @throws {CubeError} `saga_corrupt`, or why the store cannot be read. */
export async function readEntries(id: string, journal: Journal): Promise<Placed[]> {
  const entries: Placed[] = []
  for (;;) {
    const page = await journal.read({ from: entries.length, limit: 1000 })
    for (const { position, value } of page.entries) entries.push(readEntry(id, value, position))
    if (page.entries.length === 0 || entries.length >= page.end) return entries
  }
}

export function listingOf(progress: Progress): SagaListing {
  const { id, state, started, at, error } = progress
  const { document = "", version = "", plan = "" } = started ?? {}
  const code = state === "done" ? undefined : error?.code
  return { id, document, version, state, plan, at, ...(code === undefined ? {} : { code }) }
}

export function statusOf(progress: Progress): SagaStatus {
  const { steps, undoing, error, committedBy, state } = progress
  return {
    ...listingOf(progress),
    direction: undoing ? "back" : "forward",
    committed: committedBy !== undefined,
    steps: Object.fromEntries([...steps].map(([path, step]) => [path, step.state])),
    ...(error && state !== "done" ? { error } : {}),
  }
}

/** What stores know of sagas, whichever runner they belong to. */
export class View implements Sagas {
  protected readonly stores: Stores
  protected readonly ledger: Ledger

  constructor(stores: Stores) {
    this.stores = stores
    this.ledger = new Ledger(stores)
  }

  async state(id: string): Promise<SagaStatus> {
    return statusOf(await this.progress(id))
  }

  async history(id: string): Promise<readonly SagaMoment[]> {
    return (await this.entries(id)).map(momentOf)
  }

  list(query?: SagaQuery): Promise<SagaPage> {
    return this.ledger.list(query)
  }

  protected async progress(id: string): Promise<Progress> {
    return new Progress(id, await this.entries(id))
  }

  private async entries(id: string): Promise<Placed[]> {
    const entries = await readEntries(id, this.stores.journal(journalOf(id)))
    if (entries.length === 0) throw new CubeError({ ...saga_unknown, params: { id } })
    return entries
  }
}

function momentOf(entry: Placed): SagaMoment {
  const { n: position, at, type } = entry
  return {
    position,
    at,
    type,
    ...("step" in entry ? { step: entry.step } : {}),
    ...("error" in entry ? { error: entry.error } : {}),
    ...("state" in entry ? { state: entry.state } : {}),
  }
}
