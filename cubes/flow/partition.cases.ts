import { defineCases } from "cubular/contract"
import partition from "./partition.ts"

export default defineCases(partition, [
  {
    title: { en: "listed keys go to their ports, the others to the rest", ko: "적힌 키는 그 포트로, 나머지는 rest로" },
    config: { key: "lang", routes: { a: ["ko"], b: ["en", "fr"] } },
    inputs: {
      items: [
        { lang: "ko", n: 1 },
        { lang: "en", n: 2 },
        { lang: "ja", n: 3 },
        { lang: "ko", n: 4 },
      ],
    },
    outputs: {
      a: [
        { lang: "ko", n: 1 },
        { lang: "ko", n: 4 },
      ],
      b: [{ lang: "en", n: 2 }],
      c: [],
      d: [{ lang: "ja", n: 3 }],
    },
  },
  {
    title: { en: "keys are spread, and one key stays in one stream", ko: "키를 고루, 같은 키는 한곳으로" },
    config: { ports: 2 },
    inputs: { items: ["갑", "을", "병", "갑", "정", "을"] },
    outputs: { a: ["갑", "병", "갑", "정"], b: ["을", "을"], c: [], d: [] },
  },
  {
    title: { en: "numbers and their texts are different keys", ko: "수와 글은 다른 키" },
    config: { routes: { a: [1], b: ["1"] } },
    inputs: { items: [1, "1", true] },
    outputs: { a: [1], b: ["1"], c: [], d: [true] },
  },
  {
    title: { en: "an item without the key fails", ko: "키 없는 항목은 실패" },
    config: { key: "lang" },
    inputs: { items: [{ lang: "ko" }, { n: 2 }] },
    error: "partition_key_missing",
  },
  {
    title: { en: "one port is no partition", ko: "하나로는 못 나눔" },
    config: { ports: 1 },
    inputs: { items: [] },
    error: "config_refused",
  },
])
