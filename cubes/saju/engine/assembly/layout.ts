// Where things lie in memory. All of it is reserved when compiling; nothing is allocated, so memory never grows.

/** Which of the two modules this is. */
export const SIMD: i32 = ASC_FEATURE_SIMD ? 1 : 0

/** Rows computed by one call; 8,192 rows of input and output stay in the second-level cache. */
export const ROWS: i32 = 8192
/** Spans of a zone's history that fit, the closing one included. */
export const SPANS: i32 = 1024

/** In, by row: wall clock ms; longitude in degrees; fold. */
export const CIVIL: usize = memory.data(ROWS * 8, 16)
export const LONGITUDES: usize = memory.data(ROWS * 8, 16)
export const FOLDS: usize = memory.data(ROWS, 16)
/** Out, by row: four ganji. */
export const OUT: usize = memory.data(ROWS * 4, 16)
/** Between, by row: UTC ms (NaN = cannot be computed), and ms of the deciding clock. */
export const UTC: usize = memory.data(ROWS * 8, 16)
export const CLOCK: usize = memory.data(ROWS * 8, 16)

/** Edges of months: UTC ms, and by edge year and month ganji as two bytes. */
export const EDGES: usize = memory.data(4872 * 8, 16)
export const EDGE_PILLARS: usize = memory.data(4872 * 2, 16)
/** By hour of the sixty-day cycle: day and hour ganji as two bytes. */
export const HOURS: usize = memory.data(1440 * 2, 16)

/** By fold, one after the other: wall clock ms from which each span answers, and by bucket the span to look from. */
export const SPAN_STARTS: usize = memory.data(SPANS * 2 * 8, 16)
export const BUCKETS: usize = memory.data(1024 * 2 * 2, 16)
/** By span: wall clock minus UTC, then deciding clock minus wall clock, both in ms. */
export const SPAN_SHIFTS: usize = memory.data(SPANS * 16, 16)

/** The equation of time: offset, 6 harmonics of 4 numbers, 10 waves of 3. */
export const SERIES: usize = memory.data(64 * 8, 16)

/** In, by row: four ganji; a byte more (sex, element of the useful god). */
export const PILLARS: usize = memory.data(ROWS * 4, 16)
export const EXTRA: usize = memory.data(ROWS, 16)
/** Out, by row: whether it was computed. */
export const STATUS: usize = memory.data(ROWS, 16)
/** Out: five columns of bytes one after the other, and four of two bytes. */
export const ELEMENTS: usize = memory.data(ROWS * 5, 16)
export const SHARES: usize = memory.data(ROWS * 8, 16)

/** See ../batch/strength-words.ts: plain, seasonal, counts, points. */
export const PLAIN: usize = memory.data(1200 * 4, 16)
export const SEASONAL: usize = memory.data(6000 * 4, 16)
export const COUNTS: usize = memory.data(60 * 4, 16)
export const POINTS: usize = memory.data(64 * 2, 16)
/** See ../batch/strength-lanes.ts: small tables for sixteen rows at once. */
export const STRENGTH_LANES: usize = memory.data(512, 16)

/** See ../batch/match-words.ts: sums, marks, elements, useful, stars; and as bytes for sixteen rows at once. */
export const MATCH_SUMS: usize = memory.data(240 * 4, 16)
export const MATCH_MARKS: usize = memory.data(240 * 4, 16)
export const MATCH_ELEMENTS: usize = memory.data(192 * 4, 16)
export const MATCH_USEFUL: usize = memory.data(9 * 4, 16)
export const MATCH_STARS: usize = memory.data(256 * 4, 16)
export const MATCH_LANES: usize = memory.data(512, 16)

/** Out, by row of luck: ms to the jeol that decides, then days; age; days of luck; direction; first decade. */
export const LUCK_DAYS: usize = memory.data(ROWS * 8, 16)
export const LUCK_AGES: usize = memory.data(ROWS, 16)
export const LUCK_EXACT: usize = memory.data(ROWS * 2, 16)
export const LUCK_WAYS: usize = memory.data(ROWS, 16)
export const LUCK_FIRSTS: usize = memory.data(ROWS, 16)

/** Slices of time that fit; see ../batch/slices.ts. */
export const SLICES: i32 = 6144
export const SLICE_FIRSTS: usize = memory.data(3602 * 2, 16)
/** Pairs of slices, 96 bytes each: two bases, from, to, offset, first ms of fold 0, and two phases in four bytes each. */
export const SLICE_PAIRS: usize = memory.data(SLICES * 48, 16)
export const RUNS: usize = memory.data(3660 * 2 * 2, 16)
/** Out: intervals that fit, and by row how many there are after it. */
export const FOUND: i32 = 32768
export const FOUND_FROM: usize = memory.data(FOUND * 8, 16)
export const FOUND_TO: usize = memory.data(FOUND * 8, 16)
export const FOUND_CIVIL: usize = memory.data(FOUND * 8, 16)
export const FOUND_SLICE: usize = memory.data(FOUND * 4, 16)
export const FOUND_FOLD: usize = memory.data(FOUND, 16)
export const FOUND_ENDS: usize = memory.data(ROWS * 4, 16)
