import { CubeError, defineCube, isCubeError, type Step, storeLimits, type Versioned } from "cubular/contract"
import { search_contended } from "cubular/messages/en"
import * as z from "zod"
import { placed, storeName, withInputs } from "./keeping/operation.ts"
import { type Row, type RowStore, type RowTable, rowsOf, tableSpec, toTable } from "./keeping/table.ts"
import { WordIndex, wordsTable } from "./words/index-table.ts"
import { countOf, termsOf, type Wanted, wantedOf } from "./words/terms.ts"

const record = z.record(z.string(), z.json())
const key = z.union([z.string(), z.number()])
const settings = {
  table: tableSpec,
  /** Fields whose texts are found. */
  fields: z.array(z.string()).min(1).max(16),
  /** Table the terms are kept in; default the table's name with "-words". */
  words: storeName.optional(),
}

const config = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("put"), ...settings }),
  z.strictObject({ op: z.literal("delete"), ...settings }),
  z.strictObject({ op: z.literal("query"), ...settings, limit: z.int().min(1).max(100).optional() }),
  z.strictObject({ op: z.literal("rebuild"), ...settings }),
])

/**
 * Full-text search over the records of a table: words in lower case, Korean by two neighbouring syllables. It writes the
 * records itself, so that what was put is found. `config.op` says what is done, and which ports count:
 *
 * - `put`: `record`, `version` as in `data/records` → `version`.  `delete`: `key`, `version` → nothing.
 * - `query`: `text`, `cursor` → `hits` that hold every word (the last may go on), best first, `config.limit` (default 20) at
 *   a time; `total`, at most so many; `cursor` when there are more. Rare words count more than common ones; a word in more than 10,000
 *   records is looked up in the first of them only.
 * - `rebuild`: → `indexed` records: for those `data/records` or `data/import` has written, and after `fields` have changed.
 *
 * Terms are written before the record and taken away after it, and what is found is compared with the record itself: at any
 * moment, also after a crash, what `put` acknowledged is found, and nothing is shown that does not match.
 */
export default defineCube({
  id: "data/search",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Full-text search", ko: "본문 검색" },
  summary: { en: "Finds records by words, Korean too", ko: "낱말로 레코드를 찾습니다" },
  config,
  needs: ["stores"],
  opens: ({ table, words }) => [
    { store: "records", table: toTable(table) },
    { store: "records", table: wordsTable(words ?? `${table.name}-words`) },
  ],
  provides: ["idempotent"],
  inputs: {
    record: record.optional(),
    key: key.optional(),
    version: z.int().min(0).optional(),
    text: z.string().optional(),
    cursor: z
      .string()
      .regex(/^\d{1,6}$/)
      .optional(),
  },
  outputs: {
    version: z.int().optional(),
    hits: z.array(z.strictObject({ record, version: z.int(), score: z.number() })).optional(),
    total: z.int().optional(),
    cursor: z.string().optional(),
    indexed: z.int().optional(),
  },
  create(_, config) {
    const { fields, words = `${config.table.name}-words` } = config
    const table = toTable(config.table)
    return {
      async process(inputs, step) {
        const search = new Search(step, table, fields, words)
        return placed(inputs, config, async () => {
          const { version } = inputs
          if (config.op === "put")
            return { version: await search.put(withInputs(inputs, "put", "record").record, version) }
          if (config.op === "delete") {
            await search.delete(withInputs(inputs, "delete", "key").key, version)
            return {}
          }
          if (config.op === "rebuild") return { indexed: await search.rebuild() }
          const { text } = withInputs(inputs, "query", "text")
          return search.query(text, Number(inputs.cursor ?? 0), config.limit ?? 20)
        })
      },
    }
  },
})

/** How often a change is begun anew when somebody else was faster. */
const ATTEMPTS = 8

class Search {
  private readonly rows: RowStore
  private readonly index: WordIndex
  private readonly table: RowTable
  private readonly fields: readonly string[]

  constructor(step: Step, table: RowTable, fields: readonly string[], words: string) {
    this.rows = rowsOf(step, table)
    this.index = new WordIndex(words, step)
    this.table = table
    this.fields = fields
  }

