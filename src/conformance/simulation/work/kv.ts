import type { Kv } from "cubular/contract"
import type { Stage, World } from "../world.ts"
import { attempt } from "./attempt.ts"
import type { Work } from "./work.ts"

/** How long nobody may rely on having read the latest: stale reads, and a clock that jumped. */
const MARGIN_MS = 120_000

/** What one key was ever set to: numbers that grow, by one writer. */
interface Line {
  /** Numbers acknowledged, with when. */
  readonly acked: { readonly number: number; readonly at: number }[]
  /** The latest number anybody tried to write. */
  tried: number
}

/** Values by key: what is read was written, and is no older than a stale read may be; in the end the latest is there. */
export class KvWork implements Work {
  private readonly stage: Stage
  private readonly staleMs: number
  private readonly lines: readonly Line[] = Array.from({ length: 3 }, () => ({ acked: [], tried: 0 }))
  private left: number

  constructor(stage: Stage, staleMs: number) {
    this.stage = stage
    this.staleMs = staleMs
    this.left = stage.draws.between(10, 24)
  }

  async live(world: World): Promise<void> {
    const kv = world.stores.kv("cells")
    await Promise.all([...this.lines.map((line, at) => this.write(world, kv, line, at)), this.read(world, kv)])
  }

  private async write(world: World, kv: Kv, line: Line, at: number): Promise<void> {
    while (this.left > 0) {
      await world.wait(this.stage.draws.below(900))
      this.left--
      const number = ++line.tried
      const came = await attempt(() => kv.put(`k${at}`, { at, number }))
      if ("value" in came) line.acked.push({ number, at: world.now() })
    }
  }

  private async read(world: World, kv: Kv): Promise<void> {
    while (this.left > 0) {
      await world.wait(this.stage.draws.below(500))
      await this.look(world, kv, this.stage.draws.below(this.lines.length))
    }
  }

  private async look(world: World, kv: Kv, at: number): Promise<void> {
    const { trace } = this.stage
    const start = world.now()
    const line = this.lines[at] as Line
    // What is acknowledged while the question is on its way, be it in the same millisecond, may come too late for it.
    const before = line.acked.slice()
    const came = await attempt(() => kv.get(`k${at}`))
    if (!("value" in came)) return
    const { number } = (came.value?.value as { readonly number: number } | undefined) ?? { number: 0 }
    const latest = line.acked.at(-1)?.number ?? 0
    const sure = this.staleMs === 0 ? 0 : this.staleMs + MARGIN_MS
    const least = before.findLast(({ at: when }) => when <= start - sure)?.number ?? 0
    if (number < least) trace.violate("acknowledged ⊆ stored", `kv k${at}: ${number} after ${least}`)
    trace.expect("what is read was written", number <= line.tried, () => `kv k${at}: ${number} of ${line.tried}`)
    if (number < latest && number >= least) trace.fault("stale", `k${at} ${number} of ${latest}`)
    else trace.note(`k${at} is ${number}`)
  }

  async finish(world: World): Promise<void> {
    await world.wait(this.staleMs + MARGIN_MS)
    const kv = world.stores.kv("cells")
    for (const at of this.lines.keys()) await this.look(world, kv, at)
    const { keys } = await kv.list()
    const written = this.lines.flatMap(({ acked }, at) => (acked.length > 0 ? [`k${at}`] : []))
    const listed = keys.map(({ key }) => key)
    const all = written.every((key) => listed.includes(key))
    this.stage.trace.expect("acknowledged ⊆ stored", all, () => `kv lists ${listed}, not ${written}`)
  }
}
