/** What the comparison of stars and stages with other packages leaves. */

/** One star in one package. */
export interface PeerRow {
  readonly package: string
  readonly version: string
  readonly star: string
  /** Charts. */
  readonly compared: number
  /** Charts told otherwise than we tell them by default. */
  readonly different: number
  /** The list or rule they follow; null where nothing differs. */
  readonly why: string | null
  /** Charts told otherwise even by that list or rule. */
  readonly unexplained: number
}

export interface Peers {
  readonly seed: number
  readonly charts: number
  readonly rows: readonly PeerRow[]
}
