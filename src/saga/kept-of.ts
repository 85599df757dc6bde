import type { SagaListing, Stores, Table } from "cubular/contract"
import { BLOBS } from "./kept.ts"
import { journalOf, Ledger, ledgerTable } from "./ledger.ts"

/** What the sagas of one document keep, in the form an inventory of `cubular/stores/backup` has. */
export interface SagasKept {
  readonly records: readonly [
    Table<SagaListing, "id", never> & {
      readonly rows: { readonly index: "byDocument"; readonly where: { readonly document: string } }
    },
  ]
  readonly blobs: readonly [{ readonly name: string; readonly prefixes: readonly string[] }]
  readonly journal: readonly string[]
}

/**
 * Their lines in the ledger, their journals, and the values too long for these: with them, and the stores of its cubes, a saga
 * can be gone on with elsewhere. Sagas begun after this was asked are not in it.
 *
 * @param document - Its id, whatever its version.
 * @throws {CubeError} what the stores reject with.
 */
export async function sagasKept(stores: Stores, document: string): Promise<SagasKept> {
  const ledger = new Ledger(stores)
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await ledger.list({ document, limit: 1000, cursor })
    ids.push(...page.sagas.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor !== undefined)
  ids.sort()
  const rows = { index: "byDocument", where: { document } } as const
  return {
    records: [{ ...ledgerTable(), rows } as unknown as SagasKept["records"][0]],
    blobs: [{ name: BLOBS, prefixes: ids.map((id) => `${id}/`) }],
    journal: ids.map(journalOf),
  }
}
