/** Coefficients of the columns that best add up to the target: normal equations, Gauss elimination with pivoting. */
export function leastSquares(columns: readonly Float64Array[], target: Float64Array): number[] {
  const inner = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)
  const rows = columns.map((column) => [...columns.map((other) => inner(column, other)), inner(column, target)])
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, j) => (Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? i + j : best), i)
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    for (let j = 0; j < rows.length; j++) {
      const factor = rows[j]![i]! / rows[i]![i]!
      if (j !== i) for (let n = i; n <= rows.length; n++) rows[j]![n]! -= factor * rows[i]![n]!
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!)
}
