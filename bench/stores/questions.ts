import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { measureIn } from "../child.ts"
import { figureOf, standings } from "../figures.ts"
import type { Slices } from "../interleave.ts"
import type { Results } from "../results.ts"
import type { BackupPhase } from "./backup-phase.ts"

const OURS = "cubular"
const KINDS = ["kv", "records", "queue", "journal", "blobs"] as const

export async function storesNode(): Promise<Results["stores-node"]> {
  const slices = await measureIn<{ [title: string]: Slices }>("stores/node.ts")
  return Object.fromEntries(Object.entries(slices).map(([title, each]) => [title, standings(each, OURS)]))
}

/** Each kind of store in a browser of its own: together they would take too long for one process. */
export async function storesBrowser(): Promise<Results["stores-browser"]> {
  const cases: { [title: string]: Slices } = {}
  for (const kind of KINDS)
    Object.assign(cases, await measureIn<{ [title: string]: Slices }>("stores/browser.ts", [`${kind}: `]))
  return Object.fromEntries(Object.entries(cases).map(([title, each]) => [title, standings(each, OURS)]))
}

export async function storesWorkers(): Promise<Results["stores-workers"]> {
  const measure = (asked: string) =>
    measureIn<{ readonly slices: { [title: string]: Slices }; readonly readyMs: readonly number[] }>(
      "stores/workers.ts",
      [asked],
    )
  const slices: { [title: string]: Slices } = {}
  for (const kind of KINDS) Object.assign(slices, (await measure(`${kind}: `)).slices)
  const cases = Object.fromEntries(Object.entries(slices).map(([title, each]) => [title, standings(each, OURS)]))
  const readyMs = figureOf(await measureIn<readonly number[]>("stores/restart.ts"))
  return { cases, readyMs, wranglerReadyMs: figureOf((await measure("restart")).readyMs) }
}

const BACKUPS = 5

/** Backups and restores of one folder, in turn, each in a process of its own so that its memory is its own. */
export async function backups(): Promise<Results["backup"]> {
  const folder = mkdtempSync(join(tmpdir(), "cubular-bench-"))
  const phase = (name: string): Promise<BackupPhase> => measureIn<BackupPhase>("stores/backup.ts", [name, folder])
  try {
    await phase("fill")
    const made: BackupPhase[] = []
    const restored: BackupPhase[] = []
    for (let n = 0; n < BACKUPS; n++) {
      made.push(await phase("backup"))
      restored.push(await phase("restore"))
    }
    return { bytes: made[0]?.bytes ?? 0, backup: throughputOf(made), restore: throughputOf(restored) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function throughputOf(phases: readonly BackupPhase[]): Results["backup"]["backup"] {
  return {
    mbPerSec: figureOf(phases.map(({ bytes, ms }) => bytes / 1000 / ms)),
    mostMb: figureOf(phases.map(({ mostBytes }) => mostBytes / 1e6)),
    idleMb: figureOf(phases.map(({ idleBytes }) => idleBytes / 1e6)),
  }
}
