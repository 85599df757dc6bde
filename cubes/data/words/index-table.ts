import { type CubeError, defineTable, isCubeError, type Records, type Step, storeLimits } from "cubular/contract"
import * as z from "zod"
import type { Wanted } from "./terms.ts"

/** That a term stands in a record, and how often. */
interface Posting {
  readonly id: string
  readonly term: string
  /** The record's key as JSON. */
  readonly of: string
  readonly count: number
}

type Postings = Records<Posting, "id", { readonly byTerm: readonly ("term" | "of")[] }>

/** The table the terms of another one are kept in. */
export const wordsTable = (name: string) =>
  defineTable({
    name,
    version: 1,
    key: "id",
    schema: z.strictObject({ id: z.string(), term: z.string(), of: z.string(), count: z.int() }),
    indexes: { byTerm: ["term", "of"] },
  })

/** Records looked at for one term of a query: what is found in more is too common to tell them apart. */
const MOST_PER_TERM = 10_000

const idOf = (term: string, of: string): string => `${term} ${of}`

/** A mark of what was there, so that what came meanwhile is not taken away. */
export type Marked = readonly { readonly id: string; readonly version: number }[]

/** The terms of the records of one table, in a table of its own. */
export class WordIndex {
  private readonly postings: Postings

  constructor(name: string, step: Step) {
    this.postings = step.stores.records(wordsTable(name)) as unknown as Postings
  }

  /** Every term is written anew, also one that is there: that saves it from whoever is taking it away just now. */
  async add(of: string, terms: ReadonlyMap<string, number>): Promise<void> {
    const rows = Array.from(terms, ([term, count]) => ({ put: { id: idOf(term, of), term, of, count } }))
    for (const some of inBatches(rows)) await this.postings.batch(some)
  }

  async mark(of: string, terms: readonly string[]): Promise<Marked> {
    const marked: { id: string; version: number }[] = []
    for (const some of inBatches(terms)) {
      const ids = some.map((term) => idOf(term, of))
      const found = await this.postings.getMany(ids)
      found.forEach((each, at) => {
        if (each) marked.push({ id: ids[at] as string, version: each.version })
      })
    }
    return marked
  }

  /** Takes away what is as it was when it was marked. What is left behind costs a look and shows nowhere. */
  async remove(marked: Marked): Promise<void> {
    for (const some of inBatches(marked))
      await this.postings.batch(some.map(({ id, version }) => ({ delete: id, version }))).catch(ignoreConflict)
  }

  /** How often what is wanted stands in which records, by their keys as JSON. */
  async find({ term, prefix }: Wanted): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>()
    let cursor: string | undefined
    do {
      const where = { term: prefix ? { prefix: term } : term }
      const page = await this.postings.find({ index: "byTerm", where, cursor, limit: storeLimits.page })
      for (const { record } of page.records) found.set(record.of, (found.get(record.of) ?? 0) + record.count)
      cursor = page.cursor
    } while (cursor !== undefined && found.size < MOST_PER_TERM)
    return found
  }

  /** Everything there is, page by page. */
  async *all(): AsyncGenerator<readonly (Posting & { readonly version: number })[]> {
    let cursor: string | undefined
    do {
      const page = await this.postings.find({ cursor, limit: storeLimits.batch })
      yield page.records.map(({ record, version }) => ({ ...record, version }))
      cursor = page.cursor
    } while (cursor !== undefined)
  }
}

function* inBatches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += storeLimits.batch) yield items.slice(at, at + storeLimits.batch)
}

function ignoreConflict(error: unknown): void {
  if (!isCubeError(error) || (error as CubeError).code !== "record_conflict") throw error
}
