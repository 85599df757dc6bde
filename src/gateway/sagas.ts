import type { SagaQuery, SagaState, Sagas } from "cubular"
import { jsonHeaders } from "./headers.ts"

const STATES: readonly string[] = ["running", "parked", "done", "undone"] satisfies SagaState[]

/**
 * `GET /v1/sagas?state=&document=&limit=&cursor=`. What is no state finds nothing, and a limit that is no number is refused as any
 * other: nothing is passed over in silence.
 */
export async function listSagas(sagas: Sagas, { searchParams }: URL): Promise<Response> {
  const [state, document, limit, cursor] = ["state", "document", "limit", "cursor"].map((name) =>
    searchParams.get(name),
  )
  if (state && !STATES.includes(state)) return answer({ items: [] })
  const query: SagaQuery = {
    ...(state ? { state: state as SagaState } : {}),
    ...(document ? { document } : {}),
    ...(limit ? { limit: Number(limit) } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const { sagas: items, cursor: next } = await sagas.list(query)
  return answer({ items, ...(next === undefined ? {} : { cursor: next }) })
}

/** `GET /v1/sagas/{id}`: state and history, without values. @throws {CubeError} as `Sagas.state`. */
export async function showSaga(sagas: Sagas, id: string): Promise<Response> {
  const [status, history] = [await sagas.state(id), await sagas.history(id)]
  return answer({ ...status, history })
}

const answer = (body: unknown): Response => new Response(JSON.stringify(body), { headers: jsonHeaders })
