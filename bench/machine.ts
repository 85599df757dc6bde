import { cpus, totalmem } from "node:os"

/** Where and when figures were taken, as one line of a report. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
  readonly v8: string
  /** Day of the run, YYYY-MM-DD (UTC). */
  readonly date: string
}

export function machine(): Machine {
  const all = cpus()
  return {
    cpu: all[0]?.model.trim() ?? process.arch,
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    v8: process.versions.v8,
    date: new Date().toISOString().slice(0, 10),
  }
}
