/** Major, minor and patch. */
export type Version = readonly [number, number, number]

const PART = "(0|[1-9]\\d{0,8})"
const EXACT: RegExp = new RegExp(`^${PART}\\.${PART}\\.${PART}$`)
const RANGE: RegExp = new RegExp(`^([~^])${PART}(?:\\.${PART}(?:\\.${PART})?)?$`)

/** "1.2.3" as numbers; undefined when it is not a version (pre-releases and build marks are not). */
export function parseVersion(text: string): Version | undefined {
  const m = EXACT.exec(text)
  return m ? [Number(m[1]), Number(m[2]), Number(m[3])] : undefined
}

/** Negative when `a` is older than `b`, 0 when equal. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

/** From `low` up to, and without, `high`. */
export interface VersionRange {
  readonly low: Version
  readonly high: Version
}

const ENDLESS: Version = [Number.POSITIVE_INFINITY, 0, 0]

/**
 * The ranges a document may name: "1.2.3" exactly, "^1.2.3" the same leftmost non-zero part, "~1.2.3" the same minor
 * version, "*" or "" any. "^1", "^1.2", "~1" leave the missing parts open, as npm does. Undefined for anything else.
 */
export function parseRange(text: string): VersionRange | undefined {
  if (text === "" || text === "*") return { low: [0, 0, 0], high: ENDLESS }
  const exact = parseVersion(text)
  if (exact) return { low: exact, high: [exact[0], exact[1], exact[2] + 1] }
  const m = RANGE.exec(text)
  if (!m) return undefined
  const major = Number(m[2])
  const minor = Number(m[3] ?? 0)
  const patch = Number(m[4] ?? 0)
  const low: Version = [major, minor, patch]
  if (m[3] === undefined || (m[1] === "^" && major > 0)) return { low, high: [major + 1, 0, 0] }
  if (m[1] === "~" || minor > 0 || m[4] === undefined) return { low, high: [major, minor + 1, 0] }
  return { low, high: [0, 0, patch + 1] }
}

/** The newest of `held` (exact versions as text) inside a range; undefined when none is. */
export function newestIn(range: VersionRange, held: Iterable<string>): string | undefined {
  let best: string | undefined
  let top: Version | undefined
  for (const text of held) {
    const version = parseVersion(text)
    if (!version || compareVersions(version, range.low) < 0 || compareVersions(version, range.high) >= 0) continue
    if (top === undefined || compareVersions(version, top) > 0) {
      top = version
      best = text
    }
  }
  return best
}
