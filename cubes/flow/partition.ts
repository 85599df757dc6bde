import { CubeError, defineCube, same, stream, type Value } from "cubular/contract"
import { partition_key_missing } from "cubular/messages/en"
import * as z from "zod"
import { Lanes } from "./lanes/lanes.ts"

const PORTS = ["a", "b", "c", "d"] as const
const key = z.union([z.string(), z.number(), z.boolean()])

/**
 * Splits a stream by a key of its items into up to four, `a` to `d`: items of one key stay in one stream and in their order.
 *
 * `config.key` is the name of a member of the items; without it the item itself is the key. Keys are texts, numbers and
 * booleans; an item without one fails the step. With `config.routes`, keys listed for a port go there and all others to
 * `config.rest` (default `d`). Without, keys are spread over the first `config.ports` (2 to 4, default 4) by FNV-1a of their
 * JSON in UTF-16 code units: the same on every host. Each stream may have `config.ahead` items waiting (1 to 65,536,
 * default 64); then the others wait. What goes to a port that is not wired is dropped.
 */
export default defineCube({
  id: "flow/partition",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Partition", ko: "키로 나누기" },
  summary: { en: "Splits a stream by a key", ko: "스트림을 키에 따라 나눕니다" },
  config: z
    .strictObject({
      key: z.string().min(1).max(200).optional(),
      ports: z.int().min(2).max(4).optional(),
      routes: z.partialRecord(z.enum(PORTS), z.array(key).max(1000)).optional(),
      rest: z.enum(PORTS).optional(),
      ahead: z.int().min(1).max(65_536).optional(),
    })
    .default({}),
  inputs: { items: stream(same("T")) },
  outputs: { a: stream(same("T")), b: stream(same("T")), c: stream(same("T")), d: stream(same("T")) },
  create(_, { key: member, ports = 4, routes, rest = "d", ahead = 64 }) {
    const listed = new Map(PORTS.flatMap((port, at) => (routes?.[port] ?? []).map((each) => [each, at] as const)))
    const laneOf = (of: Key): number =>
      routes ? (listed.get(of) ?? PORTS.indexOf(rest)) : hashOf(JSON.stringify(of)) % ports
    return {
      process({ items }) {
        const route = (item: unknown): readonly number[] => [laneOf(keyOf(item as Value, member))]
        const lanes = new Lanes(items, { names: PORTS, ahead, full: "wait", route })
        return { a: lanes.read(0), b: lanes.read(1), c: lanes.read(2), d: lanes.read(3) }
      },
    }
  },
})

type Key = z.output<typeof key>

function keyOf(item: Value, member: string | undefined): Key {
  const isObject = typeof item === "object" && item !== null && member !== undefined && Object.hasOwn(item, member)
  const found = member === undefined ? item : isObject ? (item as { readonly [key: string]: Value })[member] : undefined
  if (typeof found === "string" || typeof found === "number" || typeof found === "boolean") return found
  throw new CubeError({ ...partition_key_missing, path: ["config", "key"], params: { key: member ?? "—" } })
}

/** 32 bits of FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
