import { type CompositionDocument, type PlacedCube, validate } from "cubular"
import { catalog } from "cubular/cubes"
import { oneOf, readArgs } from "../args.ts"
import { toMermaid, toSvg, type Wire } from "../graph.ts"
import { usages } from "../help.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { describeIssue } from "../print.ts"
import { decodeUtf8, readSource } from "../source.ts"

/** `cubular graph`: a composition as Mermaid text or as an SVG picture. Only a valid document has a picture. */
export async function graph({ args, streams, lang }: Invocation): Promise<ExitCode> {
  const wanted = { least: 1, most: 1, usage: usages.graph }
  const { positionals, values } = readArgs(args, { format: { type: "string" } }, wanted)
  const format = oneOf("format", values.format, ["mermaid", "svg"]) ?? "mermaid"
  const { given } = await readSource(positionals[0] as string)
  const errors = (await validate(given, catalog)).filter(({ severity }) => severity === "error")
  if (errors.length > 0) {
    streams.err(errors.map((issue) => describeIssue(issue, lang)).join(""))
    return 2
  }
  const document = given instanceof Uint8Array ? (JSON.parse(decodeUtf8(given) ?? "") as CompositionDocument) : given
  const wires = wiresOf(document)
  const boxes = Object.entries(document.cubes).map(([id, { use }]) => ({ id, use }))
  await streams.out(
    format === "svg" ? toSvg(document.title?.[lang] ?? document.id, boxes, wires) : toMermaid(boxes, wires),
  )
  return 0
}

/** Every wire of a document; the composition's own inputs and outputs are the boxes "@name" and "name@". */
function wiresOf(document: CompositionDocument): Wire[] {
  const wires = Object.entries(document.cubes).flatMap(([id, placed]) => wiresInto(id, placed))
  const ends = Object.entries(document.outputs).map(([name, ref]) => wire(ref, `${name}@`, ""))
  return [...wires, ...ends]
}

function wiresInto(id: string, placed: PlacedCube): Wire[] {
  const wires: Wire[] = []
  for (const [port, source] of Object.entries(placed.in ?? {})) {
    const refs = typeof source === "string" ? [source] : Array.isArray(source) ? (source as string[]) : []
    for (const ref of refs) wires.push(wire(ref, id, port))
  }
  if (placed.when !== undefined) wires.push(wire(placed.when, id, "when"))
  for (const before of placed.after ?? []) wires.push({ from: before, to: id, label: "after", dashed: true })
  return wires
}

function wire(ref: string, to: string, port: string): Wire {
  const [base = ""] = ref.split("#")
  const from = base.startsWith("@") ? base : (base.split(".")[0] as string)
  const given = base.startsWith("@") ? "" : (base.split(".")[1] as string)
  return { from, to, label: [given, port].filter(Boolean).join(" → "), dashed: port === "when" }
}
