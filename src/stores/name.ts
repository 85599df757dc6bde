import type { Records, Stores, Table } from "cubular/contract"
import { store_missing, store_name_malformed } from "cubular/messages/en"
import { refuse } from "./refuse.ts"

const NAME = /^[a-z][a-z0-9-]{0,47}$/

/** @throws {CubeError} `store_name_malformed`. */
export function checkName(name: unknown): asserts name is string {
  if (typeof name !== "string" || !NAME.test(name)) refuse(store_name_malformed, ["name"], { name: String(name) })
}

/** One store per name, made when it is first asked for. */
export function byName<T>(create: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>()
  return (name) => {
    const known = made.get(name)
    if (known !== undefined) return known
    checkName(name)
    const store = create(name)
    made.set(name, store)
    return store
  }
}

/** One store per definition of a table, made when it is first asked for. */
export function byTable(
  create: <R, K extends string, I>(table: Table<R, K, I>) => Records<R, K, I>,
): Stores["records"] {
  const made = new WeakMap<object, unknown>()
  return <R, K extends string, I>(table: Table<R, K, I>): Records<R, K, I> => {
    const known = made.get(table) as Records<R, K, I> | undefined
    if (known !== undefined) return known
    const store = create(table)
    made.set(table, store)
    return store
  }
}

/** For a host that has no stores of a kind: every name is refused with `store_missing`. */
export function lacking(kind: keyof Stores): (store: string | { readonly shape: { readonly name: string } }) => never {
  return (store) => {
    const name = typeof store === "string" ? store : store.shape.name
    checkName(name)
    return refuse(store_missing, [], { kind, name })
  }
}
