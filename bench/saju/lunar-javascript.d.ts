/** The part of lunar-javascript that is called here; the package ships no types. */
declare module "lunar-javascript" {
  interface Solar {
    getLunar(): { getEightChar(): { toString(): string } }
  }
  const library: {
    Solar: { fromYmdHms(year: number, month: number, day: number, hour: number, minute: number, second: number): Solar }
  }
  export default library
}
