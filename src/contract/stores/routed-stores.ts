import type { Value } from "../value.ts"
import type { BlobRange, Blobs } from "./blobs.ts"
import type { Journal, JournalWriter } from "./journal.ts"
import type { Kv } from "./kv.ts"
import type { Queue } from "./queue.ts"
import type { Records } from "./records.ts"
import type { Stores } from "./stores.ts"
import type { Table } from "./table.ts"

/** One call of a store. */
export interface StoreCall {
  readonly store: keyof Stores
  readonly name: string
  /** As in the contract; "next" for the next part of a stream. */
  readonly method: string
}

/**
 * Stands between a caller and stores: makes the call, or hands out what an earlier one came to. What passes is a value as
 * wires carry it, or undefined; what a call rejects with passes as it is.
 */
export type Route = (call: StoreCall, perform: () => Promise<Value | undefined>) => Promise<Value | undefined>

/**
 * Stores whose every answer goes through one function, so that a run can be recorded and replayed. `stores` is asked only when
 * a call is performed: a replay needs none. So a name that is refused is refused by the first call, not by naming it.
 */
export function routeStores(stores: () => Stores, route: Route): Stores {
  return {
    kv: (name) => {
      const kv = routed<Kv>({ store: "kv", name }, () => stores().kv(name), route)
      return { ...methods(kv, ["get", "put", "putMany", "delete", "deleteMany", "list"]), getMany: sparse(kv) }
    },
    records: <R, K extends string, I>(table: Table<R, K, I>) => {
      const open = (): Records<R, K, I> => stores().records(table)
      const records = routed({ store: "records", name: table.shape.name }, open, route)
      const names = ["get", "put", "delete", "batch", "find", "quarantined"] as const
      return { ...methods(records, names), getMany: sparse(records) }
    },
    blobs: (name) => routeBlobs({ store: "blobs", name }, () => stores().blobs(name), route),
    queue: (name, options) => {
      const queue = routed<Queue>({ store: "queue", name }, () => stores().queue(name, options), route)
      const moving = ["send", "sendMany", "receive", "ack", "ackMany", "retry", "reject", "extend"] as const
      return methods(queue, [...moving, "dead", "revive", "bury", "peek", "counts"])
    },
    journal: (name) => routeJournal({ store: "journal", name }, () => stores().journal(name), route),
  }
}

type Where = Omit<StoreCall, "method">

/** Calls a method of a store through the route. */
type Call<S> = (method: keyof S & string, ...given: readonly unknown[]) => Promise<Value | undefined>

function routed<S extends object>(where: Where, open: () => S, route: Route): Call<S> {
  return (method, ...given) =>
    route({ ...where, method }, async () => {
      const store = open() as { readonly [name: string]: (...given: readonly unknown[]) => Promise<Value | undefined> }
      const answer = await store[method]?.(...given)
      // A list of answers, some of which may be absent: values hold no undefined in a list.
      return method === "getMany" ? (answer as readonly Value[]).map((each) => each ?? null) : answer
    })
}

function methods<S, const N extends keyof S & string>(call: Call<S>, names: readonly N[]): Pick<S, N> {
  const entries = names.map((name) => [name, (...given: readonly unknown[]) => call(name, ...given)])
  return Object.fromEntries(entries) as Pick<S, N>
}

/** `getMany`, with what is absent as such again. */
function sparse<S extends { getMany(keys: never): Promise<unknown> }>(call: Call<S>): S["getMany"] {
  const getMany = async (keys: unknown): Promise<unknown> => {
    const found = (await call("getMany", keys)) as readonly Value[]
    return found.map((each) => each ?? undefined)
  }
  return getMany as S["getMany"]
}

function routeBlobs(where: Where, open: () => Blobs, route: Route): Blobs {
  const blobs = routed(where, open, route)
  return {
    ...methods(blobs, ["put", "head", "get", "delete", "list", "sealedBy"]),
    async stream(key: string, range?: BlobRange) {
      let parts: AsyncIterator<Uint8Array> | undefined
      const found = await route({ ...where, method: "stream" }, async () => {
        parts = (await open().stream(key, range))?.[Symbol.asyncIterator]()
        return parts && true
      })
      return found ? partsOf(() => parts as AsyncIterator<Uint8Array>, where, route) : undefined
    },
  }
}

async function* partsOf(
  parts: () => AsyncIterator<Uint8Array>,
  where: Where,
  route: Route,
): AsyncGenerator<Uint8Array> {
  for (;;) {
    const part = await route({ ...where, method: "next" }, async () => {
      const { done, value } = await parts().next()
      return done ? undefined : (value as Uint8Array)
    })
    if (part === undefined) return
    yield part as Uint8Array
  }
}

function routeJournal(where: Where, open: () => Journal, route: Route): Journal {
  const journal = routed(where, open, route)
  return {
    ...methods(journal, ["read"]),
    async writer(options?: { readonly leaseSec?: number | undefined }) {
      let writer: JournalWriter | undefined
      const held = await route({ ...where, method: "writer" }, async () => {
        writer = await open().writer(options)
        return { token: writer.token, end: writer.end }
      })
      return routeWriter(held as Pick<JournalWriter, "token" | "end">, where, () => writer as JournalWriter, route)
    },
  }
}

function routeWriter(
  held: Pick<JournalWriter, "token" | "end">,
  where: Where,
  open: () => JournalWriter,
  route: Route,
): JournalWriter {
  const writer = routed(where, open, route)
  let { end } = held
  return {
    ...methods(writer, ["renew", "close"]),
    token: held.token,
    get end() {
      return end
    },
    async append(...given) {
      end = (await writer("append", ...given)) as number
      return end
    },
  }
}
