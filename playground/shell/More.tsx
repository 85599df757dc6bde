import type { ReactNode } from "react"

/** Something that is told on demand. */
export function More({ summary, children }: { summary: ReactNode; children: ReactNode }): ReactNode {
  return (
    <details className="more">
      <summary>{summary}</summary>
      <div className="more-body">{children}</div>
    </details>
  )
}
