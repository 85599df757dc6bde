import { CubeError, decodeJson, encodeJson, type HostValue, type Http, readBytes } from "cubular/contract"
import { replay_diverged, replayed_failure } from "cubular/messages/en"

/** A host value while it is written down. */
export type Taken = HostValue & { done?: number; times?: number; retryable?: true }

/**
 * Microtask turns for which a recorded reply waits for those recorded before it. Only code that changed since the
 * recording leaves one out; then the replay goes on out of order, or diverges, instead of waiting for ever.
 */
const PATIENCE_TURNS = 1000

type Power = HostValue["power"]
type Reply = Extract<HostValue, { readonly power: "http.fetch" }>

/**
 * Stands between one step and the host: notes what it takes, or hands out again what a record holds. Replies arrive in
 * the recorded order, so a step that raced two of them sees the same winner.
 */
export class Tap {
  readonly taken: Taken[] = []
  private readonly fed: readonly Taken[] | undefined
  private asked = 0
  private awaited = 0
  private ended = 0
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

  fetch(send: () => ReturnType<Http>): Promise<Response> {
    const entry = { power: "http.fetch", failed: "" } as Taken & Reply
    return this.wait(entry, () => perform(entry, send), answer)
  }

  /** Asks for something that ends later; `again` makes it of the recorded entry. */
  private async wait<T>(entry: Taken, perform: () => Promise<T>, again: (fed: never) => Promise<T>): Promise<T> {
    const place = this.awaited++
    const fed = this.fed && this.next(entry.power)
    entry.done = -1
    this.taken.push(entry)
    if (!fed) return perform().finally(() => this.note(entry, place))
    await this.turn(fed.done ?? place)
    const { done: _, ...rest } = fed
    Object.assign(entry, rest)
    this.note(entry, place)
    return again(fed as never)
  }

  /** Resolves when it is a recorded ending's turn; what never ended while it was recorded does not now. */
  private turn(rank: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.due.set(rank, resolve)
      this.pump()
      void pause().then(() => (rank < 0 ? reject(diverged("—")) : resolve()))
    })
  }

  private note(entry: Taken, place: number): void {
    const done = this.ended++
    if (done === place) delete entry.done
    else entry.done = done
    this.pump()
  }

  private pump(): void {
    const ready = this.due.get(this.ended)
    if (!ready) return
    this.due.delete(this.ended)
    ready()
  }

  private next(power: Power): Taken {
    const entry = this.fed?.[this.asked++]
    if (entry?.power === power) return entry
    throw diverged(power, entry?.power)
  }
}

function diverged(power: string, recorded = "—"): CubeError {
  return new CubeError({ ...replay_diverged, params: { power, recorded } })
}

/** In the place of a call that was called off while it was recorded. */
export async function neverMade(): Promise<never> {
  await pause()
  throw diverged("—")
}

async function pause(): Promise<void> {
  for (let turn = 0; turn < PATIENCE_TURNS; turn++) await undefined
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
    const { code, retryable } = error as CubeError
    Object.assign(entry, { failed: code, ...(retryable ? { retryable } : {}) })
    throw error
  }
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
  if ("failed" in entry) {
    const { failed, retryable } = entry
    throw new CubeError({ ...replayed_failure, code: failed, params: { code: failed }, retryable })
  }
  const { status, headers, body } = entry
  const bodiless = status === 204 || status === 205 || status === 304
  const bytes = typeof body === "string" ? body : (decodeJson(body) as Uint8Array<ArrayBuffer>)
  return new Response(bodiless ? null : bytes, { status, headers: headers as [string, string][] })
}
