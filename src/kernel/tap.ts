import {
  type CloudEvent,
  CubeError,
  decodeJson,
  encodeJson,
  type HostValue,
  type Http,
  type Json,
  readBytes,
  type Value,
} from "cubular/contract"
import type { Route } from "cubular/contract/routed-stores"
import { cube_threw, replay_diverged, replayed_failure } from "cubular/messages/en"
import { canonical } from "./canonical.ts"

/** A host value while it is written down. */
export type Taken = HostValue & { done?: number; times?: number; retryable?: true }

/**
 * Microtask turns for which a recorded reply waits for those recorded before it. Only code that changed since the
 * recording leaves one out; then the replay goes on out of order, or diverges, instead of waiting for ever.
 */
const PATIENCE_TURNS = 1000

/**
 * Microtask turns between two endings, while recording and replaying alike: what a cube asks for because of the first it
 * has asked for when the second comes. So the order of endings decides the order of asking, however fast they came.
 */
const SPACING_TURNS = 64

type Power = HostValue["power"]
type Reply = Extract<HostValue, { readonly power: "http.fetch" }>
type Answer = Extract<HostValue, { readonly power: "stores" }>
type Publication = Extract<HostValue, { readonly power: "messages.publish" }> & { value: Value }

/**
 * Stands between one step and the host: notes what it takes, or hands out again what a record holds. Replies arrive in
 * the recorded order, so a step that raced two of them sees the same winner.
 */
export class Tap {
  readonly taken: Taken[] = []
  private readonly fed: readonly Taken[] | undefined
  private asked = 0
  private awaited = 0
  private arrived = 0
  private ended = 0
  private spacing = false
  private readonly due = new Map<number, () => void>()

  constructor(fed: readonly Taken[] | undefined) {
    this.fed = fed?.filter((entry) => !isDrawn(entry.power))
  }

  /** A reading of the clock. */
  read(power: "clock.now" | "clock.monotonic", read: () => number): number {
    const value = this.fed ? (this.next(power) as { readonly value: number }).value : read()
    this.taken.push({ power, value })
    return value
  }

  /** A draw from the seed: counted, since the seed gives it again. */
  drawn<T extends number | string>(power: Power, value: T): T {
    const last = this.taken.at(-1)
    if (last?.power === power) Object.assign(last, { value, times: (last.times ?? 1) + 1 })
    else this.taken.push({ power, value } as Taken)
    return value
  }

  async sleep(ms: number, sleep: () => Promise<void>): Promise<void> {
    const entry: Taken = { power: "clock.sleep", value: ms }
    await this.wait(entry, sleep, async () => {})
  }

  /** Of a recording nothing leaves again, and what would leave must be what left. */
  publish(messages: readonly CloudEvent[], send: () => Promise<void>): Promise<void> {
    const value = encodeJson(messages as unknown as Value) as Value
    const entry = { power: "messages.publish", value } as Taken & Publication
    const perform = (): Promise<void> => send().catch((error) => Promise.reject(noteFailure(entry, error)))
    return this.wait(entry, perform, async (fed: Publication) => {
      entry.value = value
      if (canonical(fed.value) !== canonical(value)) throw diverged("messages.publish", "messages.publish")
      if (fed.failed !== undefined) throw recordedFailure({ ...fed, failed: fed.failed })
    })
  }

  fetch(send: () => ReturnType<Http>): Promise<Response> {
    const entry = { power: "http.fetch", failed: "" } as Taken & Reply
    return this.wait(entry, () => perform(entry, send), answer)
  }

  store(...[call, perform]: Parameters<Route>): ReturnType<Route> {
    const entry = { power: "stores", ...call } as Taken & Answer
    return this.wait(entry, () => keep(entry, perform), kept)
  }

