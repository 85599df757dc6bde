/** Powers a cube could reach for without asking: `owner.name`, or a name on the global. */
const powers: readonly string[] = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "WebTransport",
  "BroadcastChannel",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "requestAnimationFrame",
  "requestIdleCallback",
  "Date.now",
  "performance.now",
  "Math.random",
  "crypto.getRandomValues",
  "crypto.randomUUID",
  "crypto.subtle",
  "indexedDB",
  "caches",
  "localStorage",
  "sessionStorage",
  "navigator",
  "scheduler",
  "AbortSignal.timeout",
]

/** Arithmetic and texts that are not the same on all hosts. */
const unequal: readonly string[] = [
  ..."sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp expm1 log log1p log2 log10 pow cbrt hypot"
    .split(" ")
    .map((name) => `Math.${name}`),
  ..."localeCompare normalize toLocaleUpperCase toLocaleLowerCase".split(" ").map((name) => `String.prototype.${name}`),
  "Number.prototype.toLocaleString",
  "Array.prototype.toLocaleString",
  "Object.prototype.toLocaleString",
  "Date.prototype.getHours",
  "Date.prototype.getTimezoneOffset",
  "Date.prototype.toString",
]

/** Which powers were touched while they were forbidden, and the way to give them back. */
export interface Forbidden {
  readonly touched: readonly string[]
  restore(): void
}

/**
 * Makes the ambient powers throw, for everybody on this global, until `restore`: what a host will not let go stays as it
 * is. Nothing may be loaded meanwhile, and nobody else's timers are safe, so keep it short.
 *
 * @param spared - Powers left as they are, because the runtime's own code needs them.
 */
export function forbidAmbient(scope: object = globalThis, spared: readonly string[] = []): Forbidden {
  const touched: string[] = []
  const undo: (() => void)[] = []
  for (const name of [...powers, ...unequal]) {
    if (spared.includes(name)) continue
    const path = name.split(".")
    const last = path.pop() as string
    const owner = path.reduce<unknown>((at, key) => (at as { [key: string]: unknown } | undefined)?.[key], scope)
    if (typeof owner === "object" || typeof owner === "function") replace(owner as object, last, name, touched, undo)
  }
  replaceDate(scope as { Date: DateConstructor }, touched, undo)
  return {
    touched,
    restore() {
      for (const each of undo.splice(0).reverse()) each()
    },
  }
}

function replace(owner: object, key: string, name: string, touched: string[], undo: (() => void)[]): void {
  if (!(key in owner)) return
  const before = Object.getOwnPropertyDescriptor(owner, key)
  if (before?.configurable === false) return
  const refuse = refusal(name, touched)
  const stand = typeof before?.value === "function" || before === undefined ? { value: refuse } : { get: refuse }
  try {
    Object.defineProperty(owner, key, { ...stand, configurable: true })
  } catch {
    return
  }
  undo.push(() => {
    if (before) Object.defineProperty(owner, key, before)
    else delete (owner as { [key: string]: unknown })[key]
  })
}

/** `new Date()` and `Date()` tell the present; with a time given, Date only computes. */
function replaceDate(scope: { Date: DateConstructor }, touched: string[], undo: (() => void)[]): void {
  const native = scope.Date
  const refuse = refusal("new Date()", touched)
  scope.Date = new Proxy(native, {
    apply: refuse,
    construct: (target, given, made) => (given.length === 0 ? refuse() : Reflect.construct(target, given, made)),
  })
  undo.push(() => {
    scope.Date = native
  })
}

function refusal(name: string, touched: string[]): () => never {
  return () => {
    touched.push(name)
    throw new Error(`Nobody gave ${name} to this cube.`)
  }
}
