import { readFile } from "node:fs/promises"
import { CubeError, isCubeError } from "cubular"
import { cli_failed, command_unknown } from "cubular/messages/en"
import { checkLang, langOf } from "./args.ts"
import { help } from "./help.ts"
import { packagePath } from "./hosts/dist.ts"
import type { ExitCode, Invocation } from "./invocation.ts"
import { complain, type Streams } from "./print.ts"
import type { Sessions } from "./session.ts"
import { sessions } from "./sessions.ts"

type Command = (invocation: Invocation) => Promise<ExitCode>

const commands: { readonly [name: string]: () => Promise<Command> } = {
  run: async () => (await import("./commands/run.ts")).run,
  validate: async () => (await import("./commands/validate.ts")).validateFile,
  test: async () => (await import("./commands/test.ts")).test,
  simulate: async () => (await import("./commands/simulate.ts")).simulate,
  saju: async () => (await import("./commands/saju.ts")).saju,
  saga: async () => (await import("./commands/saga.ts")).sagas,
  backup: async () => (await import("./commands/backup.ts")).makeBackup,
  restore: async () => (await import("./commands/backup.ts")).restoreBackup,
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
    checkLang(args)
    const words = withoutLang(args)
    return await dispatch(words, { args: words.slice(1), streams, lang, sessions: hosts, env })
  } catch (error) {
    const known = isCubeError(error) ? error : new CubeError({ ...cli_failed, cause: error })
    complain(streams, known.toJSON(), lang)
    if (env.CUBULAR_DEBUG) streams.err(`${(known.cause as Error | undefined)?.stack ?? known.stack}\n`)
    return 2
  }
}

/** The words from the command on: `--lang` may stand in front of it. */
function withoutLang(args: readonly string[]): readonly string[] {
  if (args[0] === "--lang") return args.slice(2)
  return args[0]?.startsWith("--lang=") ? args.slice(1) : args
}

async function dispatch([name]: readonly string[], invocation: Invocation): Promise<ExitCode> {
  const { streams, lang } = invocation
  if (name === "--version") {
    const { version } = JSON.parse(await readFile(packagePath("package.json"), "utf8")) as { version: string }
    await streams.out(`${version}\n`)
    return 0
  }
  const asksHelp = name === undefined || name === "help" || name === "--help" || name === "-h"
  if (asksHelp || invocation.args.includes("--help") || invocation.args.includes("-h")) {
    await streams.out(help(lang, asksHelp ? invocation.args[0] : name))
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined)
    throw new CubeError({ ...command_unknown, params: { command: name, commands: Object.keys(commands) } })
  return (await command())(invocation)
}
