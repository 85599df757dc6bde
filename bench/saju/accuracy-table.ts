import { table } from "../table.ts"

export interface Tally {
  readonly right: number
  /** Those it has a way to be asked about. */
  readonly asked: number
}

/** What `accuracy.ts` prints. */
export interface Accuracy {
  readonly packages: readonly {
    readonly name: string
    readonly charts: { readonly [kind: string]: Tally }
    readonly months: Tally
    readonly leapMonths: Tally
    readonly clocks: readonly string[]
  }[]
}

const share = ({ right, asked }: Tally): string => {
  if (asked === 0) return "–"
  const percent = (100 * right) / asked
  // Never 100.0 for one that was wrong somewhere.
  return `${right === asked ? "100" : Math.min(percent, 99.9).toFixed(1)} %`
}

/** Right answers by kind of birth, a column for each package. */
export function accuracyTable({ packages }: Accuracy): string {
  const kinds = Object.keys(packages[0]?.charts ?? {})
  const rows = [
    ...kinds.map((kind) => [kind, ...packages.map(({ charts }) => share(charts[kind] as Tally))]),
    ["Korean lunar months 1391–2050", ...packages.map(({ months }) => share(months))],
    ["Korean leap months 1391–2050", ...packages.map(({ leapMonths }) => share(leapMonths))],
    ["clocks it can be asked for", ...packages.map(({ clocks }) => clocks.join(", "))],
  ]
  return table(["right answers", ...packages.map(({ name }) => name)], rows)
}
