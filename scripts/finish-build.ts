/** After tsc: the JSON Schema of the document format, the command's executable bit, and the link `npx cubular` finds here. */
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { compositionJsonSchema } from "cubular/contract"

const root = new URL("..", import.meta.url).pathname
const main = join(root, "dist/src/cli/main.js")
const link = join(root, "node_modules/.bin/cubular")

writeFileSync(join(root, "dist/composition-1.schema.json"), `${JSON.stringify(compositionJsonSchema(), null, 2)}\n`)
chmodSync(main, 0o755)
if (process.platform !== "win32" && existsSync(join(root, "node_modules"))) {
  mkdirSync(join(root, "node_modules/.bin"), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync("../../dist/src/cli/main.js", link)
}
