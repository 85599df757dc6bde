import type { CubeErrorJson, Issue, Path } from "cubular"
import { format as formatEn } from "cubular/messages/en"
import { format as formatKo } from "cubular/messages/ko"
import type { Lang } from "./args.ts"

/** Where a command writes: results to `out`, everything else to `err`. Tests hand in their own. */
export interface Streams {
  readonly in: AsyncIterable<Uint8Array>
  out(text: string): void | Promise<void>
  err(text: string): void
}

export const printJson = (streams: Streams, value: unknown): void | Promise<void> =>
  streams.out(`${JSON.stringify(value)}\n`)

type Spoken = Pick<CubeErrorJson, "code" | "params" | "message" | "hint">

/** The same error or issue with message and hint in the reader's language. */
export function inLanguage<E extends Spoken>(error: E, lang: Lang): E {
  return { ...error, ...(lang === "ko" ? formatKo(error) : formatEn(error)) }
}

/** `cubes.reading.in.pillars` with indexes in brackets. */
export function spellPath(path: Path): string {
  return path.map((part, i) => (typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`)).join("")
}

/** An error for people: what happened, where, what to do. */
export function complain(streams: Streams, error: CubeErrorJson, lang: Lang): void {
  const { message, hint } = inLanguage(error, lang)
  const where = error.path.length === 0 ? "" : ` (${spellPath(error.path)})`
  streams.err(`${error.code}${where}: ${message}\n  ${hint}\n`)
}

/** An issue for people, with its line where the document is a text. */
export function describeIssue(issue: Issue, lang: Lang): string {
  const { message, hint } = inLanguage(issue, lang)
  const line = issue.line === undefined ? "" : `${issue.line}:${issue.column ?? 1} `
  const mark = { ko: { error: "오류", warning: "주의" }, en: { error: "error", warning: "warning" } }[lang][
    issue.severity
  ]
  return `${line}${mark} ${issue.code} ${spellPath(issue.path)}\n  ${message}\n  ${hint}\n`
}
