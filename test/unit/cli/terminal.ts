import { main } from "../../../src/cli/cli.ts"
import type { Session, Sessions } from "../../../src/cli/session.ts"

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function* inputOf(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(input)
  // In pieces, as a pipe gives it: characters are cut in two as well.
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}

/** Runs the command as a shell would, with a terminal of the test's own. */
export async function cubular(
  args: readonly string[],
  stdin: string | Uint8Array = "",
  hosts?: Partial<Sessions>,
  env?: { readonly [name: string]: string },
): Promise<Outcome> {
  let out = ""
  let err = ""
  const streams = {
    in: inputOf(stdin),
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  const { sessions } = await import("../../../src/cli/sessions.ts")
  const code = await main(args, streams, { ...sessions, ...hosts }, { LANG: "en_US.UTF-8", ...env })
  return { code, out, err }
}

/** A runtime of the test's own, in place of a real one. */
export const planted =
  (run: Session["run"]): (() => Promise<Session>) =>
  async () => ({ run, close: async () => undefined })
