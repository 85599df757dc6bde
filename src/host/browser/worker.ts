import { expose } from "comlink"
import type { Host, RunInputs } from "cubular/contract"
import * as z from "zod"
import { createTimerClock } from "../timer-clock.ts"
import { BusyLock } from "./alive.ts"
import { removeAmbientPowers } from "./ambient.ts"
import { withGrants } from "./grants.ts"
import { type BrowserHostOptions, captureRuntime, createBrowserHost, type Runtime } from "./powers.ts"
import {
  type Answer,
  type Connect,
  NO_RESULT,
  type Notice,
  type Offered,
  READY,
  type RemoteService,
  toCubeError,
} from "./protocol.ts"
import { openSession, type Served, type Session, type SessionOptions } from "./session.ts"
import { StreamReader, StreamSender } from "./stream-port.ts"

export type { Served, SessionOptions } from "./session.ts"

// Before any schema is made: zod looks once whether it may compile code, and a strict page reports that as a violation.
z.config({ jitless: true })

export interface ServeOptions extends SessionOptions {
  /** The host runs stand on; create it before `serve` takes the ambient powers away. Default: a browser host. */
  readonly host?: Host
  /** Options of the default host. */
  readonly powers?: BrowserHostOptions
  /** Names on the global to leave alone, for a library that cannot do without. */
  readonly keep?: readonly string[]
}

/**
 * Makes this worker serve runs to the page that created it with `createCubular({ worker })`. Call it once, in the
 * worker's own file.
 *
 * The ambient powers (fetch, timers, clock, randomness, storage …) leave the worker's global at once. Modules imported
 * statically have already run by then: hand over a function that imports the cubes, and they never see those powers.
 *
 * @example serve(async () => [(await import("./cubes/shout.ts")).default])
 */
export function serve(served: Served, options: ServeOptions = {}): void {
  const runtime = captureRuntime()
  const post = postMessage.bind(globalThis)
  const Channel = MessageChannel
  const powers = withStores(options.powers ?? {}, runtime)
  addEventListener("message", connect)
  removeAmbientPowers(globalThis, options.keep)
  post(READY)

  function connect({ data }: MessageEvent<Connect>): void {
    if (data?.cubular !== "connect") return
    removeEventListener("message", connect)
    const tell = (notice: Notice, ports: MessagePort[] = []): void => data.port.postMessage(notice, ports)
    const host = options.host ?? createBrowserHost(withGrants(powers, data.grants, runtime), runtime)
    const busy = new BusyLock(data.lock, (word) => tell({ cubular: word }), runtime)
    const opening = openSession(served, host, options, (step) => tell({ cubular: "starts", step }))
    // The first run waits for the lock as well, lest a worker that ends in it falls silent unnoticed.
    const opened = Promise.all([opening, busy.acquire()]).then(([session]) => session)
    expose(
      remote(opened, busy, tell, () => new Channel()),
      data.port,
    )
  }
}

/** Stores take what they need of the browser when they are made, which must be now. */
function withStores(powers: BrowserHostOptions, runtime: Runtime): BrowserHostOptions {
  const stores = powers.stores?.(createTimerClock(runtime))
  return stores === undefined ? powers : { ...powers, stores: () => stores }
}

/** What the page can call. Nothing here throws: errors are part of the answers, whole. */
function remote(
  opening: Promise<Session>,
  busy: BusyLock,
  tell: (notice: Notice, ports?: MessagePort[]) => void,
  createChannel: () => MessageChannel,
): RemoteService {
  opening.catch(() => undefined)
  return Object.freeze({
    async run(id, target, inputs, options, feeds = {}) {
      const sent: StreamSender[] = []
      const given: { [name: string]: RunInputs[string] } = { ...inputs }
      for (const [name, port] of Object.entries(feeds)) given[name] = new StreamReader(port)
      const offer = ({ names, take }: Offered): void => {
        const ports: { [name: string]: MessagePort } = {}
        for (const name of names) {
          const { port1, port2 } = createChannel()
          sent.push(new StreamSender(take(name), port1, "outputs"))
          ports[name] = port2
        }
        tell({ cubular: "streams", run: id, ports }, Object.values(ports))
      }
      try {
        return await busy.during(async () => (await opening).run(id, target, given, options, { offer }))
      } catch (thrown) {
        return { error: toCubeError(thrown).toJSON(), result: NO_RESULT }
      } finally {
        for (const sender of sent) sender.finish()
      }
    },
    watch: (id) => answer(async () => (await opening).watch(id, (event) => tell({ cubular: "event", run: id, event }))),
    cancel: (id, reason) => answer(async () => (await opening).cancel(id, reason)),
    validate: (source) => answer(async () => (await opening).validate(source)),
    list: () => answer(async () => (await opening).list()),
    ping: () => true,
  } satisfies RemoteService)
}

async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await work() }
  } catch (thrown) {
    return { error: toCubeError(thrown).toJSON() }
  }
}
