/** Numbers a run asks for: its own hundred. */
export const HUNDRED = 100

/** What the nth run is given: numbers of its own, and the names of what it keeps and of what the one before kept. */
export interface FlowInputs {
  readonly items: readonly number[]
  readonly until: number
  readonly race: number
  readonly batch: number
  readonly own: string
  readonly before: string
  readonly record: { readonly id: string; readonly value: number }
  /** What the run before was to keep. */
  readonly raceBefore: number
}

export function inputsOf(number: number, items: number): FlowInputs {
  const base = number * HUNDRED
  const race = base + 30
  return {
    items: Array.from({ length: items }, (_, at) => base + at),
    until: base + 20,
    race,
    batch: base + 40,
    own: `r${number}`,
    before: `r${number - 1}`,
    record: { id: `r${number}`, value: race },
    raceBefore: race - HUNDRED,
  }
}
