import { defineCases } from "cubular/contract"
import llmStream from "./llm-stream.ts"

const services = { llm: "https://llm.example" }
const address = "POST https://llm.example/v1/chat/completions"
const headers = { "content-type": "text/event-stream" }
const say = (content: string): string => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
const stop = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n'

export default defineCases(llmStream, [
  {
    title: { en: "an answer in pieces, and whole", ko: "조각으로, 그리고 통째로" },
    services,
    config: { model: "small-1" },
    inputs: { prompt: "동지는?" },
    replies: {
      [address]: {
        headers,
        body: `: hello\n\n${say("12월 ")}${say("22일 무렵")}${stop}data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4}}\n\ndata: [DONE]\n\n`,
      },
    },
    outputs: {
      deltas: ["12월 ", "22일 무렵"],
      text: "12월 22일 무렵",
      finish: "stop",
      model: "small-1",
      promptTokens: 3,
      answerTokens: 4,
    },
  },
  {
    title: { en: "an answer that breaks off", ko: "도중에 끊긴 답" },
    services,
    config: { model: "small-1" },
    inputs: { prompt: "동지는?" },
    replies: { [address]: { headers, body: say("12월 ") } },
    error: "answer_cut_off",
  },
  {
    title: { en: "an error in the middle", ko: "도중의 오류" },
    services,
    config: { model: "small-1" },
    inputs: { prompt: "동지는?" },
    replies: { [address]: { headers, body: `${say("12월 ")}data: {"error":{"message":"overloaded"}}\n\n` } },
    error: "answer_failed",
  },
  {
    title: { en: "nothing to ask", ko: "물을 것이 없음" },
    services,
    config: { model: "small-1" },
    inputs: { prompt: "" },
    error: "prompt_missing",
  },
])
