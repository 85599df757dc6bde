import { CubeError, isCubeError, type Plan, type PlannedStep, POLICY_NAMES, plan } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost, type Secrets } from "cubular/host/node"
import { option_value_refused, secret_source_empty } from "cubular/messages/en"
import { createStores } from "cubular/stores/memory"
import { readText, type Source } from "./source.ts"

/** What a command lets runs have of this machine, beyond what every host gives. Plain data: it goes to a thread. */
export interface Access {
  readonly secrets: Secrets
  /** Origins requests may go to although they are private. */
  readonly privateOrigins: readonly string[]
  /** Folder in which cubes keep things; absent, what they keep ends with the command. */
  readonly data?: string
}

export type Env = { readonly [name: string]: string | undefined }

/**
 * Reads `--secret` and `--allow-origin`. Each secret is given to no cube but those the document hands it to, and sent to no
 * origin but those of their services.
 *
 * @throws {CubeError} `option_value_refused`, `secret_source_empty`, `file_unreadable`, `file_too_large`, `input_not_utf8`.
 */
export async function readAccess(
  source: Source,
  secrets: readonly string[],
  origins: readonly string[],
  env: Env,
): Promise<Access> {
  const privateOrigins = origins.map(readOrigin)
  const values = new Map<string, string>()
  for (const argument of secrets) {
    const [, name, from] = /^([^=]+)=(@.+|env:.+)$/s.exec(argument) ?? []
    if (name === undefined || from === undefined || values.has(name))
      throw new CubeError({
        ...option_value_refused,
        params: { option: "--secret", takes: "NAME=@file, NAME=env:NAME" },
      })
    values.set(name, await readSecret(name, from, env))
  }
  const planned = values.size === 0 ? undefined : await planWith([...values.keys()], source, privateOrigins)
  const scoped = Array.from(values, ([name, value]) => [name, { value, ...scopeOf(name, planned) }] as const)
  return { secrets: Object.fromEntries(scoped), privateOrigins }
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin
  const takes = "https://name[:port], http://localhost:port"
  throw new CubeError({ ...option_value_refused, params: { option: "--allow-origin", takes } })
}

/** A line break at the end of a file is the editor's. */
async function readSecret(name: string, from: string, env: Env): Promise<string> {
  const value = from.startsWith("@") ? await readText(from.slice(1)) : env[from.slice("env:".length)]
  const secret = value?.replace(/\r?\n$/, "")
  if (!secret) throw new CubeError({ ...secret_source_empty, params: { name, from } })
  return secret
}

/** Undefined for a document that cannot run: whoever runs it is told why. */
async function planWith(
  names: readonly string[],
  { given }: Source,
  privateOrigins: readonly string[],
): Promise<Plan | undefined> {
  const secrets = Object.fromEntries(names.map((name) => [name, { value: "", cubes: [], origins: [] }]))
  // What they do is nothing to the plan.
  const policies = POLICY_NAMES.map((name) => ({ name }))
  try {
    return await plan(
      given,
      catalog,
      createHost({ secrets, privateOrigins, stores: (clock) => createStores({ clock }) }),
      {
        policies,
        streams: true,
      },
    )
  } catch (error) {
    if (isCubeError(error)) return undefined
    throw error
  }
}

function scopeOf(name: string, planned: Plan | undefined): { cubes: readonly string[]; origins: readonly string[] } {
  const steps = (planned?.steps ?? []).filter(({ config }) => refersTo(config, name))
  const originsOf = ({ cube }: PlannedStep) =>
    Object.keys(cube.services).map((service) => planned?.services[service] ?? "")
  return { cubes: [...new Set(steps.map(({ cube }) => cube.id))], origins: [...new Set(steps.flatMap(originsOf))] }
}

/** Whether `{ "secret": name }` stands in a config. */
function refersTo(config: unknown, name: string): boolean {
  if (typeof config !== "object" || config === null) return false
  return (config as { secret?: unknown }).secret === name || Object.values(config).some((part) => refersTo(part, name))
}
