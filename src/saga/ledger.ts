import {
  CubeError,
  defineTable,
  type RecordQuery,
  type Records,
  type SagaListing,
  type SagaPage,
  type SagaQuery,
  type Stores,
  type Table,
} from "cubular/contract"
import { saga_id_malformed } from "cubular/messages/en"
import * as z from "zod"

type Keys = {
  readonly byTime: readonly ["at"]
  readonly byState: readonly ["state", "at"]
  readonly byDocument: readonly ["document", "at"]
  readonly byBoth: readonly ["document", "state", "at"]
}

/** Which sagas there are. Only to find them by: what holds is in their journals. */
export class Ledger {
  private readonly records: Records<SagaListing, "id", Keys>

  constructor(stores: Stores) {
    this.records = stores.records(ledgerTable())
  }

  async put(listing: SagaListing): Promise<void> {
    await this.records.put(listing)
  }

  async forget(id: string): Promise<void> {
    await this.records.delete(id)
  }

  async get(id: string): Promise<SagaListing | undefined> {
    return (await this.records.get(id))?.record
  }

  /** Those that changed last come first. @throws {CubeError} as `Records.find`. */
  async list({ state, document, limit, cursor }: SagaQuery = {}): Promise<SagaPage> {
    const paging = { order: "desc", limit, cursor } as const
    const query = (
      document !== undefined && state !== undefined
        ? { ...paging, index: "byBoth", where: { document, state } }
        : document !== undefined
          ? { ...paging, index: "byDocument", where: { document } }
          : state !== undefined
            ? { ...paging, index: "byState", where: { state } }
            : { ...paging, index: "byTime" }
    ) as RecordQuery<SagaListing, "id", Keys>
    const page = await this.records.find(query)
    return {
      sagas: page.records.map(({ record }) => record),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    }
  }
}

let known: Table<SagaListing, "id", Keys> | undefined

/** The table all sagas of a place are listed in. */
export function ledgerTable(): Table<SagaListing, "id", Keys> {
  known ??= defineTable({
    name: "sagas",
    version: 1,
    key: "id",
    indexes: {
      byTime: ["at"],
      byState: ["state", "at"],
      byDocument: ["document", "at"],
      byBoth: ["document", "state", "at"],
    },
    schema: z.strictObject({
      id: z.string(),
      document: z.string(),
      version: z.string(),
      state: z.string(),
      plan: z.string(),
      at: z.number(),
      code: z.string().optional(),
    }),
  }) as unknown as Table<SagaListing, "id", Keys>
  return known
}

/** The name of a saga's journal. @throws {CubeError} `saga_id_malformed`. */
export function journalOf(id: string): string {
  if (typeof id !== "string" || !/^[a-z0-9-]{1,43}$/.test(id)) throw new CubeError(saga_id_malformed)
  return `saga-${id}`
}
