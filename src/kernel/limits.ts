/**
 * What a document may cost before it is even looked at. The numbers are the host's: a gateway lowers them for
 * documents from outside.
 */
export interface Limits {
  /** Placed cubes, counted after inlining compositions used as cubes. */
  readonly cubes: number
  /** References (wires, `when`, `after`, outputs, `emit`), counted after inlining. */
  readonly refs: number
  /** Size of the source in UTF-8 bytes; of a parsed value, the size of its compact JSON. */
  readonly bytes: number
  /** Objects and arrays inside each other; the document itself is 1. Also how deep compositions may contain each other. */
  readonly depth: number
}

/** Limits where the caller gives none. */
export const DEFAULT_LIMITS: Limits = { cubes: 2048, refs: 8192, bytes: 2 * 1024 * 1024, depth: 32 }

/** Fills what is missing; a limit that is no number of at least 0 counts as missing, so that NaN never means "none". */
export function toLimits(given: Partial<Limits> | undefined): Limits {
  const pick = (key: keyof Limits): number => {
    const limit = given?.[key]
    return typeof limit === "number" && limit >= 0 ? limit : DEFAULT_LIMITS[key]
  }
  return { cubes: pick("cubes"), refs: pick("refs"), bytes: pick("bytes"), depth: pick("depth") }
}
