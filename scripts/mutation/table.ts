import type { Explanation, Result } from "./report.ts"

interface Table {
  readonly text: string
  readonly scores: readonly { readonly group: string; readonly score: number }[]
}

const shareOf = ({ killed, mutants }: Result): number => (mutants === 0 ? 100 : (killed / mutants) * 100)

const sum = (all: readonly Result[]): Result =>
  all.reduce((a, b) => ({
    mutants: a.mutants + b.mutants,
    killed: a.killed + b.killed,
    survived: a.survived + b.survived,
    notTried: a.notTried + b.notTried,
  }))

/** Markdown: a row per group and per file that was looked at, and the explained survivors. */
export function tableOf(
  groups: { readonly [group: string]: readonly string[] },
  results: { readonly [file: string]: Result },
  explained: readonly Explanation[],
): Table {
  const rows: string[] = []
  const scores: { group: string; score: number }[] = []
  for (const [group, files] of Object.entries(groups)) {
    const known = files.flatMap((file) => (results[file] ? [[file, results[file]] as const] : []))
    if (known.length === 0) continue
    const whole = sum(known.map(([, result]) => result))
    scores.push({ group, score: shareOf(whole) })
    const row = (name: string, each: Result, own: number): string =>
      `| ${name} | ${each.mutants} | ${each.killed} | ${each.survived} | ${own} | ${each.notTried} | ${shareOf(each).toFixed(1)} % |`
    const explainedIn = (file: string): number => explained.filter((one) => one.file === file).length
    rows.push(
      row(
        `**${group}**, ${known.length} of ${files.length} files`,
        whole,
        sumOf(known.map(([file]) => explainedIn(file))),
      ),
    )
    for (const [file, result] of known) rows.push(row(`\`${file}\``, result, explainedIn(file)))
  }
  const text = `| | mutants | killed | survived | of them explained | not tried | killed |
|---|---|---|---|---|---|---|
${rows.join("\n")}

${reasonsOf(explained)}`
  return { text, scores }
}

const sumOf = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)

function reasonsOf(explained: readonly Explanation[]): string {
  const cell = (text: string): string => text.replaceAll("|", "\\|")
  const rows = explained.map(
    ({ file, line, replacement, reason }) => `| \`${file}:${line}\` | \`${cell(replacement)}\` | ${cell(reason)} |`,
  )
  return `| survivor | what it says instead | why it survives |
|---|---|---|
${rows.join("\n")}`
}
