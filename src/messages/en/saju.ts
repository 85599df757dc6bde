export const date_malformed = {
  code: "date_malformed",
  message: "The date is not written as YYYY-MM-DD.",
  hint: "Write for example 1990-05-01.",
} as const

export const date_part_out_of_range = {
  code: "date_part_out_of_range",
  message: "The {part} of the date must be between {min} and {max}.",
  hint: "That day is not in the calendar: check the date.",
} as const

export const time_malformed = {
  code: "time_malformed",
  message: "The time is not written as HH:MM or HH:MM:SS.",
  hint: "Write for example 09:05 or 23:30:15; give null for an unknown hour.",
} as const

export const time_part_out_of_range = {
  code: "time_part_out_of_range",
  message: "The {part} of the time must be between {min} and {max}.",
  hint: "24:00 is 00:00 of the next day; write a leap second as second 59.",
} as const

export const zone_unknown = {
  code: "zone_unknown",
  message: "The time zone is not known.",
  hint: "Give an IANA name, for example Asia/Seoul, or an offset such as +09:00.",
} as const

export const zone_not_loaded = {
  code: "zone_not_loaded",
  message: "This time zone is not built in.",
  hint: "Import `cubular/saju/zones` once: it adds every IANA zone. Or give an offset such as -05:00.",
} as const

export const zone_offset_out_of_range = {
  code: "zone_offset_out_of_range",
  message: "A fixed offset lies within {maxHours} hours of UTC.",
  hint: "Write for example +09:00 or -03:30.",
} as const

export const year_out_of_range = {
  code: "year_out_of_range",
  message: "The year must be a whole number between {min} and {max}.",
  hint: "Solar terms and new moons are computed for these years only.",
} as const

export const year_not_loaded = {
  code: "year_not_loaded",
  message: "Only {min}–{max} are built in.",
  hint: "Import `cubular/saju/years` once: it adds 1600–1899 and 2101–2200.",
} as const

export const birth_malformed = {
  code: "birth_malformed",
  message: "The birth is not a plain object.",
  hint: 'Give for example { date: "1990-05-01", time: "14:30" }.',
} as const

export const birth_line_malformed = {
  code: "birth_line_malformed",
  message: "The line is not a birth as a JSON object.",
  hint: 'Write one birth on each line, as {"date": "1990-05-01", "time": "14:30", "sex": "female"}.',
} as const

export const options_malformed = {
  code: "options_malformed",
  message: "The options are not a plain object.",
  hint: 'Give for example { clock: "mean" }.',
} as const

export const field_unknown = {
  code: "field_unknown",
  message: "There is no field of this name.",
  hint: "Check the spelling. The fields are: {known}.",
} as const

export const choice_unknown = {
  code: "choice_unknown",
  message: "The value must be one of: {choices}.",
  hint: "Leave the field out for the default.",
} as const

export const input_unreadable = {
  code: "input_unreadable",
  message: "The object could not be read: a field threw.",
  hint: "Give a plain object, as JSON.parse makes them.",
} as const

export const now_malformed = {
  code: "now_malformed",
  message: "The present is not written as an ISO 8601 instant.",
  hint: "Give date, time and offset, for example 2026-11-21T09:00:00Z.",
} as const

export const longitude_out_of_range = {
  code: "longitude_out_of_range",
  message: "The longitude must be a number between {min} and {max} degrees.",
  hint: "East is positive; give null when the place is unknown.",
} as const

export const leap_month_needs_lunar = {
  code: "leap_month_needs_lunar",
  message: "A leap month was given with a solar date.",
  hint: "Leave leapMonth out.",
} as const

export const calendar_month_malformed = {
  code: "calendar_month_malformed",
  message: "The month is not a plain object.",
  hint: 'Give for example { month: "2026-11" } or { month: "2025-06", calendar: "lunar", leapMonth: true }.',
} as const

export const calendar_date_malformed = {
  code: "calendar_date_malformed",
  message: "The date is not a plain object.",
  hint: 'Give for example { date: "1990-05-01" } or { date: "1990-04-07", calendar: "lunar" }.',
} as const

