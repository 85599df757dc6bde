import { catalog } from "cubular/cubes"
import { readArgs } from "../args.ts"
import { usages } from "../help.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { printJson } from "../print.ts"
import { columns } from "../table.ts"

/** `cubular list`: compositions and cubes shipped. */
export async function list({ args, streams, lang }: Invocation): Promise<ExitCode> {
  const { values } = readArgs(args, { json: { type: "boolean" } }, { least: 0, most: 0, usage: usages.list })
  const compositions = catalog.documents().map(({ id, version, title }) => ({ id, version, title }))
  if (values.json) {
    await printJson(streams, { compositions, cubes: catalog.manifests() })
    return 0
  }
  const heads = lang === "ko" ? ["컴포지션", "큐브"] : ["Compositions", "Cubes"]
  const shipped = compositions.map(({ id, version, title }) => [id, version, title?.[lang] ?? ""])
  const cubes = catalog.manifests().map((cube) => [cube.id, cube.version, cube.title[lang], cube.summary?.[lang] ?? ""])
  await streams.out(`${heads[0]}\n${columns(shipped)}\n${heads[1]}\n${columns(cubes)}`)
  return 0
}
