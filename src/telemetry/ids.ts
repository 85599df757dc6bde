/** Makes ids out of 128 random bits at a time. */
export interface Ids {
  /** 32 lower-case hex digits. */
  trace(): string
  /** 16 lower-case hex digits. */
  span(): string
}

/** Draws are tried again this often when they are all 0, which no id may be; a source that gives nothing else is broken. */
const DRAWS = 4

/** @param entropy - 128 bits as 32 lower-case hex digits. */
export function createIds(entropy: () => string): Ids {
  let half = ""
  const trace = (): string => {
    for (let draw = 0; draw < DRAWS; draw++) {
      const id = entropy()
      if (!/^0*$/.test(id)) return id
    }
    return "1".padStart(32, "0")
  }
  return {
    trace,
    span() {
      const first = half
      half = ""
      if (!/^0*$/.test(first)) return first
      const both = trace()
      half = both.slice(16)
      return /^0*$/.test(both.slice(0, 16)) ? both.slice(16) : both.slice(0, 16)
    },
  }
}