export const month_malformed = {
  code: "month_malformed",
  message: "The month is not written as YYYY-MM.",
  hint: "Write for example 2026-11.",
} as const

export const lunar_date_malformed = {
  code: "lunar_date_malformed",
  message: "The lunar date is not a plain object of numbers: year, month, day.",
  hint: "Give for example { year: 1990, month: 4, day: 7, leap: false }.",
} as const

export const lunar_year_out_of_range = {
  code: "lunar_year_out_of_range",
  message: "The lunar year must be a whole number between {min} and {max}.",
  hint: "These are the years of the lunar calendar of {calendar}; Korea's begins in 1391, China's in 1897.",
} as const

export const leap_month_not_in_year = {
  code: "leap_month_not_in_year",
  message: "The leap month of that lunar year is month {leapMonth}.",
  hint: "Check year and month. The nearest years with the leap month asked for: {years}.",
} as const

export const year_without_leap_month = {
  code: "year_without_leap_month",
  message: "That lunar year has no leap month.",
  hint: "Check the year, or take the ordinary month. The nearest years with the leap month asked for: {years}.",
} as const

export const lunar_day_not_in_month = {
  code: "lunar_day_not_in_month",
  message: "The day must be a whole number between 1 and {days}: so many days has that lunar month.",
  hint: "Check the day, the leap month, and whether the date is of the Korean or the Chinese calendar.",
} as const

export const date_outside_lunar_calendar = {
  code: "date_outside_lunar_calendar",
  message: "The date must be between {first} and {last} to have a lunar date.",
  hint: "These are the days of the lunar calendar of {calendar}; Korea's begins in 1391, China's in 1897.",
} as const

export const batch_malformed = {
  code: "batch_malformed",
  message: "The batch is not an object with civilMs.",
  hint: 'Give for example { civilMs: new Float64Array([…]), timeZone: "Asia/Seoul" }.',
} as const

export const batch_column_malformed = {
  code: "batch_column_malformed",
  message: "The column must be {form}.",
  hint: "Convert it first; every row of the batch takes one entry of it.",
} as const

export const batch_control_malformed = {
  code: "batch_control_malformed",
  message: "This field must be {form}.",
  hint: "Leave it out, or give signal the signal of an AbortController and onProgress a function of the rows done and all rows.",
} as const

export const batch_length_differs = {
  code: "batch_length_differs",
  message: "The column has {length} entries, the batch has {rows} rows.",
  hint: "Give one entry per row, or one number for all rows.",
} as const

export const batch_pillars_malformed = {
  code: "batch_pillars_malformed",
  message: "The batch is not an object with pillars.",
  hint: "Give for example { pillars: await pillarsBatch({ civilMs }) }.",
} as const

export const batch_pillars_uneven = {
  code: "batch_pillars_uneven",
  message: "The pillars are {length} bytes, not four for each row.",
  hint: "Give year, month, day and hour ganji row after row; 255 stands for an unknown hour.",
} as const

export const batch_one_malformed = {
  code: "batch_one_malformed",
  message: "The one person is not five whole numbers in range.",
  hint: "Give year, month and day ganji 0–59, the hour ganji or -1, and the element 0–4 of the useful god or -1.",
} as const

export const pillars_malformed = {
  code: "pillars_malformed",
  message: "The pillars are not year, month, day and hour ganji.",
  hint: "Give whole numbers 0–59 as `pillars` gives them; an hour of null means any hour.",
} as const

export const year_range_malformed = {
  code: "year_range_malformed",
  message: "The years are not whole numbers in order.",
  hint: "Give fromYear and toYear, for example 1950 and 1999; the last one is included.",
} as const

export const pool_size_out_of_range = {
  code: "pool_size_out_of_range",
  message: "The number of workers must be a whole number from 1 to {max}.",
  hint: "Leave size out to use as many as the machine has cores.",
} as const

