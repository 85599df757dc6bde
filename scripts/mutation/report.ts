/** What is read here of a report in the mutation testing report schema, https://github.com/stryker-mutator/mutation-testing-elements */
export interface Report {
  readonly files: { readonly [file: string]: { readonly source: string; readonly mutants: readonly Mutant[] } }
}

interface Mutant {
  readonly mutatorName: string
  readonly replacement?: string
  readonly status: string
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}

/** What became of the mutants of a file. Those that are no program any more, and those not tried, count nowhere. */
export interface Result {
  readonly mutants: number
  readonly killed: number
  readonly survived: number
  /** Would need a run of all tests each: they change what is computed once, when a module is loaded. */
  readonly notTried: number
}

/** Why a mutant cannot or need not be killed. */
export interface Explanation {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly mutator: string
  readonly replacement: string
  readonly reason: string
}

const KILLED: ReadonlySet<string> = new Set(["Killed", "Timeout"])
const SURVIVED: ReadonlySet<string> = new Set(["Survived", "NoCoverage"])

export function resultsOf({ files }: Report): { readonly [file: string]: Result } {
  return Object.fromEntries(
    Object.entries(files).map(([file, { mutants }]) => {
      const count = (of: ReadonlySet<string>): number => mutants.filter(({ status }) => of.has(status)).length
      const [killed, survived] = [count(KILLED), count(SURVIVED)]
      return [file, { mutants: killed + survived, killed, survived, notTried: count(new Set(["Ignored"])) }]
    }),
  )
}

const explains = (file: string, { mutatorName, replacement, location }: Mutant, one: Explanation): boolean =>
  one.file === file &&
  one.line === location.start.line &&
  one.column === location.start.column &&
  one.mutator === mutatorName &&
  one.replacement === oneLine(replacement)

const oneLine = (replacement = ""): string => replacement.replace(/\s+/g, " ")

/** The survivors nobody has explained, one a line. */
export function survivorsOf({ files }: Report, explained: readonly Explanation[]): readonly string[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => SURVIVED.has(status))
      .filter((mutant) => !explained.some((one) => explains(file, mutant, one)))
      .map(({ mutatorName, replacement, location: { start } }) => {
        const line = source.split("\n")[start.line - 1]?.trim()
        return `${file}:${start.line}:${start.column} ${mutatorName} => ${oneLine(replacement)} in: ${line}`
      }),
  )
}

/** Explanations of mutants that did not survive in a file that was looked at: killed since, or moved. */
export function staleOf({ files }: Report, explained: readonly Explanation[]): readonly string[] {
  return explained
    .filter(({ file }) => files[file] !== undefined)
    .filter(
      (one) =>
        !files[one.file]?.mutants.some((mutant) => SURVIVED.has(mutant.status) && explains(one.file, mutant, one)),
    )
    .map(({ file, line, column, mutator }) => `${file}:${line}:${column} ${mutator} is explained, but did not survive`)
}
