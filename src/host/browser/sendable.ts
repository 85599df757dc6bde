import type { RunInputs, Value, Values } from "cubular/contract"

/** Values, which are copied, and streams, which are read item by item. */
export interface Separated {
  readonly values: Values
  readonly streams: { readonly [name: string]: AsyncIterable<Value> }
}

/** Takes the streams out of what a run is given. */
export function separate(inputs: RunInputs): Separated {
  const streams: { [name: string]: AsyncIterable<Value> } = {}
  const values: { [name: string]: Value | undefined } = {}
  for (const [name, given] of Object.entries(inputs))
    if (isStream(given)) streams[name] = given
    else values[name] = given
  return { values, streams }
}

function isStream(given: RunInputs[string]): given is AsyncIterable<Value> {
  return typeof given === "object" && given !== null && Symbol.asyncIterator in given
}

/** The buffers under the typed arrays of a value, each once. */
export function buffersOf(value: unknown, found: Set<ArrayBuffer> = new Set()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
  } else if (typeof value === "object" && value !== null)
    for (const part of Object.values(value)) buffersOf(part, found)
  return [...found]
}
