export const date_malformed = {
  code: "date_malformed",
  message: "The date is not written as YYYY-MM-DD.",
  hint: "Write four digits for the year and two each for month and day, for example 1990-05-01.",
} as const

export const date_part_out_of_range = {
  code: "date_part_out_of_range",
  message: "The {part} of the date must be between {min} and {max}.",
  hint: 'Check the date: that day is not in the calendar. If the date is lunar, say so with calendar: "lunar".',
} as const

export const time_malformed = {
  code: "time_malformed",
  message: "The time is not written as HH:MM or HH:MM:SS.",
  hint: "Use the 24-hour clock with two digits each, for example 09:05 or 23:30:15; for an unknown hour give null.",
} as const

export const time_part_out_of_range = {
  code: "time_part_out_of_range",
  message: "The {part} of the time must be between {min} and {max}.",
  hint: "Hours run from 00 to 23: 24:00 is 00:00 of the next day. Write a leap second as second 59.",
} as const

export const zone_unknown = {
  code: "zone_unknown",
  message: "The time zone is not known.",
  hint: "Give an IANA name spelled as in the database, for example Asia/Seoul, or a fixed offset such as +09:00.",
} as const

export const zone_not_loaded = {
  code: "zone_not_loaded",
  message: "The time zone is not among the ones built in: Asia/Seoul, Asia/Pyongyang, UTC and fixed offsets.",
  hint: "Import `cubular/saju/zones` once: it adds every IANA zone. Or give a fixed offset such as -05:00.",
} as const

export const zone_offset_out_of_range = {
  code: "zone_offset_out_of_range",
  message: "A fixed offset lies within {maxHours} hours of UTC; its minutes and seconds run from 0 to 59.",
  hint: "Write the sign, then HH:MM or HH:MM:SS east of UTC, for example +09:00 or -03:30.",
} as const

export const year_out_of_range = {
  code: "year_out_of_range",
  message: "The year must be a whole number between {min} and {max}.",
  hint: "The solar terms are computed and tested for these years only; choose a year among them.",
} as const
