import { CubeError, isCubeError } from "cubular/contract"
import type { JournalDriver } from "../journal.ts"
import type { QueueDriver } from "../queue.ts"
import { createJournalDriver, journalTables } from "../sql/journal.ts"
import { createQueueDriver, queueTables } from "../sql/queue.ts"
import { FORMAT } from "../sql/tables.ts"
import type { ObjectNamespace } from "./bindings.ts"
import { createObjectDatabase, type ObjectStorage } from "./object-sql.ts"
import { toStoreError } from "./platform-error.ts"

/** What an object answers. Errors of ours cross as JSON: between objects and Workers an error keeps only its text. */
export type Reply = { readonly answer: unknown } | { readonly error: ReturnType<CubeError["toJSON"]> }

/** Runs one method of a driver for a Worker elsewhere. */
export type Serve = (method: string, args: readonly unknown[]) => Reply

/** In an object the store is the only one of its kind, so its name need not stand in every row. */
const ONLY = "only"

/** A journal in a Durable Object's storage. */
export function serveJournal(storage: ObjectStorage): Serve {
  return serve(JOURNAL, () => createJournalDriver(createObjectDatabase(storage, journalTables, FORMAT), ONLY))
}

/** A queue in a Durable Object's storage. */
export function serveQueue(storage: ObjectStorage): Serve {
  return serve(QUEUE, () => createQueueDriver(createObjectDatabase(storage, queueTables, FORMAT), ONLY))
}

/** A journal whose object is elsewhere. */
export const journalAt = (namespace: ObjectNamespace, name: string): JournalDriver =>
  driverAt<JournalDriver>(JOURNAL, namespace, name)

/** A queue whose object is elsewhere. */
export const queueAt = (namespace: ObjectNamespace, name: string): QueueDriver =>
  driverAt<QueueDriver>(QUEUE, namespace, name)

type MethodsOf<D> = { readonly [M in keyof D]: true }

/** What may be called from outside: all of a driver, as the compiler sees to. */
const JOURNAL: MethodsOf<JournalDriver> = { acquire: true, append: true, renew: true, release: true, read: true }
const QUEUE: MethodsOf<QueueDriver> = {
  send: true,
  receive: true,
  settle: true,
  dead: true,
  raise: true,
  peek: true,
  counts: true,
}

type Methods = { readonly [method: string]: (...args: never[]) => unknown }

function serve<D extends object>(methods: MethodsOf<D>, create: () => D): Serve {
  let driver: D | undefined
  return (method, args) => {
    try {
      driver ??= create()
      if (!Object.hasOwn(methods, method)) throw new TypeError(`there is no method ${method}`)
      return { answer: (driver as unknown as Methods)[method]?.(...(args as never[])) }
    } catch (error) {
      if (isCubeError(error)) return { error: error.toJSON() }
      throw error
    }
  }
}

function driverAt<D extends object>(methods: MethodsOf<D>, namespace: ObjectNamespace, name: string): D {
  const id = namespace.idFromName(name) as never

  async function call(method: string, args: readonly unknown[]): Promise<unknown> {
    // A stub belongs to the request that made it, and is of no use after a failure: each call has its own.
    const stub = namespace.get(id) as { call(method: string, args: readonly unknown[]): Promise<Reply> }
    const reply = await stub.call(method, args).catch((error: unknown) => {
      throw toStoreError(error)
    })
    if ("error" in reply) throw CubeError.fromJSON(reply.error)
    return reply.answer
  }

  const made = Object.keys(methods).map((method) => [method, (...args: unknown[]) => call(method, args)] as const)
  return Object.fromEntries(made) as unknown as D
}
