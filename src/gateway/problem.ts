import { type CubeError, type Issue, isCubeError, type Path } from "cubular/contract"
import { format as formatEn, run_failed } from "cubular/messages/en"
import { format as formatKo } from "cubular/messages/ko"
import { jsonHeaders } from "./headers.ts"
import type { Language } from "./language.ts"

/** RFC 9457 problem details as this gateway gives them. `detail` is the error's message. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly path: Path
  readonly params: { readonly [name: string]: unknown }
  readonly hint: string
  readonly retryable?: true
  readonly issues?: readonly Issue[]
  readonly [extension: string]: unknown
}

const titles: { readonly [status: number]: { readonly [language in Language]: string } } = {
  400: { en: "Not readable", ko: "읽을 수 없는 요청" },
  403: { en: "Not allowed", ko: "허용되지 않음" },
  404: { en: "Not found", ko: "찾을 수 없음" },
  405: { en: "Method not possible", ko: "쓸 수 없는 요청 방식" },
  408: { en: "Request too slow", ko: "너무 느린 요청" },
  413: { en: "Too large", ko: "너무 큰 요청" },
  415: { en: "Not JSON", ko: "JSON이 아님" },
  422: { en: "Refused", ko: "처리할 수 없음" },
  429: { en: "Too many requests", ko: "너무 많은 요청" },
  499: { en: "Cancelled", ko: "취소됨" },
  503: { en: "Not available", ko: "지금은 쓸 수 없음" },
  504: { en: "Out of time", ko: "시간 초과" },
}

/** Everything not named here is the caller's content: 422. */
const statuses: { readonly [code: string]: number } = {
  body_not_json: 400,
  body_broken_off: 400,
  body_key_doubled: 400,
  event_malformed: 400,
  host_refused: 403,
  origin_refused: 403,
  route_unknown: 404,
  composition_not_served: 404,
  saga_unknown: 404,
  method_refused: 405,
  body_too_slow: 408,
  body_too_large: 413,
  message_too_large: 413,
  body_type_refused: 415,
  event_type_refused: 415,
  run_cancelled: 499,
  gateway_failed: 503,
  messages_full: 503,
  messages_unavailable: 503,
  store_busy: 503,
  store_full: 503,
  store_unavailable: 503,
  gateway_not_ready: 503,
  saga_suspended: 503,
  journal_taken: 503,
  deadline_exceeded: 504,
}

/** What a policy refuses a step for because there is too much to do; the run is told to have failed with it. */
const busy: { readonly [code: string]: number } = {
  rate_limited: 429,
  breaker_open: 503,
  cube_shed: 503,
  bulkhead_full: 503,
  bulkhead_waited: 503,
}

export const statusOf = (code: string): number => (Object.hasOwn(statuses, code) ? (statuses[code] as number) : 422)

/** Message and hint in the language asked for; texts of codes that are not ours stay as they came. */
export function localize<T extends { code: string; params: object; message: string; hint: string }>(
  of: T,
  language: Language,
): { message: string; hint: string } {
  const filled = { code: of.code, params: of.params as { [name: string]: unknown }, message: of.message, hint: of.hint }
  return language === "ko" ? formatKo(filled) : formatEn(filled)
}

/** The response for a refusal or failure. Never a stack, never a cause. `more` adds members and headers. */
export function problemResponse(
  error: CubeError,
  language: Language,
  more: { members?: { readonly [name: string]: unknown }; headers?: { readonly [name: string]: string } } = {},
): Response {
  const refusal = busyIn(error)
  const status = refusal ? (busy[refusal.code] as number) : statusOf(error.code)
  const text = localize(error, language)
  const problem: Problem = {
    type: `urn:cubular:error:${error.code}`,
    title: titles[status]?.[language] ?? String(status),
    status,
    detail: text.message,
    code: error.code,
    path: error.path,
    params: error.params,
    hint: text.hint,
    ...(error.retryable ? { retryable: true as const } : {}),
    ...(error.issues ? { issues: error.issues.map((issue) => ({ ...issue, ...localize(issue, language) })) } : {}),
    ...more.members,
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      ...jsonHeaders,
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": language,
      vary: "Accept-Language",
      ...(status === 429 || status === 503 ? { "retry-after": `${secondsUntilRetry(refusal)}` } : {}),
      ...more.headers,
    },
  })
}

/** Why the first step of a run that failed was not even tried, where that was for having too much to do. */
function busyIn({ code, cause }: CubeError): CubeError | undefined {
  return code === run_failed.code && isCubeError(cause) && Object.hasOwn(busy, cause.code) ? cause : undefined
}

/** Whole seconds, from 1 on. */
function secondsUntilRetry(refusal: CubeError | undefined): number {
  const ms = refusal?.params.retryAfterMs
  return typeof ms === "number" ? Math.max(1, Math.ceil(ms / 1000)) : 1
}

/** Where in our code an unexpected failure happened, without its message: that may quote a caller's values. */
export function frames(error: unknown): { name: string; code?: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(isCubeError(error) ? { code: error.code } : {}),
    at: at.slice(0, 12).map((l) => l.trim()),
  }
}
