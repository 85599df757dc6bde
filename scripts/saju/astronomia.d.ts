declare module "astronomia/data/vsop87Dearth" {
  /** Powers of time "0" … "5", each a list of [amplitude, phase, frequency per Julian millennium]; B is not used here. */
  type Series = Readonly<Record<string, readonly (readonly [number, number, number])[]>>
  const earth: { readonly L: Series; readonly R: Series }
  export default earth
}
