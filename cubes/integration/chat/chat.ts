import { CubeError, secret } from "cubular/contract"
import { prompt_missing, prompt_too_large } from "cubular/messages/en"
import * as z from "zod"

const message = /* @__PURE__ */ z.strictObject({
  role: /* @__PURE__ */ z.enum(["system", "user", "assistant"]),
  content: /* @__PURE__ */ z.string(),
})
export type Message = z.output<typeof message>

const said = /* @__PURE__ */ z.string().optional().meta({ personal: true })
const conversation = /* @__PURE__ */ z.array(message).max(1000).optional().meta({ personal: true })

/** What a model is asked: `context` and `prompt` make one message, behind `messages`. */
export const question: { prompt: typeof said; context: typeof said; messages: typeof conversation } = {
  prompt: said,
  context: said,
  messages: conversation,
}

const words = /* @__PURE__ */ z.enum(["stop", "length", "content_filter", "other"])

/** Why the model stopped; what services say beyond these words is `other`. */
export const finish: typeof words = words

/** The word for what a service says. */
export function finishOf(reason: string | null | undefined): z.output<typeof finish> {
  const ended = finish.safeParse(reason ?? "other")
  return ended.success ? ended.data : "other"
}

const config = /* @__PURE__ */ z.strictObject({
  model: z.string().min(1).max(200),
  key: secret().optional(),
  system: z.string().max(100_000).optional(),
  temperature: z.number().min(0).max(2).optional(),
  maxTokens: z.int().min(1).max(1_000_000).optional(),
  /** Newer models of OpenAI take `max_completion_tokens` alone. */
  maxTokensField: z.enum(["max_tokens", "max_completion_tokens"]).optional(),
  seed: z.int().optional(),
  /** Where completions are; default /v1/chat/completions. */
  path: z
    .string()
    .regex(/^\/[A-Za-z0-9\-._~!$&'()*+,;=:@/%]*$/)
    .max(500)
    .optional(),
  /** Characters of everything sent; default 100,000. */
  maxPromptChars: z.int().min(1).max(10_000_000).optional(),
  /** Default 60 s. */
  timeoutMs: z.int().min(1).max(600_000).optional(),
  /** Bytes of the reply; default 1,000,000. */
  maxBytes: z.int().min(1).max(100_000_000).optional(),
})

/** Which model, how it is asked, and how much it may take. */
export const settings: typeof config = config
export type Settings = z.output<typeof settings>

/** What is sent, in its order. @throws {CubeError} `prompt_missing` */
export function toMessages(
  system: string | undefined,
  messages: readonly Message[],
  context: string | undefined,
  prompt: string | undefined,
): readonly Message[] {
  const asked = [context, prompt].filter((part) => part !== undefined && part !== "").join("\n\n")
  if (asked === "" && messages.length === 0) throw new CubeError({ ...prompt_missing, path: ["inputs", "prompt"] })
  return [
    ...(system === undefined ? [] : [{ role: "system", content: system } as const]),
    ...messages,
    ...(asked === "" ? [] : [{ role: "user", content: asked } as const]),
  ]
}

/** @throws {CubeError} `prompt_too_large` */
export function refuseSize(messages: readonly Message[], limit: number): void {
  const chars = messages.reduce((sum, { content }) => sum + content.length, 0)
  if (chars > limit) throw new CubeError({ ...prompt_too_large, path: ["inputs"], params: { chars, limit } })
}

/** The request, as services of this kind take it. */
export function requestOf(config: Settings, messages: readonly Message[], streamed: boolean): RequestInit {
  const { model, temperature, seed, maxTokens, maxTokensField = "max_tokens", key } = config
  const headers = {
    accept: streamed ? "text/event-stream" : "application/json",
    "content-type": "application/json",
    ...(key ? { authorization: `Bearer {secret:${key.secret}}` } : {}),
  }
  const body = {
    model,
    messages,
    temperature,
    seed,
    ...(maxTokens === undefined ? {} : { [maxTokensField]: maxTokens }),
    stream: streamed,
    ...(streamed ? { stream_options: { include_usage: true } } : {}),
  }
  return { method: "POST", headers, body: JSON.stringify(body) }
}
