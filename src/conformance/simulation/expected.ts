import type { CompositionDocument, PlacedCube, Settled, Values } from "cubular"
import { STAND_IN } from "./compose.ts"
import { folded } from "./cubes.ts"
import { answers } from "./service.ts"
import type { Trace } from "./trace.ts"

/** Values by reference: "s1.out", "@value". */
type Known = ReadonlyMap<string, number>

/** Whether a run came to what its document says, by a model that looks at one step at a time. */
export function checkRun(
  document: CompositionDocument,
  inputs: Values,
  settled: Settled,
  trace: Trace,
  who: string,
): void {
  const { steps, outputs } = settled
  const known = knownOf(inputs, outputs)
  const ended = Object.values(steps).some(({ outcome }) => outcome === "cancelled")
  const cutOff = new Set<string>()
  // Ids are numbered in an order in which no step needs a later one.
  for (const [id, placed] of Object.entries(document.cubes).sort()) {
    const { outcome = "missing", error } = steps[id] ?? {}
    const isCut = refsOf(placed).some((before) => cutOff.has(before))
    if (isCut || outcome === "failed" || outcome === "cancelled") cutOff.add(id)
    const expected = isCut ? "skipped" : expectedOf(placed, known)
    const fits = outcome === "cancelled" ? ended : (outcome === "skipped") === (expected === "skipped")
    trace.expect("skip table", fits, () => `${who} ${id}: ${outcome}, should be ${expected}`)
    if (outcome === "failed")
      trace.expect("failures have a reason", mayFail(placed, error?.code), () => `${who} ${id}: ${error?.code}`)
    if (outcome === "ok") checkValue(id, placed, known, trace, who)
    else trace.expect("only what is ok gives", !gives(id, known), () => `${who} ${id}`)
  }
  trace.expect("a run is ok when all of it is", settled.ok === !hasFailed(settled), () => who)
}

function hasFailed({ steps }: Settled): boolean {
  return Object.values(steps).some(({ outcome }) => outcome === "failed" || outcome === "cancelled")
}

function knownOf(inputs: Values, outputs: Values): Known {
  const known = new Map<string, number>([["@value", inputs.value as number]])
  for (const [name, value] of Object.entries(outputs)) known.set(name.replace("-", "."), value as number)
  return known
}

function gives(id: string, known: Known): boolean {
  return ["out", "left", "right"].some((port) => known.has(`${id}.${port}`))
}

/** What feeds a step, constants left out. */
function sourcesOf(wires: NonNullable<PlacedCube["in"]>): string[] {
  return Object.values(wires).flatMap((wire) => (typeof wire === "string" || Array.isArray(wire) ? wire : []))
}

/** The steps a step waits for. */
function refsOf({ in: wires = {}, when, after = [] }: PlacedCube): string[] {
  const refs = [...sourcesOf(wires), ...(when === undefined ? [] : [when])]
  return [...refs.filter((ref) => !ref.startsWith("@")).map((ref) => ref.split(".")[0] as string), ...after]
}

/** What becomes of a step of which nothing in front failed. */
function expectedOf({ in: wires = {}, when, use }: PlacedCube, known: Known): "ok" | "skipped" {
  const gate = when?.replace(".yes", ".out")
  if (gate !== undefined && (!known.has(gate) || (known.get(gate) as number) % 3 === 0)) return "skipped"
  const required = Object.entries(wires).filter(([port]) => use !== "simulated/maybe" || port !== "extra")
  const missing = sourcesOf(Object.fromEntries(required)).some((ref) => ref !== "@run" && !known.has(ref))
  return missing ? "skipped" : "ok"
}

function checkValue(id: string, placed: PlacedCube, known: Known, trace: Trace, who: string): void {
  const { use, in: wires = {}, policy } = placed
  const numberAt = (port: string): number => known.get(wires[port] as string) as number
  if (use === "simulated/either") {
    const even = numberAt("value") % 2 === 0
    const [taken, other] = even ? ["left", "right"] : ["right", "left"]
    const right = known.get(`${id}.${taken}`) === numberAt("value") && !known.has(`${id}.${other}`)
    return trace.expect("steps give what they should", right, () => `${who} ${id}`)
  }
  const found = known.get(`${id}.out`)
  const right = resultOf(use, wires, known, numberAt)
  const stands = policy?.fallback !== undefined && found === STAND_IN
  trace.expect("steps give what they should", found === right || stands, () => `${who} ${id}: ${found}, not ${right}`)
}

function resultOf(use: string, wires: NonNullable<PlacedCube["in"]>, known: Known, numberAt: (port: string) => number) {
  const name = use.slice("simulated/".length)
  if (name === "maybe") return folded([numberAt("value"), known.get(wires.extra as string) ?? 0])
  if (name.startsWith("fold")) return folded((wires.values as string[]).map((ref) => known.get(ref) as number))
  const answer = answers[name === "relay" ? "ask" : name]
  return answer ? answer(numberAt("value")) : numberAt("value")
}

/** Codes a policy may end a step with, by its key. */
const policyCodes: { readonly [key: string]: readonly string[] } = {
  timeoutMs: ["step_timed_out"],
  deadlineMs: ["step_deadline_exceeded"],
  breaker: ["breaker_open"],
  bulkhead: ["bulkhead_full", "bulkhead_waited"],
  rateLimit: ["rate_limited"],
}
const asking: ReadonlySet<string> = new Set(["ask", "charge", "post", "relay"].map((name) => `simulated/${name}`))

function mayFail({ use, policy = {} }: PlacedCube, code: string | undefined): boolean {
  const own = asking.has(use) ? ["simulated_refusal", "service_unreachable"] : []
  const codes = [...own, ...Object.keys(policy).flatMap((key) => policyCodes[key] ?? [])]
  return policy.fallback === undefined && code !== undefined && codes.includes(code)
}
