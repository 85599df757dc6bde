import { CubeError, isCubeError } from "cubular"
import { cli_failed, command_unknown } from "cubular/messages/en"
import { langOf } from "./args.ts"
import { help } from "./help.ts"
import type { ExitCode, Invocation } from "./invocation.ts"
import { complain, type Streams } from "./print.ts"
import type { Sessions } from "./session.ts"
import { sessions } from "./sessions.ts"

type Command = (invocation: Invocation) => Promise<ExitCode>

const commands: { readonly [name: string]: () => Promise<Command> } = {
  run: async () => (await import("./commands/run.ts")).run,
  validate: async () => (await import("./commands/validate.ts")).validateFile,
  test: async () => (await import("./commands/test.ts")).test,
  saju: async () => (await import("./commands/saju.ts")).saju,
  list: async () => (await import("./commands/list.ts")).list,
  graph: async () => (await import("./commands/graph.ts")).graph,
}

/** Runs one command. Never throws: an error becomes words on `streams.err` and an exit code. */
export async function main(
  args: readonly string[],
  streams: Streams,
  hosts: Sessions = sessions,
  env: { readonly [name: string]: string | undefined } = process.env,
): Promise<ExitCode> {
  const lang = langOf(args, env)
  try {
    return await dispatch(args, { args: args.slice(1), streams, lang, sessions: hosts })
  } catch (error) {
    const known = isCubeError(error) ? error : new CubeError({ ...cli_failed, cause: error })
    complain(streams, known.toJSON(), lang)
    if (env.CUBULAR_DEBUG) streams.err(`${(known.cause as Error | undefined)?.stack ?? known.stack}\n`)
    return 2
  }
}

async function dispatch([name]: readonly string[], invocation: Invocation): Promise<ExitCode> {
  const { streams, lang } = invocation
  const asksHelp = name === undefined || name === "help" || name === "--help" || name === "-h"
  if (asksHelp || invocation.args.includes("--help")) {
    await streams.out(help(lang, asksHelp ? invocation.args[0] : name))
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined)
    throw new CubeError({ ...command_unknown, params: { command: name, commands: Object.keys(commands) } })
  return (await command())(invocation)
}
