import type { Span } from "./otlp.ts"

/** Spans that wait to be fetched. What comes when it is full is dropped: who fetches late sees the beginning of the trouble. */
export class SpanBuffer {
  /** 0: nothing is kept at all. */
  readonly room: number
  private spans: Span[] = []

  constructor(room: number) {
    this.room = room
  }

  /** @returns how many were dropped. */
  put(spans: readonly Span[]): number {
    const left = Math.max(0, this.room - this.spans.length)
    this.spans.push(...spans.slice(0, left))
    return Math.max(0, spans.length - left)
  }

  take(): readonly Span[] {
    const { spans } = this
    this.spans = []
    return spans
  }
}
