/** Commands in pages: `npx cubular …` lines, run as a shell would run them. */
import { cubular, type Outcome } from "../cli/terminal.ts"

/** Every line of a page's commands that needs no built package and no file of the reader's. */
export const commandsIn = (page: string): readonly string[] =>
  (page.match(/npx cubular [^`\n]*/g) ?? []).filter((line) => !/--host|\.json|--help/.test(line))

/** Runs such a line; a picture goes to stdout instead of a file. */
export function runCommand(line: string): Promise<Outcome> {
  const words = [...line.replace(/ > .*/, "").matchAll(/'([^']*)'|(\S+)/g)]
  const given = words.map(([, quoted, plain]) => quoted ?? plain ?? "").filter((word) => !word.endsWith(".svg"))
  return cubular(given.slice(2))
}
