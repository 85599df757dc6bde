import { defineCube } from "cubular/contract"
import { exchange, refuseStatus, refuseType, replyJson } from "cubular/contract/exchange"
import * as z from "zod"
import { finish, finishOf, question, refuseSize, requestOf, settings, toMessages } from "./chat/chat.ts"

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

/**
 * Asks a language model behind any endpoint that speaks the chat completions of OpenAI. The origin is that of the service
 * `llm`, which the document decides; the key goes as `config.key`, and only the host sees it.
 *
 * What is sent: `config.system`, then `messages`, then `context` and `prompt` as one message of the user. What comes back:
 * `text`, why the model stopped (`finish`: `length` means the text breaks off), and the tokens counted by the service. The
 * whole answer at once; `integration/llm-stream` gives it piece by piece. Prompts and answers are personal: the cube logs nothing, and no
 * error repeats them. Models are not deterministic, so neither is the fingerprint of a run; a record replays the answer.
 */
export default defineCube({
  id: "integration/llm",
  version: "1.0.0",
  color: "integration",
  effect: "read",
  title: { en: "Language model", ko: "언어 모델" },
  summary: { en: "Asks a language model by chat completions", ko: "언어 모델에 묻고 답을 받습니다" },
  config: settings,
  needs: ["clock", "http"],
  services: {
    llm: {
      // Reserved for what does not exist (RFC 2606): the host lets nothing out to it until a document says otherwise.
      origin: "https://service.invalid",
      summary: { en: "An endpoint of chat completions, decided by the document", ko: "문서가 정하는 언어 모델 서비스" },
      scenarios: ["ok", "slow", "busy", "failing", "offline", "malformed", "cut-short", "huge", "endless", "wrong-key"],
    },
  },
  inputs: question,
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
      const init = requestOf(config, all, false)
      const reply = await exchange(step, { service: "llm", path, init, timeoutMs, maxBytes })
      refuseStatus(reply, () => step.clock.now())
      refuseType(reply, ["application/json"])
      return toAnswer(replyJson(reply, completion), config.model)
    },
  }),
})

function toAnswer({ choices, model, usage }: z.output<typeof completion>, asked: string) {
  const [choice] = choices as [(typeof choices)[number]]
  return {
    text: choice.message.content ?? "",
    finish: finishOf(choice.finish_reason),
    model: model ?? asked,
    ...(usage?.prompt_tokens === undefined ? {} : { promptTokens: usage.prompt_tokens }),
    ...(usage?.completion_tokens === undefined ? {} : { answerTokens: usage.completion_tokens }),
  } as const
}
