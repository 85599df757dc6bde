import type { Journal, JournalWriter } from "cubular/contract"
import type { Stage, World } from "../world.ts"
import { attempt, isUnsure } from "./attempt.ts"
import type { Work } from "./work.ts"

interface Entry {
  /** Of the writer. */
  readonly token: number
  readonly number: number
}

/** Two want to write one journal, fall silent and come back: one writes at a time, and what was acknowledged stays. */
export class JournalWork implements Work {
  private readonly stage: Stage
  /** By position. */
  private readonly acked = new Map<number, string>()
  private seen: readonly string[] = []
  private left: number
  private number = 0
  /** The latest writer there was told to be. */
  private newest = 0

  constructor(stage: Stage) {
    this.stage = stage
    this.left = stage.draws.between(8, 18)
  }

  async live(world: World): Promise<void> {
    const journal = world.stores.journal("log")
    await Promise.all([this.write(world, journal), this.write(world, journal)])
  }

  private async write(world: World, journal: Journal): Promise<void> {
    const { draws } = this.stage
    while (this.left > 0) {
      await world.wait(draws.below(1200))
      const leaseSec = draws.between(2, 8)
      const came = await attempt(() => journal.writer({ leaseSec }))
      if ("value" in came) await this.hold(world, journal, came.value)
    }
  }

  /** Appends until the right is lost, or given back. */
  private async hold(world: World, journal: Journal, writer: JournalWriter): Promise<void> {
    const { draws, trace } = this.stage
    trace.note(`writer ${writer.token} from ${writer.end}`)
    this.newest = Math.max(this.newest, writer.token)
    let { end } = writer
    while (this.left > 0 && draws.percent(85)) {
      await world.wait(draws.below(700))
      if (draws.percent(15)) {
        trace.fault("freeze", `writer ${writer.token}`)
        await world.wait(draws.between(1000, 12_000))
      }
      this.left--
      const found = await this.append(journal, writer, end)
      if (found === undefined) return
      end = found
    }
    await attempt(() => writer.close())
  }

  /** @returns the new end; undefined when the right is lost. */
  private async append(journal: Journal, writer: JournalWriter, end: number): Promise<number | undefined> {
    const { draws, trace } = this.stage
    const { token } = writer
    const entries: Entry[] = Array.from({ length: draws.between(1, 3) }, () => ({ token, number: ++this.number }))
    const { newest } = this
    const came = await attempt(() => writer.append(entries as never, { expected: end }))
    if ("value" in came) {
      trace.expect("who lost the right appends nothing", newest <= token, () => `${token} after ${newest}`)
      trace.expect(
        "an append gives the new end",
        came.value === end + entries.length,
        () => `${came.value} after ${end}`,
      )
      entries.forEach((entry, at) => void this.acked.set(end + at, textOf(entry)))
      trace.note(`writer ${token} appended ${entries.length} at ${end}`)
      return came.value
    }
    // One that lost its right and does not know it looks where the journal ends, and tries again.
    if (came.code === "store_full") return end
    if (!isUnsure(came) && came.code !== "journal_position") return undefined
    const page = await attempt(() => journal.read({ from: end }))
    return "value" in page ? page.value.end : undefined
  }

  async finish(world: World): Promise<void> {
    await this.look(world.stores.journal("log"))
  }

  private async look(journal: Journal): Promise<void> {
    const { trace } = this.stage
    const { entries, end } = await journal.read({ limit: 1000 })
    const texts = entries.map(({ value }) => textOf(value as unknown as Entry))
    const lost = [...this.acked].filter(([position, text]) => texts[position] !== text)
    trace.expect("acknowledged ⊆ stored", lost.length === 0, () => `journal lacks ${lost}`)
    const tokens = entries.map(({ value }) => (value as unknown as Entry).token)
    const ordered = tokens.every((token, at) => at === 0 || token >= (tokens[at - 1] as number))
    trace.expect("single writer", ordered, () => `tokens ${tokens}`)
    trace.expect(
      "no gaps",
      end === entries.length && entries.every(({ position }, at) => position === at),
      () => `${end}`,
    )
    trace.expect("nothing twice", new Set(texts).size === texts.length, () => `${texts}`)
    const kept = this.seen.every((text, at) => texts[at] === text)
    trace.expect("a journal only grows", kept, () => `${this.seen}`)
    this.seen = texts
    trace.note(`journal ${texts.join(" ")}`)
  }
}

function textOf({ token, number }: Entry): string {
  return `${token}.${number}`
}
