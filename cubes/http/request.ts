import { defineCube } from "cubular/contract"
import * as z from "zod"
import { addressOf, headersOf } from "./asking/address.ts"
import { askingConfig, askingInputs } from "./asking/config.ts"
import { acceptOf, ask, askingOutputs } from "./asking/reading.ts"

/**
 * Reads from a web service: one GET or HEAD. The origin is that of the service `http`, which the document decides under
 * `services`; `path` and `query` come as inputs or from the config, inputs first. Keys go as `secret()` in `query`,
 * `headers` or `bearer`, and only the host sees them.
 *
 * The body goes to `json`, `text` or `bytes`, as `config.read` says. A status from 400 on is a failure (`service_busy`,
 * `service_failed`, …; retryable for 408, 425, 429 and 5xx, with `retryAfterMs` where the service tells), unless
 * `config.anyStatus` is set. Default 10 s and 1,000,000 bytes for the whole reply.
 */
export default defineCube({
  id: "http/request",
  version: "1.0.0",
  color: "network",
  effect: "read",
  title: { en: "HTTP request", ko: "HTTP 요청" },
  summary: { en: "Reads from a web service", ko: "웹 서비스에서 읽어 옵니다" },
  config: z.strictObject({ ...askingConfig, method: z.enum(["GET", "HEAD"]).optional() }).optional(),
  needs: ["clock", "http"],
  services: {
    http: {
      // Reserved for what does not exist (RFC 2606): the host lets nothing out to it until a document says otherwise.
      origin: "https://service.invalid",
      summary: { en: "Any web service, decided by the document", ko: "문서가 정하는 웹 서비스" },
      scenarios: ["ok", "slow", "busy", "failing", "offline", "malformed", "huge", "endless", "moved", "wrong-type"],
    },
  },
  inputs: askingInputs,
  outputs: askingOutputs,
  create: (_, config = {}) => ({
    process({ path, query }, step) {
      const headers = headersOf(config, { accept: acceptOf(config) })
      return ask(step, config, addressOf(config, path, query), { method: config.method ?? "GET", headers })
    },
  }),
})
