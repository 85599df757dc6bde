import { defineCases } from "cubular/contract"
import llm from "./llm.ts"

const services = { llm: "https://llm.example" }

export default defineCases(llm, [
  {
    title: { en: "a conversation goes on", ko: "이어지는 대화" },
    services,
    config: { model: "small-1", path: "/api/chat", temperature: 0, seed: 7 },
    inputs: {
      messages: [
        { role: "user", content: "입춘은?" },
        { role: "assistant", content: "2월 4일 무렵입니다." },
      ],
      prompt: "동지는?",
    },
    replies: {
      "POST https://llm.example/api/chat": {
        body: { choices: [{ message: { content: "12월 22일 무렵입니다." }, finish_reason: "stop" }] },
      },
    },
    outputs: { text: "12월 22일 무렵입니다.", finish: "stop", model: "small-1" },
  },
  {
    title: { en: "an answer without words, for a reason of its own", ko: "말이 없는 답" },
    services,
    config: { model: "small-1" },
    inputs: { prompt: "?" },
    replies: {
      "POST https://llm.example/v1/chat/completions": {
        body: { model: "small-2", choices: [{ message: { content: null }, finish_reason: "tool_calls" }], usage: null },
      },
    },
    outputs: { text: "", finish: "other", model: "small-2" },
  },
  {
    title: { en: "nothing to ask", ko: "물을 것이 없음" },
    services,
    config: { model: "small-1" },
    inputs: { prompt: "" },
    error: "prompt_missing",
  },
  {
    title: { en: "too much to send", ko: "너무 긴 질문" },
    services,
    config: { model: "small-1", system: "짧게.", maxPromptChars: 10 },
    inputs: { prompt: "이 사주를 풀어 주세요." },
    error: "prompt_too_large",
  },
  {
    title: { en: "no document has decided the service", ko: "문서가 서비스를 정하지 않음" },
    config: { model: "small-1" },
    inputs: { prompt: "?" },
    error: "outgoing_address_refused",
  },
])
