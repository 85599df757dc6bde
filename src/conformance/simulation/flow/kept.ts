import type { Trace } from "../trace.ts"
import type { Over } from "./expected.ts"

/** What a run acknowledged to have kept. */
interface Kept {
  readonly at: number
  readonly value: number
}

/** How long nobody may rely on having read the latest of a key: stale reads, and a clock that jumped. */
const MARGIN_MS = 120_000

/** What one run kept is there for the next. */
export class KeptModel {
  private readonly trace: Trace
  private readonly staleMs: number
  private readonly keys = new Map<string, Kept>()
  private readonly records = new Map<string, Kept>()
  /** The latest version acknowledged, with when. */
  private readonly versions: { readonly at: number; readonly version: number }[] = []

  constructor(trace: Trace, staleMs: number) {
    this.trace = trace
    this.staleMs = staleMs
  }

  check(over: Over): void {
    this.checkKey(over)
    this.checkRecord(over)
    const { inputs, settled, ended } = over
    if (settled.steps.keep?.outcome === "ok") this.keys.set(inputs.own, { at: ended, value: inputs.race })
    if (settled.steps.note?.outcome !== "ok") return
    this.records.set(inputs.own, { at: ended, value: inputs.record.value })
    this.versions.push({ at: ended, version: settled.outputs.version as number })
  }

  private checkKey({ inputs, settled, begun }: Over): void {
    if (settled.steps.kept?.outcome !== "ok") return
    const { before, raceBefore } = inputs
    const { found, kept } = settled.outputs
    const known = this.keys.get(before)
    const sure = known !== undefined && known.at < begun - (this.staleMs === 0 ? 0 : this.staleMs + MARGIN_MS)
    this.trace.expect("what a run kept is there for the next", !sure || found === true, () => before)
    this.trace.expect("what is read was written", found !== true || kept === raceBefore, () => `${before}: ${kept}`)
  }

  private checkRecord({ inputs, settled, begun }: Over): void {
    const { before, raceBefore } = inputs
    const { noted, record, version } = settled.outputs
    const known = this.records.get(before)
    if (settled.steps.noted?.outcome === "ok") {
      const sure = known !== undefined && known.at < begun
      this.trace.expect("a record a run put is there for the next", !sure || noted === true, () => before)
      const { value } = (record ?? { value: raceBefore }) as { readonly value: number }
      this.trace.expect("what is read was written", value === raceBefore, () => `${before}: ${value}`)
    }
    if (settled.steps.note?.outcome !== "ok") return
    const earlier = this.versions.filter(({ at }) => at < begun)
    const grows = earlier.every((each) => each.version < (version as number))
    this.trace.expect("versions grow", grows, () => `${version} after ${earlier.map((each) => each.version)}`)
  }
}
