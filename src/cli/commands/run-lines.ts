import { CubeError, isCubeError } from "cubular"
import type { ExecuteReply, ExecuteRequest } from "cubular/gateway"
import { cli_failed, line_too_long } from "cubular/messages/en"
import type { ExitCode, Invocation } from "../invocation.ts"
import { isBlank, type Line, linesOf, MOST_LINE_BYTES, tooLong } from "../lines.ts"
import { inLanguage, printJson } from "../print.ts"
import type { Session } from "../session.ts"
import { parseInputs } from "../source.ts"

/**
 * One run per line of stdin, one line out per line in, in order. A bad line is an error line and the rest goes on; only
 * one line is held at a time. Empty lines are passed over.
 */
export async function runLines(
  { streams, lang }: Invocation,
  session: Session,
  request: ExecuteRequest,
): Promise<ExitCode> {
  let code: ExitCode = 0
  for await (const line of linesOf(streams.in)) {
    if (isBlank(line)) continue
    const reply = await runLine(session, request, line)
    if (reply.issues !== undefined) {
      await printJson(streams, { ok: false, issues: reply.issues.map((issue) => inLanguage(issue, lang)) })
      return 2
    }
    if (reply.ok) {
      await printJson(streams, { outputs: reply.outputs })
      continue
    }
    code = 1
    const { code: name, path, message, hint } = inLanguage(reply.error as NonNullable<typeof reply.error>, lang)
    await printJson(streams, { error: { code: name, path, message, hint } })
  }
  return code
}

async function runLine(session: Session, request: ExecuteRequest, line: Line): Promise<ExecuteReply> {
  try {
    if (line === tooLong)
      throw new CubeError({ ...line_too_long, path: ["inputs"], params: { limit: MOST_LINE_BYTES } })
    return await session.run({ ...request, inputs: parseInputs(line) })
  } catch (cause) {
    const error = isCubeError(cause) ? cause : new CubeError({ ...cli_failed, cause })
    return { ok: false, error: error.toJSON() }
  }
}
