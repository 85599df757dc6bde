import type { Values } from "cubular/contract"
import type { Language, Word } from "../i18n/index.ts"
import { type PlaceId, places } from "./places.ts"

/** What the form holds, as typed. */
export interface BirthForm {
  readonly calendar: "solar" | "lunar" | "leap"
  readonly date: string
  readonly time: string
  readonly timeUnknown: boolean
  readonly sex: "female" | "male" | ""
  readonly place: PlaceId
  readonly longitude: string
  readonly timeZone: string
  readonly clock: "wall" | "standard" | "mean" | "apparent"
  readonly boundary: "split" | "jasi" | "midnight"
  readonly yearBoundary: "ipchun" | "dongji" | "lunarNewYear"
  readonly fold: "0" | "1"
}

/** A control of the form; most are named as the composition names what they give. */
export type Field =
  | "calendar"
  | "date"
  | "time"
  | "sex"
  | "timeZone"
  | "longitudeDeg"
  | "clock"
  | "boundary"
  | "yearBoundary"
  | "fold"

export const emptyForm: BirthForm = {
  calendar: "solar",
  date: "",
  time: "",
  timeUnknown: false,
  sex: "",
  place: "unknown",
  longitude: "",
  timeZone: "Asia/Seoul",
  clock: "mean",
  boundary: "split",
  yearBoundary: "ipchun",
  fold: "0",
}

export const exampleForm: BirthForm = { ...emptyForm, date: "1990-05-01", time: "14:30", sex: "female" }

/** Something the page itself sees in a field; everything else the composition judges. */
export interface Slip {
  readonly field: Field
  readonly message: Word
  readonly hint: Word
}

/** What a run is told beside the form. */
export interface Circumstances {
  /** Language the reading is written in. */
  readonly language: Language
  /** The present as an ISO instant; undefined = not told, so that no decade of luck is the current one. */
  readonly now?: string | undefined
}

export type Reading = { readonly inputs: Values } | { readonly slips: readonly Slip[] }

/**
 * The inputs of the composition, or what cannot be read. Values that equal the composition's own defaults are left out,
 * so that the same birth has the same fingerprint here and wherever else it is run.
 */
export function readForm(form: BirthForm, circumstances: Circumstances = { language: "ko" }): Reading {
  const date = toDate(form.date)
  const time = form.timeUnknown ? null : toTime(form.time)
  const longitude = toLongitude(form)
  const slips: Slip[] = []
  if (date === "") slips.push({ field: "date", message: "dateMissing", hint: "dateMissingHint" })
  if (date === undefined) slips.push({ field: "date", message: "dateForm", hint: "dateFormHint" })
  if (time === "") slips.push({ field: "time", message: "timeMissing", hint: "timeMissingHint" })
  if (time === undefined) slips.push({ field: "time", message: "timeForm", hint: "timeFormHint" })
  if (longitude === undefined)
    slips.push({ field: "longitudeDeg", message: "longitudeForm", hint: "longitudeFormHint" })
  if (slips.length > 0 || date === undefined || time === undefined || longitude === undefined) return { slips }
  const birth = toBirth(form, date, time, longitude)
  const options = toOptions(form, circumstances)
  return {
    inputs: {
      birth,
      ...(Object.keys(options).length === 0 ? {} : { options }),
      ...(circumstances.language === "ko" ? {} : { lang: circumstances.language }),
    },
  }
}

/** The present matters to luck alone, and luck needs a sex. */
function toOptions(form: BirthForm, { now }: Circumstances): Values {
  return {
    ...(form.clock === emptyForm.clock ? {} : { clock: form.clock }),
    ...(form.boundary === emptyForm.boundary ? {} : { boundary: form.boundary }),
    ...(form.yearBoundary === emptyForm.yearBoundary ? {} : { yearBoundary: form.yearBoundary }),
    ...(now === undefined || form.sex === "" ? {} : { now }),
  }
}

function toBirth(form: BirthForm, date: string, time: string | null, longitude: number | null): Values {
  const timeZone = form.timeZone.trim()
  return {
    date,
    time,
    ...(form.calendar === "solar" ? {} : { calendar: "lunar" }),
    ...(form.calendar === "leap" ? { leapMonth: true } : {}),
    ...(form.sex === "" ? {} : { sex: form.sex }),
    ...(timeZone === emptyForm.timeZone || timeZone === "" ? {} : { timeZone }),
    ...(longitude === null ? {} : { longitudeDeg: longitude }),
    ...(form.fold === "1" ? { fold: 1 } : {}),
  }
}

/** "19900501", "1990.5.1", "1990-05-01" → "1990-05-01"; "" stays; undefined where the digits do not say a date. */
export function toDate(typed: string): string | undefined {
  const text = typed.trim()
  if (text === "") return ""
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-./년\s]+(\d{1,2})[-./월\s]+(\d{1,2})[.일]?$/.exec(text)
  if (match === null) return undefined
  const [, year = "", month = "", day = ""] = match
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
}

/** "1430", "9:05", "14:30:15" → "14:30", "09:05", "14:30:15"; "" stays; undefined where it is no clock time. */
export function toTime(typed: string): string | undefined {
  const text = typed.trim()
  if (text === "") return ""
  const match = /^(\d{2})(\d{2})$/.exec(text) ?? /^(\d{1,2})[:.시]\s*(\d{1,2})분?(?::(\d{1,2}))?$/.exec(text)
  if (match === null) return undefined
  const [, hour = "", minute = "", second] = match
  return [hour, minute, ...(second === undefined ? [] : [second])].map((part) => part.padStart(2, "0")).join(":")
}

function toLongitude(form: BirthForm): number | null | undefined {
  if (form.place === "unknown") return null
  if (form.place !== "other") return places.find(({ id }) => id === form.place)?.longitudeDeg ?? null
  const text = form.longitude.trim().replace(/^\u2212/, "-")
  if (!/^[-+]?\d{1,3}(\.\d{1,8})?$/.test(text)) return undefined
  const degrees = Number(text)
  return Math.abs(degrees) <= 180 ? degrees : undefined
}
