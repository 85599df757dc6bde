/** 128 bits as 32 lower-case hex digits, from a runtime's cryptographic random numbers. */
export function createEntropy(fill: (bytes: Uint8Array<ArrayBuffer>) => void): () => string {
  return () => {
    const bytes = new Uint8Array(16)
    fill(bytes)
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  }
}
