/** The parts of zod's issues we read. */
export interface SchemaIssue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly expected?: unknown
  readonly values?: readonly unknown[]
  readonly origin?: string
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly inclusive?: boolean
  readonly divisor?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly keys?: readonly string[]
  readonly errors?: readonly (readonly SchemaIssue[])[]
  readonly issues?: readonly SchemaIssue[]
}

/**
 * What a schema wanted, in signs that need no translation: `number`, `>= 1`, `"a" | "b"`, `length <= 5`. Never quotes
 * the refused value.
 */
export function expectedOf(issue: SchemaIssue, names = true): string {
  const size = issue.origin === "string" || issue.origin === "array" ? "length " : ""
  const equal = issue.inclusive === false ? "" : "="
  switch (issue.code) {
    case "invalid_type":
      return String(issue.expected)
    case "invalid_value":
      return (issue.values ?? []).map((value) => JSON.stringify(value)).join(" | ")
    case "too_small":
      return `${size}>${equal} ${issue.minimum}`
    case "too_big":
      return `${size}<${equal} ${issue.maximum}`
    case "not_multiple_of":
      return `n × ${issue.divisor}`
    case "invalid_format":
      return issue.format === "regex" ? String(issue.pattern) : String(issue.format)
    case "unrecognized_keys":
      if (!names) return "{ … }"
      return `{ ${(issue.keys ?? []).map((key) => `${JSON.stringify(key)}?: never`).join("; ")} }`
    case "invalid_union":
      return [
        ...new Set(
          (issue.errors ?? []).flatMap((branch) => branch.slice(0, 1).map((first) => expectedOf(first, names))),
        ),
      ].join(" | ")
    default:
      return issue.issues?.[0] ? expectedOf(issue.issues[0], names) : issue.message
  }
}

/** The first issue as a pointer into the refused value and what was expected there. */
export function firstProblem(issues: readonly SchemaIssue[]): { path: (string | number)[]; expected: string } {
  const issue = issues[0]
  if (issue === undefined) return { path: [], expected: "" }
  const path = issue.path.map((key) => (typeof key === "number" ? key : String(key)))
  return { path, expected: expectedOf(issue).slice(0, 300) }
}
