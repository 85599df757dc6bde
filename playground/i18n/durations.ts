import { say, type Words } from "./index.ts"

const parts = [
  { word: "days", seconds: 86_400 },
  { word: "hours", seconds: 3600 },
  { word: "minutes", seconds: 60 },
  { word: "seconds", seconds: 1 },
] as const

/** A duration in its two largest units that are not zero: "10일 14시간", "2 min 3 s". Seconds are rounded. */
export function sayDuration(words: Words, seconds: number): string {
  let rest = Math.round(Math.abs(seconds))
  const said: string[] = []
  for (const part of parts) {
    const n = Math.floor(rest / part.seconds)
    rest -= n * part.seconds
    if (n > 0) said.push(say(words, part.word, { n }))
    if (said.length === 2) break
  }
  return said.length === 0 ? say(words, "seconds", { n: 0 }) : said.join(" ")
}

/** "−30분", "+4 min 12 s"; undefined for nothing. */
export function saySigned(words: Words, seconds: number): string | undefined {
  if (Math.round(seconds) === 0) return undefined
  return `${seconds < 0 ? "−" : "+"}${sayDuration(words, seconds)}`
}

/** "1990-05-01 05:30:00" from an ISO instant. */
export const sayInstant = (iso: string): string => iso.slice(0, 19).replace("T", " ")

/** 32,400 → "+09:00", 30,472 → "+08:27:52". */
export function sayOffset(offsetSec: number): string {
  const all = Math.round(Math.abs(offsetSec))
  const pad = (n: number): string => String(n).padStart(2, "0")
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  return `${offsetSec < 0 ? "−" : "+"}${pad(hours)}:${pad(minutes)}${seconds === 0 ? "" : `:${pad(seconds)}`}`
}
