import { defineCases } from "cubular/contract"
import queue from "./queue.ts"

const store = "mail"
const options = { store, attempts: 2 } as const
const send = (message: string, partition?: string) => ({
  config: { op: "send", ...options } as const,
  inputs: partition === undefined ? { message } : { message, partition },
})
const receive = { config: { op: "receive", ...options }, inputs: {} } as const
/** Twice received and twice fallen silent. */
const dying = [send("lost"), { ...receive, waitMs: 30_000 }, { ...receive, waitMs: 30_000 }] as const

export default defineCases(queue, [
  {
    title: { en: "a message gets an id", ko: "메시지에 번호가 생김" },
    config: { op: "send", ...options },
    inputs: { message: { to: "kim" } },
    outputs: { id: "1" },
  },
  {
    title: { en: "of a partition one at a time is delivered", ko: "한 갈래에서는 하나씩" },
    config: { op: "counts", ...options },
    before: [send("first", "kim"), send("second", "kim"), send("other", "lee"), receive],
    inputs: {},
    outputs: { counts: { ready: 1, delivered: 1, waiting: 1, dead: 0 } },
  },
  {
    title: { en: "what is put off waits", ko: "미룬 메시지는 기다림" },
    config: { op: "receive", ...options },
    before: [{ config: { op: "send", ...options, delaySec: 60 }, inputs: { message: "later" }, waitMs: 59_000 }],
    inputs: {},
    outputs: { deliveries: [] },
  },
  {
    title: { en: "a message nobody acknowledged is dead in the end", ko: "아무도 끝내지 않은 메시지는 따로 남음" },
    config: { op: "dead", ...options },
    before: [...dying, receive],
    inputs: {},
    outputs: { letters: [{ id: "1", message: "lost", attempts: 2, reason: "attempts_exhausted" }] },
  },
  {
    title: { en: "and can be sent anew", ko: "다시 보낼 수 있음" },
    config: { op: "revive", ...options },
    before: [...dying, receive],
    inputs: { ids: ["1", "none"] },
    outputs: { count: 1 },
  },
  {
    title: { en: "or forgotten", ko: "잊을 수도 있음" },
    config: { op: "bury", ...options },
    before: [...dying, receive],
    inputs: { ids: ["1"] },
    outputs: { count: 1 },
  },
  {
    title: { en: "a receipt nobody gave out", ko: "없는 영수증" },
    config: { op: "ack", ...options },
    inputs: { receipts: ["none"] },
    error: "receipt_stale",
  },
  {
    title: { en: "a rejection without a reason", ko: "까닭 없는 거절" },
    config: { op: "reject", ...options },
    inputs: { receipt: "x" },
    error: "op_input_missing",
  },
])
