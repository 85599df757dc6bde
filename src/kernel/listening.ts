import { decodeJson, type Json } from "cubular/contract"
import {
  constant_malformed,
  data_refuted,
  input_value_refused,
  message_input_missing,
  topic_unpublished,
} from "cubular/messages/en"
import { problemOf } from "./gather.ts"
import { type Issues, problemOf as messageOf } from "./issues.ts"
import type { Outline } from "./outline.ts"
import type { DataInput, Listening } from "./planned.ts"
import { parseDataPointer } from "./refs.ts"
import type { Holdings } from "./registry.ts"
import { type Type, typeOf } from "./type.ts"
import { Judge, nameOf } from "./verdict.ts"
import { step } from "./walk.ts"
import type { RunInput } from "./wiring.ts"

/** What of `on` has the right shape and can be read; that the rest cannot is reported where it is found. */
export function listeningOf({ document }: Outline): Listening[] {
  return Object.entries(document.on ?? {}).map(([topic, entry]) => ({
    topic,
    inputs: Object.entries(entry?.in ?? {}).flatMap(([name, source]) => {
      if (typeof source !== "string") return readConstant(name, source?.value)
      const pointer = parseDataPointer(source)
      return pointer ? [{ name, pointer }] : []
    }),
  }))
}

function readConstant(name: string, json: Json): DataInput[] {
  try {
    return [{ name, value: decodeJson(json) }]
  } catch {
    return []
  }
}

/**
 * Judges what messages would be turned into: inputs nothing feeds, constants that do not fit, pointers that cannot fit
 * whatever the cubes known here publish, and topics nobody known here publishes (they may come from outside).
 */
export function checkListening(
  outline: Outline,
  inputs: readonly RunInput[],
  holdings: Holdings,
  issues: Issues,
): void {
  const { on } = outline.document
  if (on === undefined) return
  const judge = new Judge()
  for (const { topic, inputs: fed } of listeningOf(outline)) {
    const types = typesOf(topic, holdings)
    const isEmitted =
      outline.emits.has(topic) || holdings.documents().some(({ emit }) => Object.hasOwn(emit ?? {}, topic))
    if (types.length === 0 && !isEmitted) issues.warning(topic_unpublished, ["on", topic], { topic })
    for (const { name, required } of inputs)
      if (required && !Object.hasOwn(on[topic]?.in ?? {}, name))
        issues.error(message_input_missing, ["on", topic, "in", name], { topic, input: name })
    for (const source of fed) {
      const input = inputs.find(({ name }) => name === source.name)
      const path = ["on", topic, "in", source.name]
      if (!input) continue
      if ("value" in source) {
        for (const check of input.checks) {
          const problem = problemOf(check, source.value)
          const params = { input: source.name, expected: problem?.expected ?? "" }
          if (problem) issues.error(input_value_refused, [...path, "value", ...problem.path], params)
        }
      } else if (types.length > 0 && !types.some((type) => fits(judge, type, source.pointer, input))) {
        const gives = types.map((type) => nameOf(follow(type, source.pointer) ?? NOTHING)).join(" | ")
        issues.error(data_refuted, path, { topic, input: source.name, gives, takes: nameOf(input.type) })
      }
    }
    for (const [name, source] of Object.entries(on[topic]?.in ?? {}))
      if (typeof source === "object" && source !== null && !fed.some((each) => each.name === name))
        refuseConstant(topic, name, source.value, issues)
  }
}

const NOTHING: Type = /* @__PURE__ */ typeOf({ not: {} })

function refuseConstant(topic: string, name: string, json: Json, issues: Issues): void {
  try {
    decodeJson(json)
  } catch (error) {
    issues.error(constant_malformed, ["on", topic, "in", name, "value"], { problem: messageOf(error) })
  }
}

/** What cubes known here publish on a topic. */
function typesOf(topic: string, holdings: Holdings): Type[] {
  return holdings
    .manifests()
    .flatMap(({ publishes }) => (Object.hasOwn(publishes, topic) ? [typeOf(publishes[topic] as Json as never)] : []))
}

function fits(judge: Judge, type: Type, pointer: readonly string[], input: RunInput): boolean {
  const inner = follow(type, pointer)
  return inner === undefined ? !input.required : judge.verdict(inner, input.type) !== "refuted"
}

function follow(type: Type, pointer: readonly string[]): Type | undefined {
  let inner: Type | undefined = type
  for (const token of pointer) inner = inner && step(inner, token)
  return inner
}
