import { CubeError } from "cubular/contract"
import { ambient_power } from "cubular/messages/en"

/**
 * What cubes find on a worker's global: the language, and the parts of the platform that compute but reach nothing. A
 * list of what stays, not of what goes, so that a power invented tomorrow is gone as well. `Intl` is not in it: it reads
 * the clock and the machine's language data, which differ between hosts.
 */
const KEPT: ReadonlySet<string> = new Set(
  `globalThis self console eval Infinity NaN undefined isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent
  encodeURI encodeURIComponent escape unescape AggregateError Array ArrayBuffer AsyncDisposableStack AsyncIterator Atomics
  BigInt BigInt64Array BigUint64Array Boolean DataView Date DisposableStack Error EvalError FinalizationRegistry
  Float16Array Float32Array Float64Array Function Int16Array Int32Array Int8Array Iterator JSON Map Math Number Object
  Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError
  TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly
  AbortController AbortSignal Blob ByteLengthQueuingStrategy CompressionStream CountQueuingStrategy CustomEvent
  DOMException DecompressionStream Event EventTarget File FormData Headers ReadableByteStreamController ReadableStream
  ReadableStreamBYOBReader ReadableStreamBYOBRequest ReadableStreamDefaultController ReadableStreamDefaultReader Request
  Response TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream TransformStreamDefaultController
  URL URLPattern URLSearchParams WritableStream WritableStreamDefaultController WritableStreamDefaultWriter atob btoa
  addEventListener removeEventListener dispatchEvent constructor queueMicrotask structuredClone`.split(/\s+/),
)

/** Powers inside what stays. */
const MEMBERS: readonly (readonly [owner: object, of: string, name: string])[] = [
  [Math, "Math", "random"],
  [Atomics, "Atomics", "wait"],
  [Atomics, "Atomics", "waitAsync"],
  [AbortSignal, "AbortSignal", "timeout"],
]

/** Prototypes that cubes share: nothing may be added to them, so that one cube cannot plant a property for another. */
const SHARED = [Object, Array, Function, String, Number, Boolean, Promise, Map, Set, RegExp, Error, ArrayBuffer, Date]

/**
 * Takes the ambient powers off a worker's global, for good: network, storage, timers, clock, randomness, messages to the
 * page, further workers, everything not known to be harmless. Touching one throws `ambient_power`. What the worker's own
 * script put on the global itself (a bundler's table of chunks) stays.
 *
 * This keeps honest code honest and a mistake from going unnoticed. It is no jail for hostile code: `import()` of an
 * address is syntax and cannot be removed; a Content-Security-Policy can forbid it.
 *
 * @param keep - Names to leave alone, as "Intl" or "Math.random".
 * @returns The names it took, and those the runtime would not let go (none, in the browsers known).
 */
export function removeAmbientPowers(
  scope: object = globalThis,
  keep: readonly string[] = [],
): { readonly removed: readonly string[]; readonly left: readonly string[] } {
  const kept = new Set([...KEPT, ...keep])
  const removed: string[] = []
  const left: string[] = []
  for (const owner of chain(scope))
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (kept.has(name) || isOwnWork(Object.getOwnPropertyDescriptor(owner, name))) continue
      ;(replace(owner, scope, name) ? removed : left).push(name)
    }
  for (const [owner, of, name] of MEMBERS) if (!kept.has(`${of}.${name}`)) replaceMember(owner, of, name)
  stopDate(scope as { Date: DateConstructor })
  for (const { prototype } of SHARED) Object.preventExtensions(prototype)
  return { removed, left }
}

/** The object and its prototypes, up to what every event target shares. */
function chain(scope: object): object[] {
  const owners: object[] = []
  for (let owner: object | null = scope; owner !== null; owner = Object.getPrototypeOf(owner)) {
    if (owner === Object.prototype || owner === EventTarget.prototype) break
    owners.push(owner)
  }
  return owners
}

/** Whether a script put it there: the platform's values are accessors, hidden, or native functions. */
function isOwnWork(property: PropertyDescriptor | undefined): boolean {
  if (!property?.enumerable || !("value" in property)) return false
  return typeof property.value !== "function" || !/\[native code\]\s*\}$/.test(String(property.value))
}

/** Puts the stand-in where the power is and, where that is a prototype, on the global itself: nobody can put another before it. */
function replace(owner: object, scope: object, name: string): boolean {
  const property = Object.getOwnPropertyDescriptor(owner, name)
  if (!property?.configurable) return false
  const stand = standIn(name, typeof property.value === "function")
  const gone = { get: () => stand, set: () => refuse(name), configurable: false }
  Object.defineProperty(owner, name, gone)
  if (!Object.hasOwn(scope, name)) Object.defineProperty(scope, name, gone)
  return true
}

function replaceMember(owner: object, of: string, name: string): void {
  if (!Object.hasOwn(owner, name)) return
  const stand = standIn(`${of}.${name}`, true)
  Object.defineProperty(owner, name, { value: stand, writable: false, configurable: false })
}

/** Something whose type can be asked for, as libraries do when they load, but that refuses every use. */
function standIn(name: string, callable: boolean): object {
  const no = (): never => refuse(name)
  const look = (target: object, key: string | symbol): unknown =>
    typeof key === "symbol" || key === "prototype" ? Reflect.get(target, key) : refuse(`${name}.${key}`)
  return new Proxy(callable ? function unavailable() {} : {}, {
    get: look,
    set: no,
    has: no,
    apply: no,
    construct: no,
    defineProperty: no,
    deleteProperty: no,
  })
}

/** `Date` goes on computing with given times, but no longer tells the present one. */
function stopDate(scope: { Date: DateConstructor }): void {
  const native = scope.Date
  replaceMember(native, "Date", "now")
  const still = new Proxy(native, {
    apply: () => refuse("Date()"),
    construct: (target, given, made) =>
      given.length === 0 ? refuse("new Date()") : Reflect.construct(target, given, made),
  })
  Object.defineProperty(native.prototype, "constructor", { value: still, writable: false, configurable: false })
  Object.defineProperty(scope, "Date", { value: still, writable: false, configurable: false })
}

function refuse(name: string): never {
  throw new CubeError({ ...ambient_power, params: { name } })
}
