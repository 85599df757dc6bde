import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** A file of the built package, seen from its sources and from its compiled files alike. */
export const distPath = (file: string): string => packagePath(join("dist", file))

/** A file of the package. */
export function packagePath(file: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder)
  return join(folder, file)
}
