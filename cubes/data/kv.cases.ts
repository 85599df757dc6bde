import { defineCases } from "cubular/contract"
import kv from "./kv.ts"

const store = "drafts"
const put = (key: string, value: unknown) => ({
  config: { op: "put", store } as const,
  inputs: { key, value: value as never },
})

export default defineCases(kv, [
  {
    title: { en: "what was put is found", ko: "넣은 값을 찾음" },
    config: { op: "get", store },
    before: [put("chart/1", { day: "갑자" })],
    inputs: { key: "chart/1" },
    outputs: { found: true, value: { day: "갑자" } },
  },
  {
    title: { en: "bytes are values too", ko: "바이트도 값" },
    config: { op: "get", store },
    before: [put("raw", Uint8Array.of(1, 255))],
    inputs: { key: "raw" },
    outputs: { found: true, value: Uint8Array.of(1, 255) },
  },
  {
    title: { en: "where there is nothing, only that is told", ko: "없으면 없다는 것만" },
    config: { op: "get", store },
    before: [{ config: { op: "put", store: "others" }, inputs: { key: "a", value: 1 } }],
    inputs: { key: "a" },
    outputs: { found: false },
  },
  {
    title: { en: "a value ends with its time", ko: "기한이 지나면 없어짐" },
    config: { op: "get", store },
    before: [{ config: { op: "put", store, ttlSec: 60 }, inputs: { key: "a", value: 1 }, waitMs: 60_001 }],
    inputs: { key: "a" },
    outputs: { found: false },
  },
  {
    title: { en: "and is there until then", ko: "기한까지는 있음" },
    config: { op: "get", store },
    before: [{ config: { op: "put", store, ttlSec: 60 }, inputs: { key: "a", value: 1 }, waitMs: 59_000 }],
    inputs: { key: "a" },
    outputs: { found: true, value: 1 },
  },
  {
    title: { en: "something short goes with a value", ko: "짧은 덧붙임" },
    config: { op: "put", store, ttlSec: 3600 },
    inputs: { key: "a", value: null, metadata: { city: "서울" } },
    outputs: {},
  },
  {
    title: { en: "keys are listed in order, page by page", ko: "키는 차례대로, 쪽마다" },
    config: { op: "list", store, prefix: "chart/" },
    before: [
      put("chart/2", 1),
      { config: { op: "put", store, ttlSec: 60 }, inputs: { key: "chart/1", value: 1, metadata: "m" } },
      put("other", 1),
    ],
    inputs: {},
    outputs: { keys: [{ key: "chart/1", metadata: "m", expiresAtMs: 60_000 }, { key: "chart/2" }] },
  },
  {
    title: { en: "what was deleted is gone", ko: "지우면 없음" },
    config: { op: "list", store },
    before: [put("a", 1), { config: { op: "delete", store }, inputs: { key: "a" } }],
    inputs: {},
    outputs: { keys: [] },
  },
  {
    title: { en: "an operation without what it needs is refused", ko: "필요한 입력이 없으면 거절" },
    config: { op: "put", store },
    inputs: { key: "a" },
    error: "op_input_missing",
  },
  {
    title: { en: "a key no store takes", ko: "쓸 수 없는 키" },
    config: { op: "get", store },
    inputs: { key: ".." },
    error: "store_key_malformed",
  },
  {
    title: { en: "a time to live below a minute is refused before the run", ko: "1분 미만 기한은 실행 전에 거절" },
    config: { op: "put", store, ttlSec: 59 },
    inputs: { key: "a", value: 1 },
    error: "config_refused",
  },
])
