import { execFile } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { applyPatch, readPatch } from "./patch.ts"

const root = new URL("../..", import.meta.url).pathname

/** What a planted bug led to: the first failing seed and what it violated, or nothing. */
export interface Found {
  readonly seed: number
  readonly violation: string
}

/** A copy of the sources outside the tree, where bugs can be planted one after the other. */
export class Copy {
  private readonly folder: string

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "planted-"))
    for (const part of ["package.json", "src", "cubes", "scripts/simulation", "scripts/planted", "test/simulation"])
      cpSync(join(root, part), join(this.folder, part), { recursive: true })
    symlinkSync(join(root, "node_modules"), join(this.folder, "node_modules"))
  }

  /** Plants a bug, looks for it in so many seeds, and takes it out again. */
  async look(patch: string, seeds: number): Promise<Found | undefined> {
    const read = readPatch(patch)
    const file = join(this.folder, read.file)
    const before = readFileSync(file, "utf8")
    writeFileSync(file, applyPatch(before, read))
    try {
      return await search(this.folder, seeds)
    } finally {
      writeFileSync(file, before)
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}

function search(folder: string, seeds: number): Promise<Found | undefined> {
  const args = ["--conditions=cubular:source", join(folder, "scripts/planted/search.ts"), String(seeds)]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, out, err) => {
      if (error) reject(new Error(err || error.message))
      else resolve(out.trim() === "" ? undefined : (JSON.parse(out) as Found))
    })
  })
}
