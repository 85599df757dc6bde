import { arrayKind, CubeError, type DataInput, type Plan, type Value, type Values } from "cubular"
import { topic_not_taken } from "cubular/messages/en"

/**
 * The inputs of the run a message starts. What its data does not have is absent.
 *
 * @throws {CubeError} `topic_not_taken`
 */
export function inputsFor({ on }: Pick<Plan, "on">, topic: string, data: Value | undefined): Values {
  const listening = on.find((each) => each.topic === topic)
  if (!listening) throw new CubeError({ ...topic_not_taken, params: { topic, topics: on.map((each) => each.topic) } })
  const inputs: { [name: string]: Value } = {}
  for (const source of listening.inputs) {
    const value = valueFrom(source, data)
    if (value !== undefined) inputs[source.name] = value
  }
  return inputs
}

function valueFrom(source: DataInput, data: Value | undefined): Value | undefined {
  if ("value" in source) return source.value
  let value = data
  for (const token of source.pointer) value = inside(value, token)
  return value
}

function inside(value: Value | undefined, token: string): Value | undefined {
  if (typeof value !== "object" || value === null || arrayKind(value)) return undefined
  if (Array.isArray(value))
    return /^(?:0|[1-9]\d{0,8})$/.test(token) ? (value[Number(token)] as Value | undefined) : undefined
  return Object.hasOwn(value, token) ? (value as Values)[token] : undefined
}
