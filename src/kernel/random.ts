import { CubeError, type Random } from "cubular/contract"
import { random_bound_refused } from "cubular/messages/en"
import { sha256Hex } from "./digest.ts"

/** A stream of 32-bit whole numbers from 0 to 2³² − 1. */
export type Draws = () => number

/**
 * sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, public domain) over the first 128 bits of
 * SHA-256("cubular-random-1", kind, seed, path), lines joined by "\n". Integer operations only, so that every engine
 * draws the same; not for secrets.
 *
 * @param kind - What the draws are for: "random" or "ids"; each has a stream of its own.
 */
export function createDraws(kind: string, seed: string, path: string): Draws {
  const hash = sha256Hex(`cubular-random-1\n${kind}\n${seed}\n${path}`)
  const word = (index: number): number => Number.parseInt(hash.slice(index * 8, index * 8 + 8), 16) | 0
  let a = word(0)
  let b = word(1)
  let c = word(2)
  let counter = word(3)
  return () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}

const TWO_26 = 0x4000000
const TWO_53 = 0x20000000000000

export function createRandom(draws: Draws): Random {
  /** 53 bits: 27 of the first draw above 26 of the second. */
  const whole = (): number => (draws() >>> 5) * TWO_26 + (draws() >>> 6)
  return {
    next: () => whole() / TWO_53,
    below(bound) {
      if (!Number.isSafeInteger(bound) || bound < 1) throw new CubeError(random_bound_refused)
      // Draws beyond the last whole multiple would favour small results.
      const end = TWO_53 - (TWO_53 % bound)
      let drawn = whole()
      while (drawn >= end) drawn = whole()
      return drawn % bound
    },
  }
}

/** 128 bits as 32 lower-case hex digits per call. */
export function createIds(draws: Draws): { next(): string } {
  const part = (): string => draws().toString(16).padStart(8, "0")
  return { next: () => part() + part() + part() + part() }
}
