/** Values that do harm when they are looked at, by what they are. Made anew on every call. */
export const hostile: { readonly [name: string]: () => unknown } = {
  "a getter that throws": () => ({
    get id(): never {
      throw new Error("no")
    },
  }),
  "a getter that throws something odd": () => ({
    get value(): never {
      throw new Proxy({}, { get: refuse, getPrototypeOf: refuse })
    },
  }),
  "a proxy that throws": () => new Proxy({}, everyTrap(refuse)),
  "a proxy of a list that throws": () => new Proxy([], everyTrap(refuse)),
  "a revoked proxy": () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  "a revoked proxy of a list": () => {
    const { proxy, revoke } = Proxy.revocable([], {})
    revoke()
    return proxy
  },
  "a proxy that goes on for ever": () => {
    const endless: object = new Proxy(
      {},
      {
        get: (_, key) => (typeof key === "symbol" || key === "toJSON" || key === "then" ? undefined : endless),
        ...enumerating(["x"]),
      },
    )
    return endless
  },
  "a proxy with names without end": () =>
    new Proxy({}, { get: () => 1, ...enumerating(Array.from({ length: 3_000 }, (_, index) => `k${index}`)) }),
  "a list that says it is longer than memory": () =>
    new Proxy([], { get: (target, key) => (key === "length" ? 2 ** 53 - 1 : Reflect.get(target, key)) }),
  "a list of holes": () => new Array(4_294_967_295),
  "a value that is another every time": () => {
    let reads = 0
    return {
      get id() {
        return reads++ % 2 === 0 ? "a" : { toString: refuse }
      },
    }
  },
  "toJSON that throws": () => ({ toJSON: refuse }),
  "toJSON that gives itself": () => {
    const self = { toJSON: () => self }
    return self
  },
  "then that throws": () => ({
    // biome-ignore lint/suspicious/noThenProperty: that is what it is for
    get then(): never {
      throw new Error("no")
    },
  }),
  "a cycle": () => {
    const cycle: { [key: string]: unknown } = {}
    cycle.again = [cycle]
    return cycle
  },
  "a list in itself": () => {
    const list: unknown[] = []
    list.push(list)
    return list
  },
  "depth 100,000": () => {
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = level % 2 === 0 ? [deep] : { a: deep }
    return deep
  },
  "shared parts that unfold to 2^60": () => {
    let wide: unknown = [0]
    for (let level = 0; level < 60; level++) wide = [wide, wide]
    return wide
  },
  "__proto__ as a name": () =>
    JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  "a prototype that enumerates": () => Object.create({ id: "inherited", polluted: true }),
  "three million characters": () => "x".repeat(3_000_000),
  "half a surrogate pair": () => "\ud800",
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  bigint: () => 1n,
  symbol: () => Symbol("s"),
  function: () => () => 1,
  Date: () => new Date(0),
  Map: () => new Map([["id", 1]]),
  Set: () => new Set([1]),
  RegExp: () => /x/g,
  Error: () => new Error("x"),
  Promise: () => Promise.resolve({}),
  "a class instance": () =>
    new (class Odd {
      id = "odd"
    })(),
  "a boxed text": () => Object("text"),
  "an array that is no list of numbers": () => new BigInt64Array(2),
  "a view that is no array": () => new DataView(new ArrayBuffer(8)),
  "numbers that are not finite": () => Float64Array.of(1, Number.NaN),
  "a subclass of a list": () => new (class extends Array {})(3),
}

function refuse(): never {
  throw new TypeError("hostile")
}

function everyTrap(trap: () => never): ProxyHandler<object> {
  return Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, trap]))
}

function enumerating(keys: readonly string[]): ProxyHandler<object> {
  return {
    ownKeys: () => [...keys],
    has: () => true,
    getOwnPropertyDescriptor: (_, key) => ({
      configurable: true,
      enumerable: true,
      writable: true,
      value: `v${String(key)}`,
    }),
  }
}

/** Every path of a JSON value, its root first. */
export function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [path, ...inner]
}

/** A copy with another value at a path; the rest is shared. */
export function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as { [key: string]: unknown }
  copy[key] = replaced(copy[key], rest, by)
  return copy
}
