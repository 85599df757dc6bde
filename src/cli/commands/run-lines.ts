import { CubeError, isCubeError } from "cubular"
import type { ExecuteReply, ExecuteRequest } from "cubular/gateway"
import { cli_failed, line_too_long } from "cubular/messages/en"
import type { ExitCode, Invocation } from "../invocation.ts"
import { inLanguage, printJson } from "../print.ts"
import type { Session } from "../session.ts"
import { parseInputs } from "../source.ts"

/** Longest line, in bytes. */
const MOST_BYTES = 8 * 1024 * 1024

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
    if (line !== tooLong && isBlank(line)) continue
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
  line: Uint8Array | typeof tooLong,
): Promise<ExecuteReply> {
  try {
    if (line === tooLong) throw new CubeError({ ...line_too_long, path: ["inputs"], params: { limit: MOST_BYTES } })
    return await session.run({ ...request, inputs: parseInputs(line) })
  } catch (cause) {
    const error = isCubeError(cause) ? cause : new CubeError({ ...cli_failed, cause })
    return { ok: false, error: error.toJSON() }
  }
}

const tooLong = Symbol("line too long")

const NEWLINE = 0x0a

/** Nothing but spaces, tabs and carriage returns. */
const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)

/** Lines without their ends. A line over the limit is given as a mark and its bytes are let go of while they arrive. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | typeof tooLong> {
  let kept: Uint8Array[] = []
  let size = 0
  const end = (): Uint8Array | typeof tooLong => {
    const line = size > MOST_BYTES ? tooLong : Buffer.concat(kept, size)
    kept = []
    size = 0
    return line
  }
  const keep = (part: Uint8Array): void => {
    size += part.byteLength
    if (size > MOST_BYTES) kept = []
    else kept.push(part)
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at))
      yield end()
      from = at + 1
    }
    keep(chunk.subarray(from))
  }
  if (size > 0) yield end()
}
