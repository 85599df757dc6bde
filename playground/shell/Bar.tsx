import type { ReactNode } from "react"

/**
 * A share as a bar; the figure stands beside it in words.
 *
 * @param share - 0–10000.
 * @param tone - class that colours it.
 */
export function Bar({ share, tone, mark }: { share: number; tone: string; mark?: number }): ReactNode {
  return (
    <svg
      className={`bar ${tone}`}
      viewBox="0 0 10000 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="bar-whole" width="10000" height="10" />
      <rect className="bar-share" width={Math.round(share)} height="10" />
      {mark === undefined ? null : <line className="bar-mark" x1={mark} x2={mark} y1="0" y2="10" />}
    </svg>
  )
}
