import { CubeError, defineCube, list, same, stream } from "cubular/contract"
import { stream_too_long } from "cubular/messages/en"
import * as z from "zod"

/**
 * A list of the items of a stream, when it has ended. Holds `config.most` items (1 to 1,000,000, default 10,000); with one
 * more the step fails, or, with `over: "cut"`, the stream is closed and the list is what came until then.
 */
export default defineCube({
  id: "flow/collect",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Collect", ko: "모으기" },
  summary: { en: "Makes a list of a stream", ko: "스트림을 목록으로 모읍니다" },
  config: z
    .strictObject({ most: z.int().min(1).max(1_000_000).optional(), over: z.enum(["fail", "cut"]).optional() })
    .default({}),
  inputs: { items: stream(same("T")) },
  outputs: { items: list(same("T")) },
  create: (_, { most = 10_000, over = "fail" }) => ({
    async process({ items }) {
      const all = []
      for await (const item of items) {
        if (all.length === most && over === "fail")
          throw new CubeError({ ...stream_too_long, path: ["in", "items"], params: { most } })
        all.push(item)
        if (all.length === most && over === "cut") break
      }
      return { items: all }
    },
  }),
})
