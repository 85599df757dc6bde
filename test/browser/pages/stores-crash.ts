import { isCubeError, type Stores } from "cubular/contract"
import { type BrowserStores, createStores, type StoresState } from "cubular/stores/browser"
import { openNow, problemsOf, type Told, writeAll } from "../stores-writing.ts"

/** What a test outside of the browser asks of a page. */

let stores: BrowserStores | undefined
const emptied: StoresState[] = []

function open(name: string): BrowserStores {
  stores ??= createStores({ name, clock: { now: () => Date.now() }, onEmpty: (state) => void emptied.push(state) })
  return stores
}

/** Lets workers write, each until it is terminated a little after its first entry. */
async function terminateWorkers(name: string, rounds: number): Promise<Told> {
  const told: { [what: string]: string[] } = {}
  for (let round = 0; round < rounds; round++)
    await new Promise<void>((resolve, reject) => {
      const worker = new Worker("/writer.js", { type: "module" })
      let isArmed = false
      worker.onerror = ({ message }) => reject(new Error(message))
      worker.onmessage = ({ data: [what, id] }: MessageEvent<[string, string]>) => {
        if (what === "failed") return reject(new Error(id))
        told[what] = [...(told[what] ?? []), id]
        if (what !== "entry" || isArmed) return
        isArmed = true
        // Each round at another moment of the work.
        setTimeout(
          () => {
            worker.terminate()
            resolve()
          },
          (round * 7) % 40,
        )
      }
      worker.postMessage({ name, round })
    })
  return told
}

/** Text that cannot be made shorter. */
function noise(length: number): string {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return Array.from(bytes, (byte) => String.fromCharCode(33 + (byte % 90))).join("")
}

/** Puts values of 100 kB until one is refused, and tells what then can be read. */
async function fill(name: string): Promise<unknown> {
  const kv = open(name).kv("cells")
  const kept: string[] = []
  const value = noise(100_000)
  let code: string | undefined
  while (code === undefined && kept.length < 1000) {
    const key = `k${kept.length}`
    await kv.put(key, key + value).then(
      () => kept.push(key),
      (error: unknown) => {
        code = isCubeError(error) ? error.code : String(error)
      },
    )
  }
  const readable = await Promise.all(kept.map(async (key) => (await kv.get(key))?.value === key + value))
  return { code, kept: kept.length, readable: readable.filter(Boolean).length }
}

/** One that is too large among small ones of the same moment. */
async function putBeside(name: string): Promise<unknown> {
  const kv = open(name).kv("cells")
  const puts = [kv.put("small", 1), kv.put("large", noise(20_000_000)), kv.put("other", 2)]
  const settled = await Promise.allSettled(puts)
  const codes = settled.map((each) => (each.status === "fulfilled" ? "done" : (each.reason as { code: string }).code))
  const blob = await putLargeBlob(open(name))
  return { codes, blob, small: (await kv.get("small"))?.value, large: await kv.get("large") }
}

/** From now on no transaction that writes comes to its end: each reads on and on. */
function hang(): void {
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (places, mode, options) {
    const transaction = begin.call(this, places, mode, options)
    if (mode !== "readwrite") return transaction
    transaction.commit = () => undefined
    for (const place of places) {
      const again = (): void => {
        transaction.objectStore(place).count().onsuccess = again
      }
      again()
    }
    return transaction
  }
}

const putLargeBlob = (of: Stores): Promise<string> =>
  of
    .blobs("files")
    .put("a", new Uint8Array(30_000_000))
    .then(
      () => "done",
      (error: unknown) => (isCubeError(error) ? error.code : String(error)),
    )

Object.assign(globalThis, {
  crash: {
    write: (name: string, round: number) =>
      void writeAll(openNow(name), round, (what, id) =>
        (globalThis as unknown as { tell: (line: string) => void }).tell(`${what}\t${id}`),
      ),
    problemsOf,
    terminateWorkers,
    fill,
    putBeside,
    put: async (name: string, key: string, value: string) => open(name).kv("cells").put(key, value),
    get: async (name: string, key: string) =>
      open(name)
        .kv("cells")
        .get(key)
        .then(
          (entry) => entry?.value ?? "nothing",
          (error: unknown) => (isCubeError(error) ? error.code : String(error)),
        ),
    hang,
    send: async (name: string) => void (await open(name).queue("work").send(1)),
    putLargeBlob: (name: string) => putLargeBlob(open(name)),
    state: async (name: string) => ({ ...(await open(name).state()), emptied: emptied.length }),
    /** Opens the database with a higher version; tells how long that took, ms. */
    upgrade: (name: string) =>
      new Promise((resolve, reject) => {
        const start = performance.now()
        const request = indexedDB.open(name, 2)
        request.onsuccess = () => resolve(performance.now() - start)
        request.onerror = () => reject(request.error)
      }),
  },
})
