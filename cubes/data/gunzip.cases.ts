import { defineCases } from "cubular/contract"
import gunzip from "./gunzip.ts"

/** "hello hello hello", by zlib. */
const hello = Uint8Array.of(
  31,
  139,
  8,
  0,
  0,
  0,
  0,
  0,
  2,
  3,
  203,
  72,
  205,
  201,
  201,
  87,
  200,
  64,
  144,
  0,
  128,
  136,
  249,
  229,
  17,
  0,
  0,
  0,
)
const text = Uint8Array.from("hello hello hello", (letter) => letter.charCodeAt(0))

export default defineCases(gunzip, [
  {
    title: { en: "a file in one piece", ko: "한 조각으로 온 파일" },
    inputs: { bytes: [hello] },
    outputs: { bytes: [text] },
  },
  {
    title: { en: "cut in the middle of its head", ko: "머리 한가운데가 잘려 온 파일" },
    inputs: { bytes: [hello.slice(0, 4), hello.slice(4, 15), hello.slice(15)] },
    outputs: { bytes: [text] },
  },
  {
    title: { en: "a file that breaks off", ko: "도중에 끊긴 파일" },
    inputs: { bytes: [hello.slice(0, 20)] },
    error: "gzip_malformed",
  },
  {
    title: { en: "no gzip file at all", ko: "gzip이 아닌 것" },
    inputs: { bytes: [text] },
    error: "gzip_malformed",
  },
  {
    title: { en: "more inside than allowed", ko: "풀면 너무 큰 것" },
    config: { mostBytes: 16 },
    inputs: { bytes: [hello] },
    error: "gzip_too_large",
  },
])
