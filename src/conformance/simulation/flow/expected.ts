import type { Settled } from "cubular"
import type { Trace } from "../trace.ts"
import { answerTo, DETOUR } from "./cubes.ts"
import type { FlowSettings } from "./document.ts"
import type { FlowInputs } from "./inputs.ts"
import type { Call, FlowWatch } from "./watch.ts"

/** A run that is over, and what is known of it. */
export interface Over {
  readonly inputs: FlowInputs
  readonly settled: Settled
  readonly begun: number
  readonly ended: number
}

/** Codes a step may fail with whose calls ask a service. */
const ASKED: ReadonlySet<string> = new Set(["simulated_refusal", "service_unreachable"])

/** What the cubes of flow promise, by models that know which calls were made, and when. */
export class FlowModel {
  private readonly trace: Trace
  private readonly settings: FlowSettings
  private readonly watch: FlowWatch

  constructor(trace: Trace, settings: FlowSettings, watch: FlowWatch) {
    this.trace = trace
    this.settings = settings
    this.watch = watch
  }

  check(over: Over): void {
    this.checkMap(over)
    this.checkUntil(over)
    this.checkRace(over)
    this.checkBatch(over)
  }

  private checkMap({ inputs, settled }: Over): void {
    const { trace, watch } = this
    const { items, own } = inputs
    const { outcome, error } = settled.steps.map ?? {}
    const given = settled.outputs.map as readonly number[] | undefined
    const right = items.map(answerTo)
    const same = outcome !== "ok" || (given?.length === right.length && right.every((each, at) => each === given[at]))
    trace.expect("map gives what each item gives, in order", same, () => `${own}: ${given}, not ${right}`)
    const calls = items.map((item) => watch.callsFor(item).length)
    const once = calls.every((count) => count === 1 || (count === 0 && outcome !== "ok"))
    trace.expect("map asks once for each item", once, () => `${own}: ${calls}`)
    if (outcome !== "failed") return
    const failed = items.some((item) => watch.callsFor(item).some(({ ok, ended }) => ended !== undefined && !ok))
    trace.expect("map fails when an item does", failed && ASKED.has(error?.code ?? ""), () => `${own}: ${error?.code}`)
  }

  private checkUntil({ inputs, settled }: Over): void {
    const { trace, settings } = this
    const { until, own } = inputs
    const calls = this.watch.callsFor(until)
    const { outcome, error } = settled.steps.until ?? {}
    const last = calls.at(-1)
    trace.expect("retry-until tries no more than it may", calls.length <= settings.attempts, () => own)
    calls.slice(1).forEach((call, at) => void this.checkPause(own, calls[at] as Call, call, at))
    if (outcome === "ok") {
      const { attempts, until: given } = settled.outputs
      const right = last?.ready === true && attempts === calls.length && given === answerTo(until)
      trace.expect("retry-until gives what held", right, () => `${own}: ${given} after ${attempts} of ${calls.length}`)
    } else if (error?.code === "retry_exhausted")
      trace.expect("retry-until gives up when all are used", calls.length === settings.attempts, () => own)
    else if (outcome === "failed") {
      const fits = last?.ok === false && error?.code === "simulated_refusal"
      trace.expect("retry-until fails for what may not be tried again", fits, () => `${own}: ${error?.code}`)
    }
  }

  private checkPause(own: string, before: Call, call: Call, at: number): void {
    const { delayMs, factor, maxDelayMs } = this.settings
    this.trace.expect("retry-until stops when it holds", !before.ready, () => own)
    this.trace.expect("retry-until tries again what may be", !before.final, () => own)
    const pause = Math.min(delayMs * factor ** at, maxDelayMs)
    const waited = call.begun - (before.ended ?? Number.NaN)
    this.trace.expect("retry-until waits as long as it should", waited === pause, () => `${own}: ${waited}, ${pause}`)
  }

  private checkRace({ inputs, settled, begun, ended }: Over): void {
    const { trace, settings } = this
    const { race, own } = inputs
    const calls = this.watch.callsFor(race)
    const { outcome, error } = settled.steps.race ?? {}
    const came = calls.filter(({ ok }) => ok).map((call) => call.ended as number)
    const took = ended - begun
    if (outcome === "ok") {
      const { race: given, winner } = settled.outputs
      const right = given === answerTo(race) + (winner === 0 ? 0 : DETOUR)
      trace.expect("race gives what its winner gave", right, () => `${own}: ${given} of ${winner}`)
      const won = calls.find(({ name }) => name === (winner === 0 ? "straight" : "detour"))
      const first = won?.ok === true && won.ended === Math.min(...came)
      trace.expect("the first to succeed wins", first, () => `${own}: ${winner} at ${won?.ended} of ${came}`)
    } else if (error?.code === "race_timed_out") {
      const early = took < settings.raceMs || came.some((at) => at - begun < settings.raceMs)
      trace.expect("a race lasts as long as it may", !early, () => `${own}: ${took} of ${settings.raceMs}, ${came}`)
    } else if (outcome === "failed") {
      const all = calls.length === 2 && calls.every(({ ok }) => !ok) && error?.code === "race_all_failed"
      trace.expect("a race fails when all do", all, () => `${own}: ${error?.code}`)
    }
    const late = calls.filter((call) => (call.ended ?? ended) - begun > settings.raceMs)
    trace.expect("a race that is over calls off the others", late.length === 0, () => own)
  }

  private checkBatch({ inputs, settled }: Over): void {
    const { batch, own } = inputs
    const { outcome } = settled.steps.batch ?? {}
    const given = settled.outputs.batch
    const right = outcome !== "ok" || given === answerTo(batch)
    this.trace.expect("a shared call gives each its own", right, () => `${own}: ${given} for ${batch}`)
  }
}
