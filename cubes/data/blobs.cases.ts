import { defineCases } from "cubular/contract"
import blobs from "./blobs.ts"

const store = "files"
/** "사주팔자". */
const note = Uint8Array.of(236, 130, 172, 236, 163, 188, 237, 140, 148, 236, 158, 144)
const sha256 = "00".repeat(32)
const put = { config: { op: "put", store, type: "text/plain" }, inputs: { key: "note.txt", bytes: note } } as const

export default defineCases(blobs, [
  {
    title: { en: "bytes come back", ko: "바이트를 되찾음" },
    config: { op: "get", store },
    before: [put],
    inputs: { key: "note.txt" },
    outputs: { found: true, bytes: note },
  },
  {
    title: { en: "a part of them", ko: "그 일부" },
    config: { op: "get", store },
    before: [put],
    inputs: { key: "note.txt", offset: 6, length: 3 },
    outputs: { found: true, bytes: Uint8Array.of(237, 140, 148) },
  },
  {
    title: { en: "none there", ko: "없음" },
    config: { op: "get", store },
    inputs: { key: "note.txt" },
    outputs: { found: false },
  },
  {
    title: { en: "none there to look at", ko: "살펴볼 것이 없음" },
    config: { op: "head", store },
    inputs: { key: "note.txt" },
    outputs: { found: false },
  },
  {
    title: { en: "nothing at all has a checksum too", ko: "빈 바이트에도 체크섬" },
    config: { op: "put", store },
    inputs: { key: "empty", bytes: new Uint8Array(0), metadata: { why: "test" } },
    outputs: {
      info: {
        key: "empty",
        size: 0,
        sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        metadata: { why: "test" },
      },
    },
  },
  {
    title: { en: "what was deleted is gone", ko: "지우면 없음" },
    config: { op: "list", store },
    before: [put, { config: { op: "delete", store }, inputs: { key: "note.txt" } }],
    inputs: {},
    outputs: { blobs: [] },
  },
  {
    title: { en: "bytes that have another checksum are not kept", ko: "체크섬이 다르면 보관하지 않음" },
    config: { op: "put", store },
    inputs: { key: "a", bytes: note, sha256 },
    error: "blob_checksum",
  },
  {
    title: { en: "a range behind the end", ko: "끝을 넘는 범위" },
    config: { op: "get", store },
    before: [put],
    inputs: { key: "note.txt", offset: 13 },
    error: "blob_range_refused",
  },
])
