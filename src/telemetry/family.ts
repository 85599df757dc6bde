/** One set of labels of a metric, and what was counted under it. */
export interface Series<T> {
  /** As it stands between the braces. */
  readonly labels: string
  readonly value: T
}

export interface FamilyOptions<T> {
  readonly name: string
  readonly help: string
  readonly type: "counter" | "gauge" | "histogram"
  /** Names of the labels: first `open` ones whose values have no end, then those of fixed lists. */
  readonly labels: readonly string[]
  readonly open: number
  readonly empty: () => T
}

/**
 * A metric with all its sets of labels, at most `most` of them: what comes after is counted under `other` in place of
 * every open label, so that nobody outside can make it grow.
 */
export class Family<T> {
  readonly options: FamilyOptions<T>
  private readonly most: number
  private readonly all = new Map<string, Series<T>>()

  constructor(options: FamilyOptions<T>, most: number) {
    this.options = options
    this.most = most
  }

  get series(): Iterable<Series<T>> {
    return this.all.values()
  }

  /** @param values - One for each label, in their order. */
  of(values: readonly string[]): T {
    const labels = this.write(values)
    const known = this.all.get(labels)
    if (known) return known.value
    if (this.all.size < this.most) return this.add(labels)
    const { open } = this.options
    const other = this.write(values.map((value, at) => (at < open ? "other" : value)))
    return this.all.get(other)?.value ?? this.add(other)
  }

  private add(labels: string): T {
    const value = this.options.empty()
    this.all.set(labels, { labels, value })
    return value
  }

  private write(values: readonly string[]): string {
    return this.options.labels.map((name, at) => `${name}="${escapeLabel(values[at] ?? "")}"`).join(",")
  }
}

/** Prometheus text exposition 0.0.4: backslash, double quote and line feed of a label's value are written with a backslash. */
export function escapeLabel(value: string): string {
  return value.replace(/[\\"\n]/g, (char) => (char === "\n" ? "\\n" : `\\${char}`))
}
