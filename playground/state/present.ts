/**
 * The hour that is running, as an ISO instant: exact enough for ages and decades, and a birth asked for twice within the
 * hour has one fingerprint.
 */
export const presentHour = (present = new Date()): string => `${present.toISOString().slice(0, 13)}:00:00Z`
