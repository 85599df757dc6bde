import { CubeError, isCubeError } from "cubular"
import { birth_line_malformed, cli_failed, line_too_long } from "cubular/messages/en"
import { type Birth, chart, type SajuChart, type SajuOptions } from "cubular/saju"
import type { ExitCode, Invocation } from "../invocation.ts"
import { isBlank, type Line, linesOf, MOST_LINE_BYTES, tooLong } from "../lines.ts"
import { inLanguage, printJson } from "../print.ts"
import { parseInputs } from "../source.ts"

/**
 * One birth object per line of stdin, one chart or error per line out, in order. A bad line is an error line and the rest
 * goes on; only one line is held at a time. Empty lines are passed over.
 */
export async function sajuLines({ streams, lang }: Invocation, options: SajuOptions): Promise<ExitCode> {
  let code: ExitCode = 0
  for await (const line of linesOf(streams.in)) {
    if (isBlank(line)) continue
    const found = chartOfLine(line, options)
    if (!isCubeError(found)) {
      await printJson(streams, found)
      continue
    }
    code = 1
    const { code: name, path, message, hint } = inLanguage(found.toJSON(), lang)
    await printJson(streams, { error: { code: name, path, message, hint } })
  }
  return code
}

function chartOfLine(line: Line, options: SajuOptions): SajuChart | CubeError {
  try {
    if (line === tooLong) throw new CubeError({ ...line_too_long, params: { limit: MOST_LINE_BYTES } })
    return chart(birthOf(line), options)
  } catch (cause) {
    return isCubeError(cause) ? cause : new CubeError({ ...cli_failed, cause })
  }
}

/** The birth a line holds, as it came; there are no named inputs here, so what is no object is told in words of its own. */
function birthOf(line: Uint8Array): Birth {
  try {
    return parseInputs(line) as unknown as Birth
  } catch (cause) {
    if (!isCubeError(cause) || cause.code !== "input_not_json") throw cause
    throw new CubeError({ ...birth_line_malformed, cause })
  }
}
