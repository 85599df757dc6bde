import { CubeError, checkValue, defineCube, type Step, stream } from "cubular/contract"
import { refuseStatus, refuseType } from "cubular/contract/exchange"
import { exchangeEvents } from "cubular/contract/exchange-events"
import { answer_cut_off, answer_failed, reply_malformed } from "cubular/messages/en"
import * as z from "zod"
import { finish, finishOf, question, refuseSize, requestOf, type Settings, settings, toMessages } from "./chat/chat.ts"

const piece = z.looseObject({
  model: z.string().max(200).optional(),
  error: z.unknown().optional(),
  choices: z
    .array(
      z.looseObject({
        delta: z.looseObject({ content: z.string().nullable().optional() }).optional(),
        finish_reason: z.string().max(40).nullable().optional(),
      }),
    )
    .max(16)
    .optional(),
  usage: z
    .looseObject({ prompt_tokens: z.int().min(0).optional(), completion_tokens: z.int().min(0).optional() })
    .nullable()
    .optional(),
})
type Piece = z.output<typeof piece>

/**
 * Asks a language model like `integration/llm`, and gives the answer while it is being written: `deltas` are its pieces as
 * they come, `text` and the rest are there when it is whole. Asked for nothing more than its reader takes: who stops
 * reading stops the model, and `text` is what came until then.
 *
 * An answer that breaks off fails (`answer_cut_off`, retryable), and so does one in the middle of which the service reports
 * an error (`answer_failed`); pieces given by then cannot be taken back. While a record is made the answer is read whole
 * first. `config.timeoutMs` is until the last piece was read, a slow reader's time among it.
 */
export default defineCube({
  id: "integration/llm-stream",
  version: "1.0.0",
  color: "integration",
  effect: "read",
  title: { en: "Language model, piece by piece", ko: "언어 모델 (흘려 받기)" },
  summary: { en: "Gives a model's answer while it is written", ko: "언어 모델의 답을 쓰이는 대로 내보냅니다" },
  config: settings,
  needs: ["clock", "http"],
  services: {
    llm: {
      // Reserved for what does not exist (RFC 2606): the host lets nothing out to it until a document says otherwise.
      origin: "https://service.invalid",
      summary: { en: "An endpoint of chat completions, decided by the document", ko: "문서가 정하는 언어 모델 서비스" },
      scenarios: ["ok", "slow", "busy", "failing", "offline", "cut-off", "malformed", "failing-midway"],
    },
  },
  inputs: question,
  outputs: {
    deltas: stream(z.string()).meta({ personal: true }),
    text: z.string().meta({ personal: true }),
    finish,
    model: z.string(),
    promptTokens: z.int().min(0).optional(),
    answerTokens: z.int().min(0).optional(),
  },
  create: (_, config) => ({
    process({ prompt, context, messages = [] }, step) {
      const all = toMessages(config.system, messages, context, prompt)
      refuseSize(all, config.maxPromptChars ?? 100_000)
      const answer = new Answer(config.model)
      return {
        deltas: answer.read(datasOf(requestOf(config, all, true), config, step)),
        text: () => answer.text,
        finish: () => finishOf(answer.finish),
        model: () => answer.model,
        promptTokens: () => answer.usage?.prompt_tokens,
        answerTokens: () => answer.usage?.completion_tokens,
      }
    },
  }),
})

function datasOf(init: RequestInit, config: Settings, step: Step): AsyncGenerator<string, void, undefined> {
  const { timeoutMs = 60_000, maxBytes = 1_000_000, path = "/v1/chat/completions" } = config
  return exchangeEvents(step, { service: "llm", path, init, timeoutMs, maxBytes }, (head) => {
    refuseStatus(head, () => step.clock.now())
    refuseType(head, ["text/event-stream"])
  })
}

/** An answer as far as it has come. */
class Answer {
  text = ""
  model: string
  finish: string | undefined
  usage: Piece["usage"]

  constructor(model: string) {
    this.model = model
  }

  async *read(datas: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
    for await (const data of datas) {
      if (data === "[DONE]") return
      const { model, choices, usage, error } = pieceOf(data)
      if (error !== undefined && error !== null) throw new CubeError({ ...answer_failed, params: { service: "llm" } })
      const [choice] = choices ?? []
      this.model = model ?? this.model
      this.usage = usage ?? this.usage
      this.finish = choice?.finish_reason ?? this.finish
      const content = choice?.delta?.content
      if (!content) continue
      this.text += content
      yield content
    }
    // Some services end without the word for it; none without a reason.
    if (this.finish === undefined)
      throw new CubeError({ ...answer_cut_off, params: { service: "llm" }, retryable: true })
  }
}

/** What stands in one event; errors name the place, never what stands there. */
function pieceOf(data: string): Piece {
  const refuse = (reason: string): never => {
    throw new CubeError({ ...reply_malformed, params: { service: "llm", reason } })
  }
  let json: unknown
  try {
    json = JSON.parse(data)
  } catch {
    return refuse("not JSON")
  }
  if (checkValue(json)) return refuse("holds what no wire carries")
  const parsed = piece.safeParse(json)
  return parsed.success ? parsed.data : refuse(`unexpected at /${parsed.error.issues[0]?.path.join("/") ?? ""}`)
}
