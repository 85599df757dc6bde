import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"

/** An empty folder of its own for one test. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cubular-stores-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
