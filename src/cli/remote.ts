import { CubeError, decodeJson, encodeJson, isCubeError, type Values } from "cubular"
import { createClient } from "cubular/gateway"
import { url_refused } from "cubular/messages/en"
import type { Parsed } from "./args.ts"
import { milliseconds } from "./args.ts"
import type { ExitCode, Invocation } from "./invocation.ts"
import { inLanguage, printJson } from "./print.ts"
import { readInputs } from "./source.ts"

/** `cubular run <id> --url URL`: the same run on a gateway. */
export async function runRemotely(
  { streams, lang }: Invocation,
  id: string,
  values: Parsed["values"],
): Promise<ExitCode> {
  const url = readUrl(values.url as string)
  const inputs = decodeJson(await readInputs(values.input as string | undefined, streams), ["inputs"]) as Values
  const timeoutMs = milliseconds("timeout", values.timeout)
  const client = createClient({ url, ...(typeof values.token === "string" ? { token: values.token } : {}) })
  try {
    const { outputs, ...rest } = await client.run(id, inputs, {
      fingerprint: true,
      ...(timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
    })
    await printJson(streams, { ok: true, outputs: encodeJson(outputs), ...rest })
    return 0
  } catch (error) {
    if (!isCubeError(error)) throw error
    const { issues, ...spoken } = error.toJSON()
    await printJson(streams, { ok: false, ...(issues ? { issues } : { error: inLanguage(spoken, lang) }) })
    return issues ? 2 : 1
  }
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url
  throw new CubeError({ ...url_refused, params: { url: text } })
}
