import type { Family, Series } from "./family.ts"

/** A number that is counted up, or up and down. */
export interface Tally {
  value: number
}

/** Durations in ms, by the first bucket that holds them; the last count is of those no bucket holds. */
export interface Spread {
  readonly counts: number[]
  sumMs: number
}

/** One metric in the text exposition format 0.0.4 of Prometheus; nothing where nothing was counted. */
export function exposeTallies(family: Family<Tally>): string {
  const { name } = family.options
  return expose(family, ({ labels, value }) => line(name, labels, value.value))
}

/** @param buckets - Upper edges in seconds, ascending. */
export function exposeSpreads(family: Family<Spread>, buckets: readonly number[]): string {
  const { name } = family.options
  return expose(family, ({ labels, value }) => {
    let count = 0
    const lines = [...buckets, Number.POSITIVE_INFINITY].map((edge, at) => {
      count += value.counts[at] ?? 0
      return line(`${name}_bucket`, `${labels},le="${numberText(edge)}"`, count)
    })
    return [...lines, line(`${name}_sum`, labels, value.sumMs / 1000), line(`${name}_count`, labels, count)].join("")
  })
}

function expose<T>(family: Family<T>, write: (series: Series<T>) => string): string {
  const { name, help, type } = family.options
  const lines = Array.from(family.series, write).join("")
  return lines === "" ? "" : `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines}`
}

function line(name: string, labels: string, value: number): string {
  return `${name}${labels === "" ? "" : `{${labels}}`} ${numberText(value)}\n`
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "+Inf"
  return String(value)
}
