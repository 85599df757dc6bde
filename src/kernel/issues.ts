import { type ErrorText, type Issue, type Params, type Path, toIssue } from "cubular/contract"
import { too_many_issues } from "cubular/messages/en"

/** More findings than this are cut off: nobody reads them, and a hostile document must not make us write them. */
const MOST = 1000
/** Look-alike names are searched for so many findings of one document; the search compares with every name held. */
const MOST_SUGGESTIONS = 40
const LONGEST_QUOTE = 80
const FEW = 8

/** Collects the findings of one document. */
export class Issues {
  readonly list: Issue[] = []
  private suggestions = 0
  private readonly counts = { error: 0, warning: 0 }

  /** @returns undefined, for callers that find nothing where something is wrong. */
  error(text: ErrorText, path: Path, params: Params = {}, severity: "error" | "warning" = "error"): undefined {
    const count = ++this.counts[severity]
    // Errors and warnings have each their own room, so that neither crowds out the other.
    if (count <= MOST) this.list.push(toIssue(text, { path, params, severity }))
    else if (count === MOST + 1)
      this.list.push(toIssue(too_many_issues, { path: [], params: { limit: MOST }, severity }))
    return undefined
  }

  warning(text: ErrorText, path: Path, params?: Params): void {
    this.error(text, path, params, "warning")
  }

  get failed(): boolean {
    return this.list.some((issue) => issue.severity === "error")
  }

  /** Up to three of `names` that look like `name`, nearest first; all of them when they are few; else ["—"]. */
  similar(name: string, names: Iterable<string>): readonly string[] {
    if (this.suggestions++ >= MOST_SUGGESTIONS) return NONE
    const all = [...names]
    const near: { name: string; far: number }[] = []
    for (const other of all) {
      const far = distance(name, other, Math.max(2, Math.floor(name.length / 3)))
      if (far !== undefined && far < Math.min(name.length, other.length)) near.push({ name: other, far })
    }
    near.sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    if (near.length > 0) return near.slice(0, 3).map((each) => each.name)
    return all.length > 0 && all.length <= FEW ? all : NONE
  }
}

const NONE: readonly string[] = ["—"]

/** Text of a document as a message may quote it: cut to 80 UTF-16 code units, nothing a terminal would obey. */
export function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = text.slice(0, LONGEST_QUOTE).replace(/[\0-\x1f\x7f-\x9f]/g, "\ufffd")
  return text.length > LONGEST_QUOTE ? `${plain}…` : plain
}

/** What an error of somebody else says, for a person. */
export function problemOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "—"
}

/** Edits between two names, undefined when more than `most` or when the names are too long to compare. */
function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most || a.length > 128) return undefined
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    if (Math.min(...next) > most) return undefined
    row = next
  }
  const edits = row[b.length] as number
  return edits <= most ? edits : undefined
}