export const pool_unavailable = {
  code: "pool_unavailable",
  message: "No worker can be started here.",
  hint: "Call the functions of `cubular/saju/batch` themselves instead of a pool; they give the same results.",
} as const

export const pool_worker_failed = {
  code: "pool_worker_failed",
  message: "A worker of the pool stopped before its work was done: {reason}",
  hint: "Call again, and a new worker is started. If it happens again look at memory and the content security policy.",
} as const

export const pool_disposed = {
  code: "pool_disposed",
  message: "The pool has been disposed of.",
  hint: "Make a new one with createPool.",
} as const

export const analysis_malformed = {
  code: "analysis_malformed",
  message: "This is not an analysis of a chart.",
  hint: "Give what analyze(chart) returns, whole and unchanged.",
} as const

export const compatibility_schools_differ = {
  code: "compatibility_schools_differ",
  message: "The two analyses follow different schools: {option} is {a} in the first and {b} in the second.",
  hint: "Analyze both charts with the same {option}.",
} as const

export const weights_malformed = {
  code: "weights_malformed",
  message: "The weights are not a plain object.",
  hint: "Give for example { dayStems: 20, stars: 0 }; areas you leave out keep their default.",
} as const

export const weight_out_of_range = {
  code: "weight_out_of_range",
  message: "A weight must be a whole number between 0 and {max}.",
  hint: "Only the proportions matter: write 0.25 and 0.5 as 25 and 50.",
} as const

export const weights_all_zero = {
  code: "weights_all_zero",
  message: "All weights are 0, so there is nothing to score.",
  hint: "Give at least one area a weight.",
} as const

export const score_person_malformed = {
  code: "score_person_malformed",
  message: "This person is not five whole numbers in range.",
  hint: "Give year, month and day ganji 0–59, the hour ganji or -1, and the element 0–4 of the useful god or -1.",
} as const

export const score_tables_malformed = {
  code: "score_tables_malformed",
  message: "These are not the tables of a score.",
  hint: "Give what scoreTables() returns, whole and unchanged.",
} as const

export const chart_malformed = {
  code: "chart_malformed",
  message: "This is not a chart: the field is missing, malformed or contradicts the others.",
  hint: "Hand in a chart as `chart` or the cube saju/pillars gives it, unchanged.",
} as const

export const priority_malformed = {
  code: "priority_malformed",
  message: "The priority is not a list of methods.",
  hint: "List some or all of: {choices}.",
} as const

export const priority_repeated = {
  code: "priority_repeated",
  message: "The method {method} stands in the priority twice.",
  hint: "Name every method at most once.",
} as const

// Warnings of charts: given with their code and params, never thrown.

export const near_term = {
  code: "near_term",
  message: "The birth is {seconds} s from the beginning of solar term {term} (negative = after it).",
  hint: "Year or month pillar change there: see the alternative chart, and check the recorded time.",
} as const

export const near_hour_edge = {
  code: "near_hour_edge",
  message: "The deciding clock is {seconds} s from {hour}:00 (negative = after it), where the hour pillar changes.",
  hint: "See the alternative chart, and check the recorded time and the birth place.",
} as const

export const near_day_edge = {
  code: "near_day_edge",
  message: "The deciding clock is {seconds} s from {hour}:00 (negative = after it), where the day pillar changes.",
  hint: "See the alternative chart, and check the recorded time and the birth place.",
} as const

export const rat_hour = {
  code: "rat_hour",
  message: "The deciding clock shows 23:00 to 23:59, where schools differ; reckoned here: {boundary}.",
  hint: "See the alternative charts for the other schools.",
} as const

export const clock_repeated = {
  code: "clock_repeated",
  message: "The clock was set back by {shiftSec} s and showed this time twice; fold {fold} was taken.",
  hint: "If it was the other time, give the other fold; its chart is among the alternatives when it differs.",
} as const

export const clock_skipped = {
  code: "clock_skipped",
  message: "The clock was put forward by {shiftSec} s and never showed this time.",
  hint: "The offset before the change was taken; check the recorded time.",
} as const

