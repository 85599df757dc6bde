import { defineTable, type Table } from "cubular/contract"
import * as z from "zod"

export interface Old {
  readonly id: string
  readonly n: number
}

export interface New extends Old {
  readonly name: string
}

export const oldTable: Table<Old, "id", Record<never, never>> = defineTable({
  name: "things",
  version: 1,
  key: "id",
  schema: z.strictObject({ id: z.string(), n: z.number() }),
})

/** Version 2; each record takes as long as it is told to, and one of a thousand cannot be carried over. */
export const newTable = (msPerRecord: number): Table<New, "id", { readonly byName: readonly ["name"] }> =>
  defineTable({
    name: "things",
    version: 2,
    key: "id",
    indexes: { byName: ["name"] },
    schema: z.strictObject({ id: z.string(), n: z.number(), name: z.string() }),
    migrations: {
      2(old) {
        for (const end = performance.now() + msPerRecord; performance.now() < end; );
        const { id, n } = old as unknown as Old
        if (n % 1000 === 500) throw new Error("not this one")
        return { id, n, name: `name ${n}` }
      },
    },
  })
