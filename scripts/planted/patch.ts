/** One file's changes, as a unified diff has them. */
export interface FilePatch {
  readonly file: string
  readonly hunks: readonly { readonly before: string; readonly after: string }[]
}

/** Reads a unified diff of one file. */
export function readPatch(text: string): FilePatch {
  const lines = text.split("\n")
  const file = lines.find((line) => line.startsWith("+++ "))?.slice("+++ b/".length)
  if (file === undefined) throw new Error("no file is named")
  const hunks: { before: string; after: string }[] = []
  for (const line of lines.slice(lines.findIndex((each) => each.startsWith("@@")))) {
    if (line.startsWith("@@")) hunks.push({ before: "", after: "" })
    const hunk = hunks.at(-1)
    if (!hunk || line === "" || line.startsWith("@@")) continue
    const rest = `${line.slice(1)}\n`
    if (line[0] !== "+") hunk.before += rest
    if (line[0] !== "-") hunk.after += rest
  }
  return { file, hunks }
}

/**
 * The text with the patch in it. Lines may have moved, but what stands in a hunk must be there once, to the letter.
 *
 * @throws when it is not.
 */
export function applyPatch(text: string, { file, hunks }: FilePatch): string {
  let patched = text
  for (const { before, after } of hunks) {
    const parts = patched.split(before)
    if (parts.length !== 2) throw new Error(`${file}: a hunk is there ${parts.length - 1} times, not once:\n${before}`)
    patched = parts.join(after)
  }
  return patched
}
