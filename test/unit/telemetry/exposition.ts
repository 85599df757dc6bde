/** A strict reader of the Prometheus text exposition format 0.0.4: throws at whatever the format does not have. */
export interface Metric {
  readonly type: string
  readonly help: string
  readonly samples: readonly Sample[]
}

export interface Sample {
  readonly name: string
  readonly labels: { readonly [name: string]: string }
  readonly value: number
}

const SUFFIXES: { readonly [type: string]: readonly string[] } = {
  counter: [""],
  gauge: [""],
  histogram: ["_bucket", "_sum", "_count"],
}

export function readExposition(text: string): ReadonlyMap<string, Metric> {
  if (text !== "" && !text.endsWith("\n")) throw new Error("The last line does not end")
  const metrics = new Map<string, { type: string; help: string; samples: Sample[] }>()
  const seen = new Set<string>()
  let current = ""
  for (const line of text.split("\n").slice(0, -1)) {
    const help = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/.exec(line)
    const type = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$/.exec(line)
    if (help) {
      current = help[1]!
      if (metrics.has(current)) throw new Error(`${current} is told twice`)
      metrics.set(current, { type: "", help: help[2]!, samples: [] })
    } else if (type) {
      const metric = metrics.get(current)
      if (type[1] !== current || !metric || metric.type !== "") throw new Error(`TYPE out of place: ${line}`)
      metric.type = type[2]!
    } else {
      const sample = readSample(line)
      const metric = metrics.get(current)
      if (!metric || !SUFFIXES[metric.type]?.some((suffix) => sample.name === current + suffix))
        throw new Error(`A sample out of place: ${line}`)
      const key = JSON.stringify([sample.name, Object.entries(sample.labels).toSorted()])
      if (seen.has(key)) throw new Error(`A sample is told twice: ${line}`)
      seen.add(key)
      metric.samples.push(sample)
    }
  }
  for (const [name, metric] of metrics) {
    if (metric.samples.length === 0) throw new Error(`${name} has no sample`)
    if (metric.type === "histogram") checkHistogram(name, metric)
  }
  return metrics
}

function readSample(line: string): Sample {
  const [, name, , labels = "", value] = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(.*)\})? (\S+)$/s.exec(line) ?? []
  if (name === undefined || value === undefined) throw new Error(`Not a sample: ${line}`)
  return { name, labels: readLabels(labels), value: readNumber(value) }
}

function readLabels(text: string): { readonly [name: string]: string } {
  const labels: { [name: string]: string } = {}
  let rest = text
  while (rest !== "") {
    const [whole, name, value] = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,(?=.)|$)/s.exec(rest) ?? []
    if (whole === undefined || name === undefined || value === undefined || name in labels)
      throw new Error(`Not labels: ${rest}`)
    labels[name] = value.replace(/\\(.)/g, (_, char: string) => (char === "n" ? "\n" : char))
    rest = rest.slice(whole.length)
  }
  return labels
}

function readNumber(text: string): number {
  if (text === "+Inf") return Number.POSITIVE_INFINITY
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) throw new Error(`Not a number: ${text}`)
  return Number(text)
}

/** Buckets rise up to +Inf, which is the count. */
function checkHistogram(name: string, { samples }: Metric): void {
  const groups = new Map<string, { edges: number[]; counts: number[]; sum?: number; count?: number }>()
  for (const sample of samples) {
    const { le, ...labels } = sample.labels
    const key = JSON.stringify(labels)
    const group = groups.get(key) ?? { edges: [], counts: [] }
    groups.set(key, group)
    if (sample.name === `${name}_sum`) group.sum = sample.value
    else if (sample.name === `${name}_count`) group.count = sample.value
    else {
      group.edges.push(readNumber(le!))
      group.counts.push(sample.value)
    }
  }
  const rises = (of: readonly number[], strictly: boolean) =>
    of.every((value, at) => at === 0 || (strictly ? value > of[at - 1]! : value >= of[at - 1]!))
  for (const [key, { edges, counts, sum, count }] of groups)
    if (
      sum === undefined ||
      edges.at(-1) !== Number.POSITIVE_INFINITY ||
      counts.at(-1) !== count ||
      !rises(edges, true) ||
      !rises(counts, false)
    )
      throw new Error(`${name}${key} is no histogram`)
}

/** Samples of a metric as "label=value,…" → value; `le` of buckets included. */
export function samplesOf(text: string, metric: string, suffix = ""): { readonly [labels: string]: number } {
  const samples = readExposition(text).get(metric)?.samples ?? []
  return Object.fromEntries(
    samples
      .filter(({ name }) => name === metric + suffix)
      .map(({ labels, value }) => [
        Object.entries(labels)
          .map((pair) => pair.join("="))
          .join(","),
        value,
      ]),
  )
}
