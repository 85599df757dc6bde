import type { Value, Values } from "cubular/contract"

/** What is kept belongs to nobody else: whoever gets it may do with it what he likes. */
export function copyOf(values: Values): Values {
  return copy(values as Value) as Values
}

function copy(value: Value | undefined): Value | undefined {
  if (typeof value !== "object" || value === null) return value
  if (ArrayBuffer.isView(value)) return value.slice() as Value
  if (Array.isArray(value)) return value.map((item) => copy(item as Value)) as Value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part as Value)])) as Value
}
