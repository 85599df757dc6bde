import type { Log } from "cubular/contract"

export type Level = "debug" | "info" | "warn" | "error"

const LEVELS: readonly Level[] = ["debug", "info", "warn", "error"]

/**
 * A log that writes one JSON object per line: `at` (epoch ms), `level`, `message`, then the fields. Lines below `least`
 * are dropped; a field that is no JSON is written as its type.
 */
export function createLineLog(write: (line: string, level: Level) => void, now: () => number, least: Level): Log {
  return (level, message, fields) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return
    const line: { [name: string]: unknown } = { at: now(), level, message }
    for (const [name, value] of Object.entries(fields ?? {})) if (!Object.hasOwn(line, name)) line[name] = plain(value)
    write(JSON.stringify(line), level)
  }
}

function plain(value: unknown): unknown {
  try {
    return JSON.stringify(value) === undefined ? `[${typeof value}]` : value
  } catch {
    return `[${typeof value}]`
  }
}
