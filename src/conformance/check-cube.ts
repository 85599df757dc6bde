import {
  type AnyCube,
  type CompositionDocument,
  CUBE_ID_PATTERN,
  type CubeManifest,
  canonical,
  decodeJson,
  encodeJson,
  type Json,
  toManifest,
  type Value,
  VERSION_PATTERN,
  validate,
} from "cubular"

/**
 * Checks a cube's definition against what everyone relies on: its manifest is JSON and stays what it is, its texts are
 * there in both languages, and a document that places it is accepted.
 *
 * @param published - The manifest a registry holds for it: another one than the code's is a problem.
 * @returns what is wrong, as sentences; none when all is well.
 */
export async function checkCube(cube: AnyCube, published?: CubeManifest): Promise<string[]> {
  const manifest = toManifest(cube)
  return [
    ...checkManifest(cube, manifest, published),
    ...checkTexts(manifest),
    ...checkDefaults(manifest),
    ...(await checkPlacing(cube, manifest)),
  ]
}

function checkManifest(cube: AnyCube, manifest: CubeManifest, published: CubeManifest | undefined): string[] {
  const text = JSON.stringify(manifest)
  const problems: string[] = []
  if (!same(JSON.parse(text), manifest)) problems.push("The manifest is not the same after a round through JSON.")
  if (published && JSON.stringify(published) !== text) problems.push("The published manifest is not that of the code.")
  if (!CUBE_ID_PATTERN.test(cube.id)) problems.push(`The id "${cube.id}" is not family/name.`)
  if (!VERSION_PATTERN.test(cube.version)) problems.push(`The version "${cube.version}" is not x.y.z.`)
  if (!Object.isFrozen(cube)) problems.push("The definition can be changed: it does not come from defineCube.")
  if (Object.keys(cube.outputs).length === 0 && cube.effect === "pure")
    problems.push("A pure cube without outputs does nothing.")
  return problems
}

function checkTexts({ title, summary, inputs, outputs }: CubeManifest): string[] {
  const texts = [
    title,
    summary,
    ...[inputs, outputs].flatMap((ports) => Object.values(ports).map((port) => port.title)),
  ]
  const empty = texts.filter((text) => text && (text.en.trim() === "" || text.ko.trim() === ""))
  return empty.map((text) => `A text is empty in one language: ${JSON.stringify(text)}.`)
}

function checkDefaults({ inputs }: CubeManifest): string[] {
  return Object.entries(inputs).flatMap(([port, { schema, required }]) => {
    if (!("default" in schema)) return []
    const value = schema.default as Json
    return [
      ...(required ? [`Port ${port} has a default and is required all the same.`] : []),
      ...(same(encodeJson(decodeJson(value)), value)
        ? []
        : [`The default of port ${port} is not in the JSON form of values.`]),
    ]
  })
}

/** Places the cube alone, its inputs described by its own ports. Config that must be given is the author's affair. */
async function checkPlacing(
  cube: AnyCube,
  { inputs, outputs, configRequired, dependencies }: CubeManifest,
): Promise<string[]> {
  if (configRequired || dependencies === "config" || Object.keys(dependencies).length > 0) return []
  const ports = Object.keys(inputs)
  const document: CompositionDocument = {
    format: 1,
    id: "placed",
    version: "1.0.0",
    inputs: Object.fromEntries(
      ports.map((port) => [port, { $ref: `cube:${cube.id}@${cube.version}#/inputs/${port}` }]),
    ),
    cubes: {
      cube: { use: `${cube.id}@${cube.version}`, in: Object.fromEntries(ports.map((port) => [port, `@${port}`])) },
    },
    outputs: Object.fromEntries(Object.keys(outputs).map((port) => [port, `cube.${port}`])),
  }
  const issues = await validate(document, [cube])
  return issues.map(({ code, path, message }) => `Placed alone: ${code} at ${path.join("/")}: ${message}`)
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a as Value) === canonical(b as Value)
}
