declare module "astronomia/data/vsop87Dearth" {
  /** Powers of time "0" … "5", each a list of [amplitude, phase, frequency per Julian millennium]; B is not used here. */
  type Series = Readonly<Record<string, readonly (readonly [number, number, number])[]>>
  const earth: { readonly L: Series; readonly R: Series }
  export default earth
}

declare module "astronomia/data/elpMppDeFull" {
  /** Powers of time "0" … "3", each a list of an amplitude (arcseconds or km) and five powers of its argument (radians). */
  type Rows = Readonly<Record<string, readonly (readonly number[])[]>>
  /** W1: mean longitude in radians, powers of Julian centuries; B (latitude) is not used here. */
  const elp: { readonly W1: readonly number[]; readonly L: Rows; readonly R: Rows }
  export default elp
}
