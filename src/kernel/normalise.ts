import {
  type AnyCube,
  type CompositionDocument,
  decodeJson,
  fillPolicy,
  type Json,
  type JsonSchema,
  type Value,
} from "cubular/contract"
import { canonical } from "./canonical.ts"
import { sha256Hex } from "./digest.ts"
import type { Member, Outline, WireText } from "./outline.ts"
import { formatRef, type ParsedRef } from "./refs.ts"
import type { HeldCube } from "./registry.ts"

type Members = { [key: string]: Value | undefined }

/**
 * SHA-256 of the canonical normalised document: exact versions, defaults of configs and ports filled in, refs in their
 * shortest spelling, `after` sorted, compositions by their own digest; without title, `$schema` and layout. Two
 * documents with one digest give the same run.
 *
 * @param outline - Of a document without errors.
 */
export function digestOf(
  outline: Outline,
  cubes: ReadonlyMap<HeldCube, AnyCube>,
  known: Map<Outline, string> = new Map(),
): string {
  const done = known.get(outline)
  if (done !== undefined) return done
  const digest = sha256Hex(canonical(normalise(outline, cubes, known)))
  known.set(outline, digest)
  return digest
}

function normalise(outline: Outline, cubes: ReadonlyMap<HeldCube, AnyCube>, known: Map<Outline, string>): Value {
  const { document, members } = outline
  const placed: Members = {}
  for (const member of members.values()) placed[member.id] = normaliseMember(member, cubes, known)
  return {
    format: 1,
    id: document.id,
    version: document.version,
    mode: document.mode ?? "run",
    inputs: filled(declaredInputs(outline)),
    services: filled(document.services as Members | undefined),
    cubes: placed,
    outputs: refs(outline.outputs),
    on: filled(document.on as Members | undefined),
    emit: filled(refs(outline.emits)),
  }
}

function normaliseMember(member: Member, cubes: ReadonlyMap<HeldCube, AnyCube>, known: Map<Outline, string>): Value {
  const { held, inner, placed } = member
  const cube = held && cubes.get(held)
  const after = member.after.map((before) => before.id).sort()
  return {
    use: held ? `${held.id}@${held.version}` : `composition:${inner?.key}`,
    digest: inner && digestOf(inner, cubes, known),
    config: cube?.config?.safeParse(placed.config).data as Json | undefined,
    in: filled(normaliseWires(member, cube)),
    when: member.when && formatRef(member.when),
    after: after.length > 0 ? [...new Set(after)] : undefined,
    policy: filled(normalisePolicy(member)),
    final: placed.final || undefined,
  }
}

function normalisePolicy({ placed, limitKey, substitute }: Member): Members | undefined {
  if (!placed.policy) return undefined
  const { rateLimit, ...rest } = fillPolicy(placed.policy) as Members
  return {
    ...rest,
    ...(rateLimit ? { rateLimit: { ...(rateLimit as Members), ...(limitKey && { key: formatRef(limitKey) }) } } : {}),
    ...(substitute ? { fallback: { use: `${substitute.id}@${substitute.version}` } } : {}),
  }
}

function normaliseWires(member: Member, cube: AnyCube | undefined): Members {
  const wires: Members = {}
  for (const port of Object.keys(cube?.inputs ?? {})) {
    if (member.wires.has(port) || member.held?.manifest.inputs[port]?.required) continue
    const value = cube?.inputs[port]?.safeParse(undefined).data as Value | undefined
    if (value !== undefined) wires[port] = { value }
  }
  for (const [port, wire] of member.wires) wires[port] = normaliseWire(wire)
  return wires
}

function normaliseWire(wire: WireText): Value {
  if (wire.kind === "ref") return formatRef(wire.ref)
  return wire.kind === "list" ? wire.refs.map(formatRef) : { value: decodeJson(wire.json) }
}

function declaredInputs({ document, inputs }: Outline): Members {
  const schemas: Members = {}
  for (const name of Object.keys(document.inputs ?? {})) {
    const declared = inputs.get(name)?.declared
    const schema = document.inputs?.[name] as CompositionDocument["inputs"] & Json
    schemas[name] = declared?.held
      ? {
          ...(schema as JsonSchema),
          $ref: `cube:${declared.held.id}@${declared.held.version}#/inputs/${declared.port}`,
        }
      : schema
  }
  return schemas
}

function refs(map: ReadonlyMap<string, ParsedRef>): Members {
  return Object.fromEntries([...map].map(([name, ref]) => [name, formatRef(ref)]))
}

/** Nothing written and written empty are the same. */
function filled(members: Members | undefined): Members | undefined {
  return members && Object.keys(members).length > 0 ? members : undefined
}
