import { validate } from "cubular"
import { catalog } from "cubular/cubes"
import { readArgs } from "../args.ts"
import { usages } from "../help.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { describeIssue, inLanguage, printJson } from "../print.ts"
import { readSource } from "../source.ts"

/** `cubular validate`: all issues of a document; 0 when there are only warnings. */
export async function validateFile({ args, streams, lang }: Invocation): Promise<ExitCode> {
  const wanted = { least: 1, most: 1, usage: usages.validate }
  const { positionals, values } = readArgs(args, { json: { type: "boolean" } }, wanted)
  const { given } = await readSource(positionals[0] as string)
  const issues = await validate(given, catalog)
  const refused = issues.some(({ severity }) => severity === "error")
  if (values.json) {
    await printJson(
      streams,
      issues.map((issue) => inLanguage(issue, lang)),
    )
    return refused ? 2 : 0
  }
  await streams.out(issues.map((issue) => describeIssue(issue, lang)).join(""))
  if (issues.length === 0) await streams.out(lang === "ko" ? "문제가 없습니다.\n" : "No issues.\n")
  return refused ? 2 : 0
}
