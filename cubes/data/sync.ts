import { CubeError, decodeJson, defineCube, encodeJson, type Json, type Step, secret } from "cubular/contract"
import { exchange, refuseStatus, refuseType, replyJson } from "cubular/contract/exchange"
import { replica_mismatch, replica_twin, reply_malformed } from "cubular/messages/en"
import * as z from "zod"
import { placed } from "./keeping/operation.ts"
import { mergeDependency, replicated } from "./replication/config.ts"
import { type Answer, type Ask, answerSchema } from "./replication/exchange.ts"
import { opensOf, Replica } from "./replication/replica.ts"
import type { Hub } from "./replication/table.ts"

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)

const config = z.strictObject({
  ...replicated,
  /** Id of the composition at the hub that does the exchange. */
  composition: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  /** Further inputs for it, as what it shall do. */
  inputs: z.record(name, z.json()).optional(),
  /** Its input and its output for the exchange; default both "exchange". */
  input: name.optional(),
  output: name.optional(),
  bearer: secret().optional(),
  /** Time for one exchange, default 10 s. */
  timeoutMs: z.int().min(1).max(600_000).optional(),
})
type Config = z.output<typeof config>

/** An answer holds up to 99 changes, each of which a store can hold. */
const MAX_ANSWER_BYTES = 4_000_000

/**
 * Brings the replica of `data/replica` with the same `table` and `merge` and that of a hub together: what was changed here goes
 * there and what was changed there comes here, page by page. The hub is a gateway, the origin of the service `replica`, which
 * the document decides; `config.composition` runs there, with `data/replica` as `exchange`.
 *
 * It may be cut off at any moment and be done again: every page is taken in whole together with how far it went, and what
 * arrives twice changes nothing. `pushed` and `pulled` are changes sent and taken, `merged` those with something of both sides.
 * `again` sends and asks for everything, after one side was restored from a backup.
 */
export default defineCube({
  id: "data/sync",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Sync", ko: "동기화" },
  summary: { en: "Exchanges changes of records with a hub", ko: "허브와 레코드의 변경을 주고받습니다" },
  config,
  needs: ["stores", "clock", "ids", "http"],
  services: {
    replica: {
      // Reserved for what does not exist (RFC 2606): the host lets nothing out to it until a document says otherwise.
      origin: "https://service.invalid",
      summary: { en: "A gateway that keeps the same table, decided by the document", ko: "같은 표를 둔 게이트웨이" },
      scenarios: ["ok", "slow", "busy", "failing", "offline", "malformed", "other", "refused"],
    },
  },
  opens: opensOf,
  dependencies: mergeDependency,
  provides: ["idempotent"],
  inputs: { again: z.boolean().optional() },
  outputs: { pushed: z.int().min(0), pulled: z.int().min(0), merged: z.int().min(0) },
  create: (_, config) => ({
    process(inputs, step) {
      return placed(inputs, config, () => syncAll(new Replica(step, config), step, config, inputs.again ?? false))
    },
  }),
})

/** A hub that is another one every time is no hub. */
const MOST_MEETINGS = 3

async function syncAll(replica: Replica, step: Step, config: Config, again: boolean) {
  const done = { pushed: 0, pulled: 0, merged: 0 }
  let state = await replica.state()
  if (again && state.hub) state = await replica.meet({ ...state.hub, pushed: 0, pulled: 0 })
  for (let meetings = 0, isOver = false; ; ) {
    const { hub } = state
    const { changes, cursor } = await replica.log(hub?.pushed ?? 0, again ? undefined : hub?.id)
    if (hub && isOver && changes.length === 0) {
      if (cursor > hub.pushed) await replica.apply([], hub.id, { ...hub, pushed: cursor })
      return done
    }
    const ask: Ask = { ...replica.head(state.replica), changes: [...changes], after: hub?.pulled ?? 0 }
    const answer = await askHub(step, config, ask)
    checkAnswer(answer, replica, ask)
    done.pushed += changes.length
    if (hub && isAnother(hub, answer)) {
      if (++meetings > MOST_MEETINGS) throw malformed("its id changes")
      state = await replica.meet({ id: answer.replica, pushed: 0, pulled: 0 })
      continue
    }
    const met = { id: answer.replica, pushed: cursor, pulled: answer.cursor }
    const { taken, merged } = await replica.apply(answer.changes, answer.replica, met)
    done.pulled += taken
    done.merged += merged
    isOver = answer.cursor >= answer.end
    state = await replica.state()
  }
}

/** A hub that was made anew, or whose log has gone back: what was noted of it counts no more. */
function isAnother(hub: Hub, answer: Answer): boolean {
  return hub.id !== answer.replica || answer.end < hub.pulled
}

function checkAnswer(answer: Answer, replica: Replica, ask: Ask): void {
  if (!replica.agrees(answer))
    throw new CubeError({ ...replica_mismatch, params: { theirs: kindOf(answer), ours: kindOf(ask) } })
  if (answer.replica === ask.replica) throw new CubeError(replica_twin)
  if (answer.cursor < ask.after || (answer.cursor === ask.after && answer.end > ask.after))
    throw malformed("its cursor does not go on")
}

function kindOf({ table, version, rule }: Ask | Answer): string {
  return `${table}, version ${version}, by ${rule}`
}

function malformed(reason: string): CubeError {
  return new CubeError({ ...reply_malformed, params: { service: "replica", reason } })
}

async function askHub(step: Step, config: Config, ask: Ask): Promise<Answer> {
  const { composition, inputs, input = "exchange", output = "exchange", bearer, timeoutMs = 10_000 } = config
  const body = JSON.stringify({ inputs: encodeJson({ ...inputs, [input]: ask } as never) })
  const headers = {
    accept: "application/json",
    "content-type": "application/json",
    ...(bearer ? { authorization: `Bearer {secret:${bearer.secret}}` } : {}),
  }
  const reply = await exchange(step, {
    service: "replica",
    path: `/v1/compositions/${composition}/run`,
    init: { method: "POST", headers, body },
    timeoutMs,
    maxBytes: MAX_ANSWER_BYTES,
  })
  refuseStatus(reply, () => step.clock.now())
  refuseType(reply, ["application/json"])
  const { outputs } = replyJson(reply, z.looseObject({ outputs: z.record(z.string(), z.json()) }))
  const answer = answerSchema.safeParse(decodeJson((outputs[output] ?? null) as Json, ["outputs", output]))
  if (answer.success) return answer.data
  const reason = `unexpected at /outputs/${output}/${answer.error.issues[0]?.path.slice(0, 1).join("/") ?? ""}`
  throw malformed(reason)
}
