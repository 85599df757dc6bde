import { fill, translate } from "./fill.ts"
import { cli } from "./ko/cli.ts"
import { contract } from "./ko/contract.ts"
import { cubes } from "./ko/cubes.ts"
import { gateway } from "./ko/gateway.ts"
import { host } from "./ko/host.ts"
import { kernel } from "./ko/kernel.ts"
import { saju } from "./ko/saju.ts"

/** Korean message and hint of an error or issue; codes that are not ours keep the text they came with. */
export function format(of: {
  code: string
  params: { readonly [name: string]: unknown }
  message: string
  hint: string
}): {
  message: string
  hint: string
} {
  const texts: Record<string, { message: string; hint: string } | undefined> = {
    ...cli,
    ...contract,
    ...cubes,
    ...gateway,
    ...host,
    ...kernel,
    ...saju,
  }
  const text = Object.hasOwn(texts, of.code) ? texts[of.code] : undefined
  if (text === undefined) return { message: of.message, hint: of.hint }
  const params = translate(of.params, format)
  return { message: fill(text.message, params), hint: fill(text.hint, params) }
}
