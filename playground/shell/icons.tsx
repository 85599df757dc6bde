import type { ReactNode } from "react"

/** The mark: a cube seen from a corner. */
export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path className="mark-top" d="M12 2 21 7 12 12 3 7Z" />
      <path className="mark-left" d="M3 7 12 12V22L3 17Z" />
      <path className="mark-right" d="M21 7 12 12V22L21 17Z" />
    </svg>
  )
}

const paths = {
  same: "M5 12.5 10 17.5 19 7",
  different: "M6 6 18 18M18 6 6 18",
  partial: "M12 7V13M12 16.5V17",
  notice: "M12 11V17M12 7V7.5",
} as const

/** A sign in a ring; what it means is always written beside it. */
export function Sign({ of }: { of: keyof typeof paths }): ReactNode {
  return (
    <svg className="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10.5" />
      <path d={paths[of]} />
    </svg>
  )
}

export function Spinner(): ReactNode {
  return (
    <svg className="sign spinner" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10.5" />
      <path d="M12 1.5A10.5 10.5 0 0 1 22.5 12" />
    </svg>
  )
}
