/**
 * Trigonometry that gives the same bits on every host. `Math.sin` and its kin differ between engines in the last bit,
 * so everything here is + − × ÷, floor, abs and selects, in one fixed order and without branches: an AssemblyScript
 * twin, scalar or f64x2, that performs the same operations in the same order returns equal bits.
 *
 * The polynomials are our own minimax fits (Remez exchange at 50 digits, coefficients rounded to double): the error of
 * the polynomial alone is below 1.7e-19, far under half a unit in the last place.
 */

/**
 * Cosine of an angle in turns (1 turn = 360°), |turns| ≤ 2^51.
 *
 * @remarks cos 2πu = sin 2πw with w = ¼ − |u − nearest(u)| in [−¼, ¼]: one odd polynomial and no table. Absolute error
 * below 4e-16 once the angle is given; the angle itself carries 1 ulp of `turns`. NaN and infinities give NaN.
 */
export function cosTurns(turns: number): number {
  const w = 0.25 - Math.abs(turns - Math.floor(turns + 0.5))
  const z = w * w
  let p = 0.10071494605051359
  p = p * z - 0.7176854417822848
  p = p * z + 3.819922805373011
  p = p * z - 15.094641369139351
  p = p * z + 42.05869391528075
  p = p * z - 76.70585975263461
  p = p * z + 81.60524927607172
  p = p * z - 41.34170224039975
  return w * (p * z + 6.283185307179586)
}

/** Sine of an angle in turns; as `cosTurns`, a quarter turn later. */
export function sinTurns(turns: number): number {
  return cosTurns(turns - 0.25)
}

/** sin y for |y| ≤ 0.79. */
function sinKernel(y: number): number {
  const z = y * y
  let p = 1.5893599752832062e-10
  p = p * z - 2.50507043085002e-8
  p = p * z + 2.7557313357697196e-6
  p = p * z - 0.00019841269828874854
  p = p * z + 0.00833333333332129
  p = p * z - 0.16666666666666627
  return y + y * (z * p)
}

/** cos y for |y| ≤ 0.79; the last line keeps what 1 − z/2 rounds away. */
function cosKernel(y: number): number {
  const z = y * y
  let p = -1.135745995950444e-11
  p = p * z + 2.0875682095975594e-9
  p = p * z - 2.7557314058153754e-7
  p = p * z + 2.4801587288497495e-5
  p = p * z - 0.0013888888888872607
  p = p * z + 0.04166666666666659
  const half = 0.5 * z
  const w = 1 - half
  return w + (1 - w - half + z * (z * p))
}

/** sin of x + quarters × 90°. π/2 is subtracted in three parts (33, 33 and 53 bits); what the second rounds away is kept. */
function sinShifted(x: number, quarters: number): number {
  const n = Math.floor(x * 0.6366197723675814 + 0.5)
  const high = x - n * 1.5707963267341256
  const middle = n * 6.077100506303966e-11
  const near = high - middle
  const y = near + (high - near - middle - n * 2.0222662487959506e-21)
  const m = n + quarters
  const q = m - 4 * Math.floor(m * 0.25)
  const upper = Math.floor(q * 0.5)
  return (q - 2 * upper === 1 ? cosKernel(y) : sinKernel(y)) * (1 - 2 * upper)
}

/** Sine of an angle in radians, |x| < 2^20; within 1.5 ulp. Turns are cheaper where you can choose: `sinTurns`. */
export function sin(x: number): number {
  return sinShifted(x, 0)
}

/** Cosine of an angle in radians, |x| < 2^20; within 1.5 ulp. */
export function cos(x: number): number {
  return sinShifted(x, 1)
}

/**
 * Angle of the point (x, y) in radians, −π…π; within 2 ulp. The origin gives 0; the sign of a zero is not looked at.
 *
 * @remarks min/max folds the ratio into [0, 1] and (t − 1)/(t + 1) folds that into |t| ≤ tan π/8.
 */
export function atan2(y: number, x: number): number {
  const a = Math.abs(x)
  const b = Math.abs(y)
  const large = Math.max(a, b)
  const small = Math.min(a, b)
  const fold = small > large * 0.4142135623730951
  const over = fold ? small - large : small
  const under = fold ? small + large : large
  const t = over / (under === 0 ? 1 : under)
  const z = t * t
  let p = -0.01738688212371115
  p = p * z + 0.037557902778957764
  p = p * z - 0.05017914341662622
  p = p * z + 0.05842760878114616
  p = p * z - 0.06662335969054814
  p = p * z + 0.0769198576720376
  p = p * z - 0.09090893080507122
  p = p * z + 0.11111110598168336
  p = p * z - 0.142857142758577
  p = p * z + 0.19999999999900983
  p = p * z - 0.3333333333333296
  const acute = (fold ? 0.7853981633974483 : 0) + (t + t * (z * p))
  const quadrant = b > a ? 1.5707963267948966 - acute : acute
  const half = x < 0 ? Math.PI - quadrant : quadrant
  return y < 0 ? -half : half
}
