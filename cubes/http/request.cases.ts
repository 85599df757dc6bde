import { defineCases } from "cubular/contract"
import request from "./request.ts"

const services = { http: "https://api.example" }

export default defineCases(request, [
  {
    title: { en: "JSON by path and query", ko: "경로와 query로 JSON 읽기" },
    services,
    inputs: { path: "/v1/days/오늘", query: { year: 2026, lunar: true, note: "a&b {c}" } },
    replies: {
      "GET https://api.example/v1/days/%EC%98%A4%EB%8A%98?year=2026&lunar=true&note=a%26b%20%7Bc%7D": {
        body: { term: "소설", day: 22 },
      },
    },
    outputs: { status: 200, headers: { "content-type": "application/json" }, json: { term: "소설", day: 22 } },
  },
  {
    title: { en: "a text, without query", ko: "query 없이 글 읽기" },
    services,
    config: { path: "/robots.txt", read: "text", keepHeaders: [] },
    inputs: {},
    replies: { "GET https://api.example/robots.txt": { body: "User-agent: *" } },
    outputs: { status: 200, headers: {}, text: "User-agent: *" },
  },
  {
    title: { en: "bytes of any type", ko: "바이트" },
    services,
    config: { path: "/icon", read: "bytes" },
    inputs: {},
    replies: { "GET https://api.example/icon": { headers: { "content-type": "image/png" }, body: "ab" } },
    outputs: { status: 200, headers: { "content-type": "image/png" }, bytes: Uint8Array.of(97, 98) },
  },
  {
    title: { en: "a key in the query, in the place of what data says", ko: "query에 든 키" },
    services,
    secrets: ["WEB_KEY"],
    config: { path: "/v1", query: { key: { secret: "WEB_KEY" }, unit: "ko" } },
    inputs: { query: { unit: "{secret:WEB_KEY}" } },
    replies: { "GET https://api.example/v1?key=WEB_KEY&unit=%7Bsecret%3AWEB_KEY%7D": { body: [] } },
    outputs: { status: 200, headers: { "content-type": "application/json" }, json: [] },
  },
  {
    title: { en: "a missing page as a result", ko: "없는 페이지도 결과로" },
    services,
    config: { path: "/gone", anyStatus: true },
    inputs: {},
    replies: { "GET https://api.example/gone": { status: 404, body: { error: "gone" } } },
    outputs: { status: 404, headers: { "content-type": "application/json" }, json: { error: "gone" } },
  },
  {
    title: { en: "a missing page as a failure", ko: "없는 페이지는 실패로" },
    services,
    config: { path: "/gone" },
    inputs: {},
    replies: { "GET https://api.example/gone": { status: 404 } },
    error: "service_request_refused",
  },
  {
    title: { en: "a wrong key", ko: "틀린 키" },
    services,
    inputs: {},
    replies: { "GET https://api.example/": { status: 403 } },
    error: "service_key_refused",
  },
  {
    title: { en: "no document has decided the service", ko: "문서가 서비스를 정하지 않음" },
    inputs: {},
    error: "outgoing_address_refused",
  },
  {
    title: { en: "the address of a machine", ko: "기계의 주소" },
    services: { http: "https://169.254.169.254" },
    inputs: { path: "/latest/meta-data" },
    error: "outgoing_address_refused",
  },
  {
    title: { en: "a header that is not a cube's to set", ko: "큐브가 정할 수 없는 헤더" },
    services,
    config: { headers: { Host: "b.example" } },
    inputs: {},
    error: "header_reserved",
  },
  {
    title: { en: "a path that is none", ko: "경로가 아닌 경로" },
    services,
    inputs: { path: "v1?x=1" },
    error: "input_value_refused",
  },
])
