import type { ErrorText, Params, Path } from "cubular/contract"
import { stream_in_saga, stream_read_twice, stream_stuck, stream_under_policy } from "cubular/messages/en"
import type { Issues } from "./issues.ts"
import { pathOf } from "./outline.ts"
import type { Bound, Draft, Wiring } from "./wiring.ts"

/** Policies that would need a stream twice, or give it to several. */
const REPEATING = ["retry", "cache", "fallback"] as const

/** What only streams bring: one reader each, nobody waiting for himself, no policy that repeats, no saga. */
export function checkStreams({ drafts, outputs, runInputs }: Wiring, mode: string | undefined, issues: Issues): void {
  const streaming = drafts.filter(isStreaming)
  if (streaming.length === 0 && !runInputs.some(({ stream }) => stream)) return
  const report = (draft: Draft, text: ErrorText, keys: readonly string[], params: Params): void =>
    issues.error(text, placeOf(draft, keys), params)
  for (const draft of streaming) {
    const cube = draft.cube.id
    if (mode === "saga") report(draft, stream_in_saga, ["use"], { cube })
    for (const policy of REPEATING)
      if (draft.policy?.data[policy]) report(draft, stream_under_policy, ["policy", policy], { cube, policy })
  }
  const readers = new Map<string, string>()
  const read = (bound: Bound, reader: string, path: Path): void => {
    if (bound.kind !== "slot" || bound.type.shape.kind !== "stream") return
    const { from, index } = bound
    const stream = from ? `${from.path}.${from.outputs[index]}` : `@${runInputs[index]?.name}`
    const first = readers.get(stream)
    if (first === undefined) readers.set(stream, reader)
    else issues.error(stream_read_twice, path, { stream, first, second: reader })
  }
  for (const draft of drafts) {
    for (const { port, bound } of draft.inputs) read(bound, `${draft.path}.${port}`, placeOf(draft, ["in", port]))
    const key = draft.policy?.key
    if (key) read(key, `${draft.path}.rateLimit`, placeOf(draft, ["policy", "rateLimit", "key"]))
  }
  for (const { name, bound } of outputs) read(bound, `outputs.${name}`, ["outputs", name])
  for (const [draft, source] of stuck(drafts))
    report(draft, stream_stuck, ["in"], { step: draft.path, source: source.path })
}

function isStreaming({ inputs, types }: Draft): boolean {
  return inputs.some(({ stream }) => stream) || types.some(({ shape }) => shape.kind === "stream")
}

function placeOf({ root, path }: Draft, keys: readonly string[]): Path {
  return path === root.id ? pathOf(root, ...keys) : pathOf(root, "use")
}

/**
 * Steps that would wait for ever: they read a stream and wait for something that is there only when it has ended. A
 * step ends after its streams; a step that gives a stream out of another one may have begun long before.
 */
function stuck(drafts: readonly Draft[]): [Draft, Draft][] {
  /** Everything in front of a step, and what of it must be over before the step begins. */
  const before = new Map<Draft, Set<Draft>>()
  const over = new Map<Draft, Set<Draft>>()
  const found: [Draft, Draft][] = []
  for (const draft of drafts) {
    const { late, reads } = draft
    const ended = new Set(late.flatMap((each) => [each, ...(before.get(each) ?? [])]))
    for (const each of reads) for (const source of over.get(each) ?? []) ended.add(source)
    over.set(draft, ended)
    before.set(draft, new Set([...late, ...reads].flatMap((each) => [each, ...(before.get(each) ?? [])])))
    const source = reads.find((each) => ended.has(each))
    if (source) found.push([draft, source])
  }
  return found
}
