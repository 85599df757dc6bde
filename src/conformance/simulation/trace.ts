import { sha256Hex } from "cubular"

/** What may go wrong at a port, and to the process as a whole. */
export const faultKinds = [
  "delayed",
  "lost",
  "replyLost",
  "thrown",
  "full",
  "doubled",
  "stale",
  "clockJump",
  "freeze",
  "crash",
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Everything that happened, in order, as lines of text that are the same on every engine. */
export class Trace {
  readonly lines: string[] = []
  readonly violations: string[] = []
  /** Faults that made the trace another one than it would have been without them. */
  readonly faults: { [kind in FaultKind]?: number } = {}
  private readonly now: () => number

  /** @param now - Ms since the simulation began. */
  constructor(now: () => number) {
    this.now = now
  }

  note(line: string): void {
    this.lines.push(`${this.now()} ${line}`)
  }

  /** A fault whose line stands in the trace. */
  fault(kind: FaultKind, line: string): void {
    this.faults[kind] = (this.faults[kind] ?? 0) + 1
    this.note(`! ${kind} ${line}`)
  }

  /** An invariant that does not hold. */
  violate(invariant: string, what: string): void {
    this.violations.push(`${invariant}: ${what}`)
    this.note(`VIOLATION ${invariant}: ${what}`)
  }

  expect(invariant: string, holds: boolean, what: () => string): void {
    if (!holds) this.violate(invariant, what())
  }

  get hash(): string {
    return sha256Hex(this.lines.join("\n"))
  }
}
