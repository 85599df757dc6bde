import type { ExecuteReply } from "cubular/gateway"
import type { Lang } from "./args.ts"
import { describeIssue, spellPath } from "./print.ts"
import { columns } from "./table.ts"

/** What `cubular run` prints. */
export interface RunSummary extends Omit<ExecuteReply, "record" | "events"> {
  readonly hosts?: {
    readonly [name: string]: { readonly fingerprint?: string; readonly error?: ExecuteReply["error"] }
  }
  readonly same?: boolean
  readonly difference?: { readonly step: string; readonly port: string; readonly pointer: string }
}

const words = {
  ko: {
    ok: "성공",
    failed: "실패",
    outputs: "출력",
    steps: "단계",
    same: "모두 같음",
    different: "서로 다름",
    at: "다른 곳",
  },
  en: {
    ok: "ok",
    failed: "failed",
    outputs: "Outputs",
    steps: "Steps",
    same: "same",
    different: "different",
    at: "at",
  },
} as const

/** `--human`: a run's summary for reading. */
export function describeReply(summary: RunSummary, lang: Lang): string {
  const say = words[lang]
  if (summary.issues) return summary.issues.map((issue) => describeIssue(issue, lang)).join("")
  const parts = [`${summary.ok ? say.ok : say.failed}\n`]
  const { error, outputs, steps, hosts, same, difference } = summary
  if (error) parts.push(`${error.code} ${spellPath(error.path)}\n  ${error.message}\n  ${error.hint}\n`)
  if (outputs) parts.push(`\n${say.outputs}\n${JSON.stringify(outputs, null, 2)}\n`)
  if (steps) {
    const rows = Object.entries(steps).map(([path, step]) => [path, step.outcome, step.error?.code ?? ""])
    parts.push(`\n${say.steps}\n${columns(rows)}`)
  }
  if (hosts) {
    const rows = Object.entries(hosts).map(([host, { fingerprint, error }]) => [host, fingerprint ?? error?.code ?? ""])
    parts.push(`\n${same ? say.same : say.different}\n${columns(rows)}`)
  } else if (summary.fingerprint) parts.push(`\n${summary.fingerprint}\n`)
  if (difference) parts.push(`${say.at}: ${difference.step}.${difference.port}#${difference.pointer}\n`)
  return parts.join("")
}
