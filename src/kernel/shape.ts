import { compositionSchema, NAME_PATTERN, type Path, VERSION_PATTERN } from "cubular/contract"
import { name_malformed, shape_refused, unknown_key } from "cubular/messages/en"
import { expectedOf, type SchemaIssue } from "./expected.ts"
import { type Issues, quote } from "./issues.ts"

type Members = { readonly [key: string]: unknown }

/** What of a placed cube the planner reads itself; the rest goes through the contract's schema. */
const OWN_KEYS: ReadonlySet<string> = /* @__PURE__ */ new Set(["use", "config", "in", "when", "after"])

/**
 * Checks the shape of a document: what the planner touches for every cube by hand (fast, and with paths to the wire),
 * everything rare (title, services, policies, unknown keys) through the contract's own schema.
 *
 * @returns whether the parts checked by hand may be read as a CompositionDocument.
 */
export function checkShape(document: unknown, issues: Issues): boolean {
  if (!isMembers(document)) {
    issues.error(shape_refused, [], { expected: "object" })
    return false
  }
  const before = issues.list.length
  const cubes = isMembers(document.cubes) ? document.cubes : {}
  const rare: { [id: string]: Members } = {}
  for (const id of Object.keys(cubes)) checkPlaced(id, cubes[id], rare, issues)
  checkRefs(document.outputs, ["outputs"], issues)
  checkRefs(document.emit, ["emit"], issues)
  const sound = issues.list.length === before
  checkRest(document, rare, issues)
  return sound && isMembers(document.cubes) && isMembers(document.outputs)
}

function checkPlaced(id: string, placed: unknown, rare: { [id: string]: Members }, issues: Issues): void {
  const path = ["cubes", id]
  if (!NAME_PATTERN.test(id)) issues.error(name_malformed, path, { name: quote(id) })
  if (!isMembers(placed)) {
    issues.error(shape_refused, path, { expected: "object" })
    return
  }
  if (typeof placed.use !== "string") issues.error(shape_refused, [...path, "use"], { expected: "string" })
  if (placed.when !== undefined && typeof placed.when !== "string")
    issues.error(shape_refused, [...path, "when"], { expected: "string" })
  if (placed.after !== undefined && !isTexts(placed.after))
    issues.error(shape_refused, [...path, "after"], { expected: "string[]" })
  checkWires(placed.in, [...path, "in"], issues)
  const others = Object.keys(placed).filter((key) => !OWN_KEYS.has(key))
  if (others.length > 0) rare[id] = Object.fromEntries([["use", "-"], ...others.map((key) => [key, placed[key]])])
}

function checkWires(wires: unknown, path: Path, issues: Issues): void {
  if (wires === undefined) return
  if (!isMembers(wires)) {
    issues.error(shape_refused, path, { expected: "object" })
    return
  }
  for (const port of Object.keys(wires)) {
    const source = wires[port]
    if (typeof source === "string" || isTexts(source)) continue
    const keys = isMembers(source) ? Object.keys(source) : []
    if (keys.length !== 1 || keys[0] !== "value")
      issues.error(shape_refused, [...path, port], { expected: '"ref" | ["ref"] | { "value": … }' })
  }
}

function checkRefs(refs: unknown, path: Path, issues: Issues): void {
  for (const name of isMembers(refs) ? Object.keys(refs) : []) {
    if (path[0] === "outputs" && !NAME_PATTERN.test(name))
      issues.error(name_malformed, [...path, name], { name: quote(name) })
    if (typeof (refs as Members)[name] !== "string")
      issues.error(shape_refused, [...path, name], { expected: "string" })
  }
}

const COMMON: ReadonlySet<string> = /* @__PURE__ */ new Set(
  "$schema format id version title inputs cubes outputs layout".split(" "),
)

/** Whether what is left is so plain that the schema would find nothing: most documents, spared 5 ms on first use. */
function isCommon(document: Members, rare: Members): boolean {
  const { $schema, format, id, version, title, inputs, cubes, outputs } = document
  const named = (value: unknown, pattern: RegExp): boolean => typeof value === "string" && pattern.test(value)
  return (
    Object.keys(rare).length === 0 &&
    Object.keys(document).every((key) => COMMON.has(key)) &&
    format === 1 &&
    named(id, /^[a-z][a-z0-9-]{0,63}$/) &&
    named(version, VERSION_PATTERN) &&
    ($schema === undefined || typeof $schema === "string") &&
    (title === undefined || isText(title)) &&
    (inputs === undefined || (isMembers(inputs) && Object.keys(inputs).every((name) => NAME_PATTERN.test(name)))) &&
    isMembers(cubes) &&
    isMembers(outputs)
  )
}

function isText(title: unknown): boolean {
  return isMembers(title) && Object.keys(title).sort().join() === "en,ko" && isTexts(Object.values(title))
}

/** Made when it is first needed, and kept: making it takes longer than using it. */
let schema: ReturnType<typeof compositionSchema> | undefined

function checkRest(document: Members, rare: { [id: string]: Members }, issues: Issues): void {
  if (isCommon(document, rare)) return
  // Keys stay, values that are looked at elsewhere are replaced by plain ones.
  const keys = (part: unknown, by: string): unknown =>
    isMembers(part) ? Object.fromEntries(Object.keys(part).map((key) => [key, by])) : part
  const rest = {
    ...document,
    cubes: isMembers(document.cubes) ? rare : document.cubes,
    outputs: isMembers(document.outputs) ? {} : document.outputs,
    emit: keys(document.emit, "@a"),
    inputs: keys(document.inputs, ""),
    layout: undefined,
  }
  schema ??= compositionSchema()
  for (const issue of schema.safeParse(rest).error?.issues ?? []) noteIssue(issue as SchemaIssue, issues)
}

function noteIssue(issue: SchemaIssue, issues: Issues): void {
  const path = issue.path.map((key) => (typeof key === "number" ? key : String(key)))
  if (issue.code === "unrecognized_keys")
    for (const key of issue.keys ?? []) issues.error(unknown_key, [...path, key], { key: quote(key) })
  else if (issue.code === "invalid_key" && path[0] === "cubes") return
  else if (issue.code === "invalid_key") issues.error(name_malformed, path, { name: quote(String(path.at(-1))) })
  else issues.error(shape_refused, path, { expected: expectedOf(issue) })
}

export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string")
}
