import { type EdgeServer, serveEdge } from "./server.ts"
import type { Found } from "./writer.ts"

/** What was asked for, and what of it was answered: names by kind. */
export interface Told {
  readonly tried: Map<string, string[]>
  readonly acknowledged: Map<string, string[]>
}

export interface Kills extends Told {
  readonly found: Found
  /** From each kill to the first answer after it. */
  readonly readyMs: readonly number[]
}

/** What every round must have had answered before its kill. */
const KINDS = ["kv", "over", "pair", "entry", "send", "ack", "blob", "large"] as const

/** Ms by which a round is later than the one before: longer than leases and deliveries last. */
const ROUND_MS = 10_000

/**
 * Lets several write at once, kills workerd in their midst, starts it again over the same data, and so on.
 *
 * @param folder - Empty.
 */
export async function killRounds(folder: string, rounds: number): Promise<Kills> {
  const server = await serveEdge(folder, new URL("writer.ts", import.meta.url))
  const told: Told = { tried: new Map(), acknowledged: new Map() }
  const readyMs: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      await writeAndKill(server, round, told)
      const killedMs = performance.now()
      await answering(server)
      readyMs.push(performance.now() - killedMs)
    }
    const found = (await server.post({ what: "all", id: "", aheadMs: (rounds + 1) * ROUND_MS })) as Found
    return { ...told, found, readyMs }
  } finally {
    await server.stop()
  }
}

/** Waits until it answers from its stores again. */
async function answering(server: EdgeServer): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await server.post({ what: "look", id: "", aheadMs: 0 })
      return
    } catch (error) {
      if (tries === 1000) throw error
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}

async function writeAndKill(server: EdgeServer, round: number, told: Told): Promise<void> {
  const missing = new Set<string>(KINDS)
  const everyKind = gate()
  let over = false

  async function ask(what: string, id: string, name = id): Promise<unknown> {
    note(told.tried, what, name)
    const answer = await server.post({ what, id, aheadMs: round * ROUND_MS })
    note(told.acknowledged, what, name)
    missing.delete(what)
    if (missing.size === 0) everyKind.open()
    return answer
  }

  const writers = writersOf(ask, round).map(async (write) => {
    for (let n = 0; !over; n++)
      await write(n).catch((error: unknown) => {
        // After the kill every request fails; before it none may.
        if (!over) everyKind.fail(error)
        over = true
      })
  })
  try {
    await everyKind.opened
    // Each round at another moment of the work.
    await new Promise((resolve) => setTimeout(resolve, (round * 7) % 60))
  } finally {
    over = true
    server.kill()
    await Promise.all(writers)
  }
}

interface Gate {
  readonly opened: Promise<void>
  open(): void
  fail(error: unknown): void
}

function gate(): Gate {
  let [open, fail]: [() => void, (error: unknown) => void] = [() => undefined, () => undefined]
  const opened = new Promise<void>((resolve, reject) => {
    ;[open, fail] = [resolve, reject]
  })
  return { opened, open, fail }
}

type Ask = (what: string, id: string, name?: string) => Promise<unknown>

/** Each goes on by itself, one request after the other. */
function writersOf(ask: Ask, round: number): ((n: number) => Promise<void>)[] {
  return [
    async (n) => {
      await ask("kv", `${round}-${n}`)
      await ask("over", `${round}-${n}`)
    },
    async (n) => void (await ask("pair", `${round}-${n}`)),
    async (n) => void (await ask("entry", `${round}-${n}`)),
    async (n) => {
      await ask("send", `${round}-${n}`)
      if (n % 3 > 0) return
      const found = (await ask("receive", "")) as { readonly id: string; readonly receipt: string } | null
      if (found) await ask("ack", found.receipt, found.id)
    },
    async (n) => void (await ask(n % 5 === 4 || n === 0 ? "large" : "blob", `${round}-${n}`)),
  ]
}

function note(list: Map<string, string[]>, what: string, name: string): void {
  const names = list.get(what)
  if (names) names.push(name)
  else list.set(what, [name])
}
