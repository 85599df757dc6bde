import { defineCases } from "cubular/contract"
import send from "./send.ts"

const services = { http: "https://api.example" }

export default defineCases(send, [
  {
    title: { en: "JSON to be kept", ko: "JSON 보내기" },
    services,
    config: { path: "/v1/notes" },
    inputs: { json: { note: "입춘" } },
    replies: { "POST https://api.example/v1/notes": { status: 201, body: { id: 7 } } },
    outputs: { status: 201, headers: { "content-type": "application/json" }, json: { id: 7 } },
  },
  {
    title: { en: "a deletion without a reply's body", ko: "본문 없는 응답" },
    services,
    config: { method: "DELETE" },
    inputs: { path: "/v1/notes/7" },
    replies: { "DELETE https://api.example/v1/notes/7": { status: 204 } },
    outputs: { status: 204, headers: {} },
  },
  {
    title: { en: "what the service does not accept", ko: "서비스가 받지 않는 값" },
    services,
    config: { path: "/v1/notes", method: "PUT" },
    inputs: { text: "?" },
    replies: { "PUT https://api.example/v1/notes": { status: 422 } },
    error: "service_request_refused",
  },
])