export const longitude_missing = {
  code: "longitude_missing",
  message: "There is no longitude for solar time; the {clock} clock decided instead.",
  hint: "Give longitudeDeg, the longitude of the birth place in degrees east.",
} as const

export const longitude_far_from_zone = {
  code: "longitude_far_from_zone",
  message: "The mean sun at this longitude is {hours} h from the zone's standard time (negative = behind).",
  hint: "Check the sign of the longitude (east positive, west negative) and the time zone.",
} as const

export const out_of_tested_range = {
  code: "out_of_tested_range",
  message: "The birth is outside the years {min} to {max}, for which charts are tested.",
  hint: "Terms are right to seconds, but clocks and calendars of that time are a reconstruction or a forecast.",
} as const

export const zone_before_law = {
  code: "zone_before_law",
  message: "The birth is before clocks in {zone} followed a law; the mean time of its main city was taken.",
  hint: "Local clocks may have shown a few minutes more or less; compare with the longitude of the place.",
} as const

export const zone_predicted = {
  code: "zone_predicted",
  message: "The offset of {zone} after {after} is a forecast: the rules now in force were continued.",
  hint: "Check it when the law on clocks changes.",
} as const

export const hour_unknown = {
  code: "hour_unknown",
  message: "The hour of birth is unknown; there is no hour pillar.",
  hint: "See the candidates for every chart of that day.",
} as const

export const term_inside_day = {
  code: "term_inside_day",
  message: "Solar term {term} began on that day, at {utc}.",
  hint: "Year or month pillar depend on the unknown hour: see the candidates.",
} as const

export const luck_from_noon = {
  code: "luck_from_noon",
  message: "The hour is unknown, so luck is reckoned from noon of that day.",
  hint: "The first decade begins at age {first} for a birth as that day began, at {last} as it ended; dates may be two months off.",
} as const

export const near_new_year = {
  code: "near_new_year",
  message: "The recorded clock is {seconds} s from the beginning of lunar New Year's day (negative = after it).",
  hint: "The year pillar changes there: see the alternative chart, and check the recorded time.",
} as const

export const lunar_month_uncertain = {
  code: "lunar_month_uncertain",
  message: "The lunar month reckoned from {first} may begin a day earlier or later: its new moon is close to midnight.",
  hint: "Compare with the almanac once it is published for that year.",
} as const

export const proleptic_gregorian = {
  code: "proleptic_gregorian",
  message: "The date is before 1582-10-15 and is reckoned in the Gregorian calendar all the same.",
  hint: "Old European records are Julian: convert their dates first.",
} as const

export const render_options_malformed = {
  code: "render_options_malformed",
  message: "The render options, or this field of them, are not of the form they should have.",
  hint: 'Give for example { lang: "en", detail: "full", name: "Ada" }.',
} as const

export const render_width_out_of_range = {
  code: "render_width_out_of_range",
  message: "The width must be a whole number between {min} and {max}.",
  hint: "Pictures count in user units, texts in columns of letters.",
} as const

export const luck_needs_sex = {
  code: "luck_needs_sex",
  message: "The birth was given without a sex, so there are no decades of luck.",
  hint: "Give birth.sex, male or female: it decides which way luck runs.",
} as const

export const luck_needs_hour = {
  code: "luck_needs_hour",
  message: "The luck of childhood counts from the hour pillar, and the hour of birth is unknown.",
  hint: "Give birth.time, for example one of each candidate of the chart.",
} as const

export const luck_range_malformed = {
  code: "luck_range_malformed",
  message: "The range is not an object with from and to.",
  hint: 'Give for example { from: 2026, to: 2035 } for years, { from: "2026-01-01", to: "2026-01-31" } for days.',
} as const

export const luck_range_reversed = {
  code: "luck_range_reversed",
  message: "The range ends before it begins.",
  hint: "Give the earlier one as from; both ends are included.",
} as const

export const luck_range_too_long = {
  code: "luck_range_too_long",
  message: "The range has {count} entries; at most {max} are answered at once.",
  hint: "Ask for a part of it, then for the rest.",
} as const