  /** Asks for something that ends later; `again` makes it of the recorded entry. */
  private async wait<T>(entry: Taken, perform: () => Promise<T>, again: (fed: never) => Promise<T>): Promise<T> {
    const place = this.awaited++
    const fed = this.fed && this.next(labelOf(entry))
    entry.done = -1
    this.taken.push(entry)
    if (!fed) {
      const answered = perform()
      await answered.catch(() => undefined)
      await this.turn(this.arrived++)
      this.note(entry, place)
      return answered
    }
    const rank = fed.done ?? place
    void pause(PATIENCE_TURNS).then(() => this.leave(rank))
    await this.turn(rank)
    const { done: _, ...rest } = fed
    Object.assign(entry, rest)
    this.note(entry, place)
    return again(fed as never)
  }

  /** Resolves when so many have ended; what never ended while it was recorded does not now. */
  private turn(rank: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.due.set(rank, rank < 0 ? () => reject(diverged("—")) : resolve)
      this.pump()
    })
  }

  /** Nothing more to wait for. */
  private leave(rank: number): void {
    this.due.get(rank)?.()
    this.due.delete(rank)
  }

  private note(entry: Taken, place: number): void {
    const done = this.ended++
    if (done === place) delete entry.done
    else entry.done = done
    this.spacing = true
    void pause(SPACING_TURNS).then(() => {
      this.spacing = false
      this.pump()
    })
  }

  private pump(): void {
    if (!this.spacing) this.leave(this.ended)
  }

  private next(asked: string): Taken {
    const entry = this.fed?.[this.asked++]
    const recorded = entry && labelOf(entry)
    if (entry && recorded === asked) return entry
    throw diverged(asked, recorded)
  }
}

/** What was asked for, as far as records tell: of a store also which one, and what of it. */
function labelOf(entry: Taken): string {
  return entry.power === "stores" ? `stores ${entry.store}.${entry.method} ${entry.name}` : entry.power
}

function diverged(power: string, recorded = "—"): CubeError {
  return new CubeError({ ...replay_diverged, params: { power, recorded } })
}

/** In the place of a call that was called off while it was recorded. */
export async function neverMade(): Promise<never> {
  await pause(PATIENCE_TURNS)
  throw diverged("—")
}

async function pause(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await undefined
}

function isDrawn(power: Power): boolean {
  return power.startsWith("random.") || power.startsWith("ids.")
}

/** Sends a request and notes the whole reply, or the code it failed with. */
async function perform(entry: Taken & Reply, send: () => ReturnType<Http>): Promise<Response> {
  try {
    const response = await send()
    const body = await readBytes(response.body)
    const reply = {
      status: response.status,
      headers: [...response.headers] as [string, string][],
      body: toText(body) ?? encodeJson(body),
    }
    delete (entry as { failed?: string }).failed
    return answer(Object.assign(entry, reply))
  } catch (error) {
    throw noteFailure(entry, error)
  }
}

function noteFailure(entry: Taken, error: unknown): unknown {
  const { code = cube_threw.code, retryable } = (error ?? {}) as Partial<CubeError>
  Object.assign(entry, { failed: code, ...(retryable ? { retryable } : {}) })
  return error
}

/** Makes a call of a store and notes its answer, or the code it failed with. */
async function keep(entry: Taken & Answer, perform: () => ReturnType<Route>): Promise<Value | undefined> {
  try {
    const value = await perform()
    if (value !== undefined) Object.assign(entry, { value: encodeJson(value) })
    return value
  } catch (error) {
    throw noteFailure(entry, error)
  }
}

async function kept(entry: Answer): Promise<Value | undefined> {
  if ("failed" in entry) throw recordedFailure(entry)
  return entry.value === undefined ? undefined : decodeJson(entry.value as Json)
}

function recordedFailure({ failed, retryable }: { readonly failed: string; readonly retryable?: true }): CubeError {
  return new CubeError({ ...replayed_failure, code: failed, params: { code: failed }, retryable })
}

/** Text where the bytes are nothing else, for people who read records. */
function toText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The reply an entry holds. */
async function answer(entry: Taken & Reply): Promise<Response> {
  if ("failed" in entry) throw recordedFailure(entry)
  const { status, headers, body } = entry
  const bodiless = status === 204 || status === 205 || status === 304
  const bytes = typeof body === "string" ? body : (decodeJson(body) as Uint8Array<ArrayBuffer>)
  return new Response(bodiless ? null : bytes, { status, headers: headers as [string, string][] })
}
