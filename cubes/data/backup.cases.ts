import { defineCases } from "cubular/contract"
import backup from "./backup.ts"

const to = ["disk", "usb", "away"]
const log = { use: "data/journal", config: { op: "append", store: "log" }, inputs: { values: ["a", "b"] } } as const
/** SHA-256 of the frames of an archive, those of the journal and all of them, put together and hashed by Python. */
const sha256 = {
  log: "5226ebe5f7fab9846670770373a7e582df74dbed0e76097b34fe3ba6e9a6f726",
  all: "2f4ce3601e64f629050493f1eec419b4f0ad07b251abd0834e6d3e4487d045a8",
}

export default defineCases(backup, [
  {
    title: { en: "a journal, into three places", ko: "저널 하나를 세 곳에" },
    config: { of: { journal: ["log"] }, to },
    before: [log],
    inputs: { key: "log-1" },
    outputs: {
      madeAtMs: 0,
      size: 239,
      sha256: sha256.all,
      stores: [{ store: "journal", name: "log", rows: 2, sha256: sha256.log }],
    },
  },
  {
    title: { en: "a place that is not sealed gets nothing", ko: "봉인되지 않은 곳에는 두지 않음" },
    config: { of: { journal: ["log"] }, to: ["disk", "usb", "open"] },
    before: [log],
    inputs: { key: "log-1" },
    error: "backup_not_sealed",
  },
  {
    title: { en: "two places are too few", ko: "두 곳으로는 모자람" },
    config: { of: { journal: ["log"] }, to: ["disk", "usb"] },
    inputs: { key: "log-1" },
    error: "config_refused",
  },
  {
    title: { en: "a key no store takes", ko: "저장소가 받지 않는 키" },
    config: { of: { journal: ["log"] }, to },
    inputs: { key: "" },
    error: "store_key_malformed",
  },
])
