import { defineCases } from "cubular/contract"
import restore from "./restore.ts"

const of = { journal: ["log"], kv: ["settings"] }
const kept = [
  { use: "data/journal", config: { op: "append", store: "log" }, inputs: { values: ["a", "b"] } },
  { use: "data/kv", config: { op: "put", store: "settings" }, inputs: { key: "lang", value: "ko" } },
] as const
const backup = {
  use: "data/backup",
  config: { of, to: ["disk", "usb", "away"] },
  inputs: { key: "monday" },
}
const before = [...kept, backup]
const inputs = { key: "monday" }
const outputs = {
  madeAtMs: 0,
  stores: [
    {
      store: "kv" as const,
      name: "settings",
      rows: 1,
      sha256: "d5508de51799ca4b144680cc2ae83bf3741d3770a0258d54dab701dc53ff659e",
    },
    {
      store: "journal" as const,
      name: "log",
      rows: 2,
      sha256: "5226ebe5f7fab9846670770373a7e582df74dbed0e76097b34fe3ba6e9a6f726",
    },
  ],
}

export default defineCases(restore, [
  {
    title: { en: "what is in it", ko: "무엇이 들었나" },
    config: { op: "verify", from: "usb" },
    before,
    inputs,
    outputs,
  },
  {
    title: { en: "a drill, in memory", ko: "메모리에서 연습" },
    config: { op: "drill", from: "away" },
    before,
    inputs,
    outputs,
  },
  {
    title: { en: "over what is there", ko: "있는 것 위에" },
    config: { op: "restore", from: "disk", of, into: "merge" },
    before,
    inputs,
    outputs,
  },
  {
    title: { en: "not over what is there, unless it is said", ko: "말하지 않으면 있는 것을 덮지 않음" },
    config: { op: "restore", from: "disk", of },
    before,
    inputs,
    error: "restore_not_empty",
  },
  {
    title: { en: "a backup of more than was named", ko: "적지 않은 저장소까지 든 백업" },
    config: { op: "restore", from: "disk", of: { journal: ["log"] }, into: "merge" },
    before,
    inputs,
    error: "restore_unnamed",
  },
  {
    title: { en: "none there", ko: "백업이 없음" },
    config: { op: "verify", from: "disk" },
    inputs,
    error: "backup_missing",
  },
  {
    title: { en: "another one than was expected", ko: "기대한 것과 다른 백업" },
    config: { op: "verify", from: "disk" },
    before,
    inputs: { ...inputs, sha256: "00".repeat(32) },
    error: "blob_checksum",
  },
  {
    title: { en: "from a store that is not sealed", ko: "봉인되지 않은 저장소에서" },
    config: { op: "verify", from: "open" },
    before: [
      { use: "data/blobs", config: { op: "put", store: "open" }, inputs: { key: "monday", bytes: Uint8Array.of(1) } },
    ],
    inputs,
    error: "backup_not_sealed",
  },
])
