import { type ParseArgsOptionsConfig, parseArgs } from "node:util"
import { CubeError } from "cubular"
import { argument_extra, argument_missing, option_refused, option_value_refused } from "cubular/messages/en"

export type Lang = "ko" | "en"

export interface Parsed {
  readonly positionals: readonly string[]
  readonly values: { readonly [option: string]: string | boolean | undefined }
  /** Options that may be given several times. */
  readonly lists: { readonly [option: string]: readonly string[] | undefined }
}

/**
 * Reads a command's arguments strictly.
 *
 * @throws {CubeError} `option_refused`, `argument_missing`, `argument_extra`: wrong usage, exit code 2.
 */
export function readArgs(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
  wanted: { readonly least: number; readonly most: number; readonly usage: string },
): Parsed {
  const { positionals, values: all } = parse(args, options, wanted.usage)
  const isList = (entry: [string, unknown]): boolean => Array.isArray(entry[1])
  const lists = Object.fromEntries(Object.entries(all).filter(isList)) as Parsed["lists"]
  const values = Object.fromEntries(Object.entries(all).filter((entry) => !isList(entry))) as Parsed["values"]
  const { usage } = wanted
  if (positionals.length < wanted.least) throw new CubeError({ ...argument_missing, params: { usage } })
  if (positionals.length > wanted.most)
    throw new CubeError({ ...argument_extra, params: { argument: positionals[wanted.most] ?? "", usage } })
  return { positionals, values, lists }
}

function parse(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
  usage: string,
): { positionals: readonly string[]; values: { readonly [option: string]: unknown } } {
  try {
    const all = { ...options, lang: { type: "string" }, help: { type: "boolean" } } as const
    return parseArgs({ args: [...args], options: all, allowPositionals: true, strict: true })
  } catch (cause) {
    const option = /'(-[^' <]*)/.exec((cause as Error).message)?.[1] ?? args.find((arg) => arg.startsWith("-")) ?? ""
    throw new CubeError({ ...option_refused, params: { option, usage }, cause })
  }
}

/** One of a few words, or undefined when the option was not given. */
export function oneOf<const Word extends string>(
  option: string,
  value: string | boolean | undefined,
  words: readonly Word[],
): Word | undefined {
  if (value === undefined) return undefined
  const found = words.find((word) => word === value)
  if (found !== undefined) return found
  throw new CubeError({ ...option_value_refused, params: { option: `--${option}`, takes: [...words] } })
}

/** A whole number of milliseconds from 1 to one day, or undefined when the option was not given. */
export function milliseconds(option: string, value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined
  const ms = typeof value === "string" && /^\d{1,8}$/.test(value) ? Number(value) : 0
  if (ms >= 1 && ms <= 86_400_000) return ms
  throw new CubeError({ ...option_value_refused, params: { option: `--${option}`, takes: "1…86400000" } })
}

/** The language asked for, else the terminal's, else English. */
export function langOf(args: readonly string[], env: { readonly [name: string]: string | undefined }): Lang {
  const said = saidLang(args)
  if (said === "ko" || said === "en") return said
  return /^ko/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "ko" : "en"
}

/** @throws {CubeError} `option_value_refused` for a language there are no texts in. */
export function checkLang(args: readonly string[]): void {
  oneOf("lang", saidLang(args), ["ko", "en"])
}

/** What `--lang` says, "" where its value is missing, undefined without it. */
function saidLang(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="))
  return at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1] ?? "")
}
