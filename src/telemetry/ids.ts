/** Ids of traces and spans. */
export interface Ids {
  /** 32 lower-case hex digits, not all 0. */
  trace(): string
  /** 16 lower-case hex digits, not all 0. */
  span(): string
}

/**
 * Ids from 128 random bits, drawn once when the first id is needed: a draw per id would cost more than all else that is told
 * of a run. They are as good as never the same twice, but no secrets.
 *
 * @param entropy - 128 bits as 32 lower-case hex digits.
 */
export function createIds(entropy: () => string): Ids {
  let next: (() => number) | undefined
  const word = (): string => {
    next ??= seeded(entropy())
    return next().toString(16).padStart(8, "0")
  }
  const span = (): string => {
    const id = word() + word()
    return /^0*$/.test(id) ? span() : id
  }
  return { trace: () => span() + span(), span }
}

/** Chris Doty-Humphrey's sfc32 (PractRand, public domain): 32 bits at a time; its counter keeps the period above 2^32. */
function seeded(hex: string): () => number {
  let [a = 0, b = 0, c = 0, seed = 0] = [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16) | 0)
  let count = 1
  const next = (): number => {
    const given = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + given) | 0
    return given >>> 0
  }
  // The fourth word goes into the mixing; then the first outputs, which still show the seed, are thrown away.
  a ^= seed
  for (let turn = 0; turn < 16; turn++) {
    next()
    b ^= seed
    seed = (seed + 0x9e3779b9) | 0
  }
  return next
}
