import type { ReactNode } from "react"
import { useWords } from "../shell/context.tsx"

/** 64 hex digits in groups of eight; groups that differ from the other side's are marked. */
export function Fingerprint(props: { value: string | undefined; against: string | undefined }): ReactNode {
  const { value, against } = props
  const { words } = useWords()
  if (value === undefined) return <p className="side-state">{words.noFingerprint}</p>
  const groups = (value.match(/.{1,8}/g) ?? []).map((text, i) => ({
    text,
    differs: against !== undefined && against.slice(i * 8, i * 8 + 8) !== text,
  }))
  return (
    <p className="fingerprint">
      <span className="unseen" data-fingerprint>
        {value}
      </span>
      <span aria-hidden="true" className="groups">
        {groups.map(({ text, differs }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its position
          <span key={i} className={differs ? "differs" : undefined}>
            {text}
          </span>
        ))}
      </span>
    </p>
  )
}
