import {
  type AnyCube,
  type Awaitable,
  type CloudEvent,
  CubeError,
  type CubeInstance,
  checkValue,
  decodeJson,
  encodeJson,
  type Host,
  isCubeError,
  type Messages,
  PUBLISH_LIMIT,
  type PublishOptions,
  type Value,
  type Values,
} from "cubular/contract"
import {
  messages_unavailable,
  publish_refused,
  publish_too_late,
  publish_too_many,
  topic_not_declared,
} from "cubular/messages/en"
import { problemOf } from "./gather.ts"
import { createDraws, createIds } from "./random.ts"
import type { Role } from "./role.ts"
import type { Tap } from "./tap.ts"
import { toTimestamp } from "./timestamp.ts"

/** The schema of one of the topics a cube publishes on. @throws {CubeError} `topic_not_declared` */
export function topicOf({ id, publishes }: AnyCube, topic: string): AnyCube["publishes"][string] {
  const schema = Object.hasOwn(publishes, topic) ? publishes[topic] : undefined
  if (schema) return schema
  throw new CubeError({ ...topic_not_declared, params: { cube: id, topic, topics: Object.keys(publishes) } })
}

/** A message as a cube publishes it, without its time; a copy of the data. @throws {CubeError} as `step.publish`. */
export function toMessage(
  { cube, path, composition }: Pick<Role, "cube" | "path" | "composition">,
  topic: string,
  data: Value,
  options: PublishOptions | undefined,
  id: string,
): CloudEvent {
  const schema = topicOf(cube, topic)
  const finding = checkValue(data)
  const problem = finding ? { path: finding.path, expected: finding.text.code } : problemOf(schema, data)
  if (problem)
    throw new CubeError({ ...publish_refused, path: problem.path, params: { topic, expected: problem.expected } })
  const { partitionKey, subject } = options ?? {}
  return Object.freeze({
    specversion: "1.0",
    id,
    source: `/compositions/${composition}/cubes/${encodeURI(path).replaceAll("#", "%23")}`,
    type: topic,
    ...(subject === undefined ? {} : { subject }),
    ...(partitionKey === undefined ? {} : { partitionkey: partitionKey }),
    data: decodeJson(encodeJson(data)),
  })
}

/** Hands messages to the host, each with the time at which it leaves. */
export async function handOver(messages: readonly CloudEvent[], host: Host): Promise<void> {
  const now = host.clock?.now()
  const time = now === undefined ? {} : { time: toTimestamp(now) }
  try {
    await (host.messages as Messages).publish(messages.map((message) => Object.freeze({ ...message, ...time })))
  } catch (cause) {
    if (isCubeError(cause)) throw cause
    throw new CubeError({ ...messages_unavailable, retryable: true, cause })
  }
}

/** The run as a step that publishes sees it. */
interface Surroundings {
  readonly host: Host
  readonly seed: string
  guard<T>(work: Promise<T>): Promise<T>
}

const NOW: Promise<void> = /* @__PURE__ */ Promise.resolve()

/** What one attempt of a step has published and the host does not have yet. */
export class Outbox {
  private readonly run: Surroundings
  private readonly role: Role
  private readonly ids: { next(): string }
  private readonly held: CloudEvent[] = []
  private released = false

  constructor(run: Surroundings, role: Role) {
    this.run = run
    this.role = role
    this.ids = createIds(createDraws("messages", run.seed, role.path))
  }

  add(topic: string, data: Value, options: PublishOptions | undefined): void {
    if (this.released) throw new CubeError(publish_too_late)
    if (this.held.length >= PUBLISH_LIMIT)
      throw new CubeError({ ...publish_too_many, params: { limit: PUBLISH_LIMIT } })
    this.held.push(toMessage(this.role, topic, data, options, this.ids.next()))
  }

  /** Hands over all of it; of a run that is over nothing leaves. */
  release(tap: Tap | undefined): Promise<void> | undefined {
    this.released = true
    const { run, held } = this
    if (held.length === 0) return undefined
    // Guarded twice: once so that nothing leaves when the run is over, once so that nobody waits for longer than it.
    const send = (): Promise<void> => run.guard(NOW).then(() => handOver(held, run.host))
    return run.guard(tap ? tap.publish(held, send) : send())
  }
}

/** An instance whose `process` is over when what it published has been handed over. */
export function publishing(instance: CubeInstance): CubeInstance {
  const release = (step: object): Promise<void> | undefined => (step as { release?(): Promise<void> }).release?.()
  return Object.create(instance, {
    process: {
      value: (inputs: Values, step: object): Awaitable<Values> => {
        const outputs = instance.process(inputs, step as never)
        if (typeof (outputs as Promise<Values>)?.then === "function")
          return Promise.resolve(outputs).then((given) => release(step)?.then(() => given) ?? given)
        return release(step)?.then(() => outputs) ?? outputs
      },
    },
  }) as CubeInstance
}
