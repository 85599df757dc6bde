/**
 * Reads compiled zone files (RFC 9636, version 2 and later). Build-time only: the generator checks itself against zic(8) with it.
 *
 * @returns [UTC second it begins at, offset in seconds, daylight saving flag] per span, the first from -Infinity.
 */
export function readTzif(bytes: Uint8Array): [number, number, boolean][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // A 32-bit block comes first; the 64-bit one that follows has everything.
  const narrow = counts(view, 0)
  const header =
    44 + narrow.times * 5 + narrow.types * 6 + narrow.chars + narrow.leaps * 8 + narrow.standard + narrow.utc
  const { times, types } = counts(view, header)
  const timesAt = header + 44
  const typesAt = timesAt + times * 9
  if (types === 0) throw new Error("not a compiled zone")
  const span = (at: number, type: number): [number, number, boolean] => [
    at,
    view.getInt32(typesAt + type * 6),
    view.getUint8(typesAt + type * 6 + 4) !== 0,
  ]
  const changes = Array.from({ length: times }, (_, i) =>
    span(Number(view.getBigInt64(timesAt + i * 8)), view.getUint8(timesAt + times * 8 + i)),
  )
  return [span(-Infinity, 0), ...changes]
}

function counts(
  view: DataView,
  at: number,
): Record<"utc" | "standard" | "leaps" | "times" | "types" | "chars", number> {
  const [utc, standard, leaps, times, types, chars] = [20, 24, 28, 32, 36, 40].map((offset) =>
    view.getUint32(at + offset),
  ) as [number, number, number, number, number, number]
  return { utc, standard, leaps, times, types, chars }
}