  async put(record: Row, version: number | undefined): Promise<number> {
    // Refused before any term is written.
    if (!this.table.schema.safeParse(record).success) return this.rows.put(record)
    const key = record[this.table.key] as string
    const terms = this.termsOf(record)
    return this.change(key, version, async (before, of) => {
      // Somebody was faster, and it is known before any term is written.
      if (version !== undefined && version !== (before?.version ?? 0)) return this.rows.put(record, { version })
      await this.index.add(of, terms)
      const gone = [...this.termsOf(before?.record).keys()].filter((term) => !terms.has(term))
      const marked = await this.index.mark(of, gone)
      const made = await this.rows.put(record, { version: version ?? before?.version ?? 0 })
      await this.index.remove(marked)
      return made
    })
  }

  async delete(key: string | number, version: number | undefined): Promise<void> {
    await this.change(key, version, async (before, of) => {
      const marked = await this.index.mark(of, [...this.termsOf(before?.record).keys()])
      await this.rows.delete(key, { version: version ?? before?.version ?? 0 })
      await this.index.remove(marked)
    })
  }

  /** Makes a change on the record as it is; begins anew when it was changed meanwhile, unless a version was asked for. */
  private async change<T>(
    key: string | number,
    version: number | undefined,
    make: (before: Versioned<Row> | undefined, of: string) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await this.rows.get(key)
      try {
        return await make(before, JSON.stringify(key))
      } catch (error) {
        if (version !== undefined || !isCubeError(error) || error.code !== "record_conflict") throw error
      }
    }
    throw new CubeError({ ...search_contended, retryable: true })
  }

  async query(text: string, offset: number, limit: number) {
    const wanted = wantedOf(text)
    const ranked = await this.rank(wanted)
    const some = ranked.slice(offset, offset + limit)
    const found = some.length === 0 ? [] : await this.rows.getMany(some.map(([of]) => JSON.parse(of) as string))
    const hits = found.flatMap((each, at) => {
      const terms = this.termsOf(each?.record)
      const holds = each && wanted.every((one) => countOf(one, terms) > 0)
      return holds ? [{ ...each, score: (some[at] as [string, number])[1] }] : []
    })
    const more = offset + limit < ranked.length
    return { hits, total: ranked.length, ...(more ? { cursor: String(offset + limit) } : {}) }
  }

  /** Keys of the records that hold everything, best first; of equals in the order of their keys' code units. */
  private async rank(wanted: readonly Wanted[]): Promise<[string, number][]> {
    let scores: Map<string, number> | undefined
    for (const one of wanted) {
      const found = await this.index.find(one)
      const next = new Map<string, number>()
      for (const [of, count] of found) {
        const before = scores ? scores.get(of) : 0
        if (before !== undefined) next.set(of, before + count / found.size)
      }
      scores = next
    }
    return [...(scores ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  }

  async rebuild(): Promise<number> {
    let indexed = 0
    let cursor: string | undefined
    do {
      const page = await this.rows.find({ cursor, limit: storeLimits.batch })
      for (const { record } of page.records) {
        await this.index.add(JSON.stringify(record[this.table.key]), this.termsOf(record))
        indexed++
      }
      cursor = page.cursor
    } while (cursor !== undefined)
    await this.sweep()
    return indexed
  }

  /** Takes away terms that stand in no record any more. */
  private async sweep(): Promise<void> {
    for await (const postings of this.index.all()) {
      if (postings.length === 0) return
      const found = await this.rows.getMany(
        [...new Set(postings.map(({ of }) => of))].map((of) => JSON.parse(of) as string),
      )
      const terms = new Map(
        found.flatMap((each) => (each ? [[this.nameOf(each.record), this.termsOf(each.record)]] : [])),
      )
      await this.index.remove(postings.filter(({ of, term }) => !terms.get(of)?.has(term)))
    }
  }

  private nameOf(record: Row): string {
    return JSON.stringify(record[this.table.key])
  }

  /** Of the texts of its fields, lists of texts too. */
  private termsOf(record: Row | undefined): Map<string, number> {
    const texts = this.fields.flatMap((field) => record?.[field] ?? [])
    return termsOf(texts.filter((text) => typeof text === "string").join("\n"))
  }
}
