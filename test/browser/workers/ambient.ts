import { isCubeError } from "cubular/contract"
import { removeAmbientPowers } from "../../../src/host/browser/ambient.ts"

/** Ways to reach what a cube has not asked for. Each must fail with `ambient_power`. */
const reaches: Record<string, () => unknown> = {
  fetch: () => fetch("/"),
  "globalThis.fetch": () => globalThis.fetch("/"),
  "self.fetch": () => self.fetch("/"),
  "fetch found through Function": () => new Function("return fetch")()("/"),
  "fetch of the prototype": () => Object.getPrototypeOf(self).fetch?.("/") ?? self.fetch("/"),
  XMLHttpRequest: () => new XMLHttpRequest(),
  WebSocket: () => new WebSocket("wss://a.example"),
  EventSource: () => new (Reflect.get(self, "EventSource") as new (url: string) => unknown)("/"),
  WebTransport: () => new (Reflect.get(self, "WebTransport") as new (url: string) => unknown)("https://a.example"),
  indexedDB: () => indexedDB.open("x"),
  caches: () => caches.open("x"),
  importScripts: () => importScripts("/x.js"),
  "navigator.storage": () => navigator.storage.getDirectory(),
  "navigator.locks": () => navigator.locks.query(),
  "navigator.userAgent": () => navigator.userAgent,
  location: () => location.href,
  "performance.now": () => performance.now(),
  "crypto.getRandomValues": () => crypto.getRandomValues(new Uint8Array(1)),
  "crypto.randomUUID": () => crypto.randomUUID(),
  "Math.random": () => Math.random(),
  "Date.now": () => Date.now(),
  "new Date()": () => new Date(),
  "Date()": () => Date(),
  "the date's own constructor": () => new (new Date(0).constructor as DateConstructor)(),
  "a class that extends Date": () => new (class extends Date {})(),
  "Intl's clock": () => new Intl.DateTimeFormat().format(),
  "Temporal.Now": () => (Reflect.get(self, "Temporal") as { Now: { instant(): unknown } }).Now.instant(),
  setTimeout: () => setTimeout(() => undefined, 0),
  setInterval: () => setInterval(() => undefined, 1),
  requestAnimationFrame: () => requestAnimationFrame(() => undefined),
  "AbortSignal.timeout": () => AbortSignal.timeout(1),
  "Atomics.wait": () => Atomics.wait(new Int32Array(1), 0, 0, 1),
  postMessage: () => postMessage("forged"),
  close: () => close(),
  Worker: () => new Worker("data:text/javascript,"),
  BroadcastChannel: () => new BroadcastChannel("x"),
  MessageChannel: () => new MessageChannel(),
  "setting onmessage": () => {
    self.onmessage = () => undefined
  },
  "putting fetch back": () => {
    Reflect.set(self, "fetch", () => undefined)
  },
  "defining fetch anew": () => {
    Object.defineProperty(self, "fetch", { value: () => undefined })
  },
  "adding to a shared prototype": () => {
    Object.assign(Object.prototype, { planted: true })
  },
}

/** What computing needs and must go on working. */
const works: Record<string, () => unknown> = {
  "dates of given times": () => new Date(0).toISOString() === "1970-01-01T00:00:00.000Z" && new Date(0) instanceof Date,
  "Date.UTC and parse": () => Date.UTC(2000, 0) === Date.parse("2000-01-01T00:00:00Z"),
  arithmetic: () => Math.floor(1.5) === 1,
  "typed arrays": () => new Float64Array([1.5])[0] === 1.5,
  "asking for a type": () => [typeof fetch, typeof navigator, typeof Worker].join() === "function,object,function",
  "instanceof of what is gone": () => !({} instanceof Worker),
  "text encoding": () => new TextEncoder().encode("명").length === 3,
  "URL, Request, Response": () => new Request("https://a.example/x").url === new URL("/x", "https://a.example").href,
  "abort signals": () => AbortSignal.abort().aborted && AbortSignal.any([AbortSignal.abort()]).aborted,
  "structured clone": () => (structuredClone({ a: [1] }) as { a: number[] }).a[0] === 1,
  WebAssembly: () => WebAssembly.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)),
  "what the script put on the global itself": () =>
    Reflect.get(self, "chunks")[0] === 7 && Reflect.get(self, "own")() === 8,
}

const post = postMessage.bind(globalThis)
Object.assign(self, { chunks: [7], own: () => 8 })
const { removed, left } = removeAmbientPowers()

const outcomeOf = (reach: () => unknown): string => {
  try {
    return `ok: ${String(reach())}`
  } catch (thrown) {
    return isCubeError(thrown) ? thrown.code : String(thrown)
  }
}

post({
  removed,
  left,
  reached: Object.entries(reaches).map(([name, reach]) => [name, outcomeOf(reach)]),
  working: Object.entries(works).map(([name, work]) => [name, outcomeOf(work)]),
})
