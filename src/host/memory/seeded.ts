/**
 * A stream of 128-bit values as 32 lower-case hex digits, the same for the same seed on every engine. Four counters
 * mixed with 32-bit integer arithmetic only (splitmix32, public domain); for tests, not for secrets.
 */
export function createSeededEntropy(seed: string): () => string {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  return () => [next(), next(), next(), next()].map((part) => part.toString(16).padStart(8, "0")).join("")
}
