import type { ReactNode } from "react"

/** An area of the page with its heading; `name` is the anchor links lead to. */
export function Card(props: { name: string; heading: string; aside?: ReactNode; children: ReactNode }): ReactNode {
  const { name, heading, aside, children } = props
  return (
    <section className="card area" id={name} aria-labelledby={`${name}-heading`}>
      <div className="card-head">
        <h2 id={`${name}-heading`}>{heading}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
