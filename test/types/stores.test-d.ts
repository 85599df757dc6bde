import { defineTable, type Records, type Stores, type Versioned } from "cubular/contract"
import { describe, expectTypeOf, test } from "vitest"
import * as z from "zod"

declare const stores: Stores

const people = defineTable({
  name: "people",
  version: 1,
  key: "id",
  indexes: { byOwner: ["owner", "born"], byBorn: ["born"] },
  schema: z.strictObject({
    id: z.string(),
    owner: z.string(),
    born: z.number(),
    kind: z.enum(["a", "b"]),
    note: z.string().optional(),
    tags: z.array(z.string()),
  }),
})

const store = stores.records(people)

describe("a table", () => {
  test("knows its records, keys and versions", () => {
    type Person = {
      id: string
      owner: string
      born: number
      kind: "a" | "b"
      note?: string | undefined
      tags: string[]
    }
    expectTypeOf(store).toExtend<Pick<Records<Person, "id", unknown>, "get">>()
    expectTypeOf(store.get("a")).resolves.toEqualTypeOf<Versioned<Person> | undefined>()
    expectTypeOf(store.put).parameter(0).toEqualTypeOf<Person>()
    expectTypeOf(store.batch).returns.resolves.toEqualTypeOf<readonly number[]>()
  })

  test("takes queries its indexes can answer", () => {
    void store.find()
    void store.find({ where: { id: { prefix: "a" } }, order: "desc", limit: 5 })
    void store.find({ index: "byOwner", where: { owner: "kim", born: { gte: 1990, lt: 2000 } } })
    void store.find({ index: "byBorn", where: { born: 1990 } })
  })

  test("refuses what does not fit", () => {
    // @ts-expect-error the key is a text
    void store.get(1)
    // @ts-expect-error no such index
    void store.find({ index: "byName" })
    // @ts-expect-error a field of no index
    void store.find({ where: { owner: "kim" } })
    // @ts-expect-error a field of another index
    void store.find({ index: "byBorn", where: { owner: "kim" } })
    // @ts-expect-error a number for a text
    void store.find({ index: "byOwner", where: { owner: 1 } })
    // @ts-expect-error numbers have no prefix
    void store.find({ index: "byBorn", where: { born: { prefix: "1" } } })
    // @ts-expect-error a field is missing
    void store.put({ id: "a", owner: "kim", born: 1, kind: "a" })
    // @ts-expect-error not one of the kinds
    void store.put({ id: "a", owner: "kim", born: 1, kind: "c", tags: [] })
    // @ts-expect-error either a put or a delete
    void store.batch([{ version: 1 }])
  })

  test("is keyed and indexed by texts and numbers that every record has", () => {
    const schema = z.strictObject({ id: z.string(), note: z.string().optional(), tags: z.array(z.string()) })
    // @ts-expect-error no such field
    void (() => defineTable({ name: "t", version: 1, schema, key: "name" }))
    // @ts-expect-error not always there
    void (() => defineTable({ name: "t", version: 1, schema, key: "note" }))
    // @ts-expect-error a list
    void (() => defineTable({ name: "t", version: 1, schema, key: "id", indexes: { byTags: ["tags"] } }))
  })
})
