import { CubeError, isCubeError } from "cubular"
import type { ExecuteReply, ExecuteRequest } from "cubular/gateway"
import { line_too_long } from "cubular/messages/en"
import type { ExitCode, Invocation } from "../invocation.ts"
import { inLanguage, printJson } from "../print.ts"
import type { Session } from "../session.ts"
import { parseInputs } from "../source.ts"

/** Longest line, in UTF-16 code units. */
const MOST_CHARACTERS = 8 * 1024 * 1024

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
    if (line !== tooLong && line.trim() === "") continue
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

async function runLine(
  session: Session,
  request: ExecuteRequest,
  line: string | typeof tooLong,
): Promise<ExecuteReply> {
  try {
    if (line === tooLong) throw new CubeError({ ...line_too_long, params: { limit: MOST_CHARACTERS } })
    return await session.run({ ...request, inputs: parseInputs(line) })
  } catch (error) {
    if (isCubeError(error)) return { ok: false, error: error.toJSON() }
    throw error
  }
}

const tooLong = Symbol("line too long")

/** Lines without their ends. A line over the limit is given as a mark and its text is let go of while it arrives. */
async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string | typeof tooLong> {
  const decoder = new TextDecoder()
  let kept = ""
  let dropped = false
  for await (const chunk of input) {
    const parts = (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true })).split("\n")
    for (const [i, part] of parts.entries()) {
      if (i > 0) {
        yield dropped ? tooLong : kept
        kept = ""
        dropped = false
      }
      if (kept.length + part.length > MOST_CHARACTERS) {
        dropped = true
        kept = ""
      } else if (!dropped) kept += part
    }
  }
  if (dropped) yield tooLong
  else if (kept + decoder.decode() !== "") yield kept
}
