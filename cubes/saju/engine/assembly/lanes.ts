// Sixteen rows at once: their ganji as four vectors of bytes, and look-ups in small tables by bytes.

// @ts-ignore: decorator
@inline
export function swizzle(table: usize, at: v128): v128 {
  return i8x16.swizzle(v128.load(table), at)
}

/** From 32 entries; 0 beyond them. */
// @ts-ignore: decorator
@inline
export function look32(table: usize, at: v128): v128 {
  return v128.or(swizzle(table, at), swizzle(table + 16, i8x16.sub(at, i8x16.splat(16))))
}

/** From 64 entries; 0 beyond them. */
// @ts-ignore: decorator
@inline
export function look64(table: usize, at: v128): v128 {
  const low = v128.or(swizzle(table, at), swizzle(table + 16, i8x16.sub(at, i8x16.splat(16))))
  const high = v128.or(
    swizzle(table + 32, i8x16.sub(at, i8x16.splat(32))),
    swizzle(table + 48, i8x16.sub(at, i8x16.splat(48))),
  )
  return v128.or(low, high)
}

// @ts-ignore: decorator
@inline
export function half(bytes: v128): v128 {
  return v128.and(i16x8.shr_u(bytes, 1), i8x16.splat(0x7f))
}

// @ts-ignore: decorator
@inline
export function quarter(bytes: v128): v128 {
  return v128.and(i16x8.shr_u(bytes, 2), i8x16.splat(0x3f))
}

/** Even bytes of thirty-two. */
// @ts-ignore: decorator
@inline
export function evens(a: v128, b: v128): v128 {
  return i8x16.narrow_i16x8_u(v128.and(a, i16x8.splat(0xff)), v128.and(b, i16x8.splat(0xff)))
}

/** Odd bytes of thirty-two. */
// @ts-ignore: decorator
@inline
export function odds(a: v128, b: v128): v128 {
  return i8x16.narrow_i16x8_u(i16x8.shr_u(a, 8), i16x8.shr_u(b, 8))
}
