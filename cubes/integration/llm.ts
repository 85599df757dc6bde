import { CubeError, defineCube, secret } from "cubular/contract"
import { exchange, refuseStatus, refuseType, replyJson } from "cubular/contract/exchange"
import { prompt_missing, prompt_too_large } from "cubular/messages/en"
import * as z from "zod"

const message = z.strictObject({ role: z.enum(["system", "user", "assistant"]), content: z.string() })
type Message = z.output<typeof message>

const completion = z.looseObject({
  model: z.string().max(200).optional(),
  choices: z
    .array(
      z.looseObject({
        message: z.looseObject({ content: z.string().nullable() }),
        finish_reason: z.string().max(40).nullable().optional(),
      }),
    )
    .min(1)
    .max(16),
  usage: z
    .looseObject({ prompt_tokens: z.int().min(0).optional(), completion_tokens: z.int().min(0).optional() })
    .nullable()
    .optional(),
})

/** Why the model stopped; what services say beyond these words is `other`. */
const finish = z.enum(["stop", "length", "content_filter", "other"])

/**
 * Asks a language model behind any endpoint that speaks the chat completions of OpenAI. The origin is that of the service
 * `llm`, which the document decides; the key goes as `config.key`, and only the host sees it.
 *
 * What is sent: `config.system`, then `messages`, then `context` and `prompt` as one message of the user. What comes back:
 * `text`, why the model stopped (`finish`: `length` means the text breaks off), and the tokens counted by the service. The
 * whole answer at once: ports cannot be streams yet. Prompts and answers are personal: the cube logs nothing, and no
 * error repeats them. Models are not deterministic, so neither is the fingerprint of a run; a record replays the answer.
 */
export default defineCube({
  id: "integration/llm",
  version: "1.0.0",
  color: "integration",
  effect: "read",
  title: { en: "Language model", ko: "언어 모델" },
  summary: { en: "Asks a language model by chat completions", ko: "언어 모델에 묻고 답을 받습니다" },
  config: z.strictObject({
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
  }),
  needs: ["clock", "http"],
  services: {
    llm: {
      // Reserved for what does not exist (RFC 2606): the host lets nothing out to it until a document says otherwise.
      origin: "https://service.invalid",
      summary: { en: "An endpoint of chat completions, decided by the document", ko: "문서가 정하는 언어 모델 서비스" },
      scenarios: ["ok", "slow", "busy", "failing", "malformed", "cut-short", "huge", "endless", "wrong-key", "offline"],
    },
  },
  inputs: {
    prompt: z.string().optional().meta({ personal: true }),
    context: z.string().optional().meta({ personal: true }),
    messages: z.array(message).max(1000).optional().meta({ personal: true }),
  },
  outputs: {
    text: z.string().meta({ personal: true }),
    finish,
    model: z.string(),
    promptTokens: z.int().min(0).optional(),
    answerTokens: z.int().min(0).optional(),
  },
  create: (_, config) => ({
    async process({ prompt, context, messages = [] }, step) {
      const { timeoutMs = 60_000, maxBytes = 1_000_000, path = "/v1/chat/completions" } = config
      const all = toMessages(config.system, messages, context, prompt)
      refuseSize(all, config.maxPromptChars ?? 100_000)
      const headers = {
        accept: "application/json",
        "content-type": "application/json",
        ...(config.key ? { authorization: `Bearer {secret:${config.key.secret}}` } : {}),
      }
      const init = { method: "POST", headers, body: JSON.stringify(bodyOf(config, all)) }
      const reply = await exchange(step, { service: "llm", path, init, timeoutMs, maxBytes })
      refuseStatus(reply, () => step.clock.now())
      refuseType(reply, ["application/json"])
      return toAnswer(replyJson(reply, completion), config.model)
    },
  }),
})

function toMessages(
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

function refuseSize(messages: readonly Message[], limit: number): void {
  const chars = messages.reduce((sum, { content }) => sum + content.length, 0)
  if (chars > limit) throw new CubeError({ ...prompt_too_large, path: ["inputs"], params: { chars, limit } })
}

interface Settings {
  readonly model: string
  readonly temperature?: number | undefined
  readonly seed?: number | undefined
  readonly maxTokens?: number | undefined
  readonly maxTokensField?: "max_tokens" | "max_completion_tokens" | undefined
}

function bodyOf(
  { model, temperature, seed, maxTokens, maxTokensField = "max_tokens" }: Settings,
  messages: readonly Message[],
) {
  return {
    model,
    messages,
    temperature,
    seed,
    ...(maxTokens === undefined ? {} : { [maxTokensField]: maxTokens }),
    stream: false,
  }
}

function toAnswer({ choices, model, usage }: z.output<typeof completion>, asked: string) {
  const [choice] = choices as [(typeof choices)[number]]
  const ended = finish.safeParse(choice.finish_reason ?? "other")
  return {
    text: choice.message.content ?? "",
    finish: ended.success ? ended.data : "other",
    model: model ?? asked,
    ...(usage?.prompt_tokens === undefined ? {} : { promptTokens: usage.prompt_tokens }),
    ...(usage?.completion_tokens === undefined ? {} : { answerTokens: usage.completion_tokens }),
  } as const
}
