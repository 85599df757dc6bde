/** The part of lunar-javascript that is called here; the package ships no types. */
declare module "lunar-javascript" {
  interface EightChar {
    setSect(sect: 1 | 2): void
    toString(): string
  }
  interface Solar {
    getLunar(): { getEightChar(): EightChar }
    getYear(): number
    getMonth(): number
    getDay(): number
  }
  const library: {
    Solar: { fromYmdHms(year: number, month: number, day: number, hour: number, minute: number, second: number): Solar }
    Lunar: { fromYmd(year: number, month: number, day: number): { getSolar(): Solar } }
  }
  export default library
}
