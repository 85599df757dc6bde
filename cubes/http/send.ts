import { defineCube } from "cubular/contract"
import * as z from "zod"
import { addressOf, headersOf } from "./asking/address.ts"
import { askingConfig, askingInputs } from "./asking/config.ts"
import { acceptOf, ask, askingOutputs } from "./asking/reading.ts"

/**
 * Sends to a web service: one POST, PUT, PATCH or DELETE with `json` or `text` as its body. The origin is that of the
 * service `http`, which the document decides. Every attempt of a step sends the same Idempotency-Key, so that a service
 * that knows the header does once what is asked twice.
 *
 * Path, query, keys, reply and failures are those of `http/request`.
 */
export default defineCube({
  id: "http/send",
  version: "1.0.0",
  color: "network",
  effect: "write",
  title: { en: "HTTP send", ko: "HTTP 보내기" },
  summary: { en: "Sends to a web service", ko: "웹 서비스에 보냅니다" },
  config: z.strictObject({ ...askingConfig, method: z.enum(["POST", "PUT", "PATCH", "DELETE"]).optional() }).optional(),
  needs: ["clock", "http"],
  services: {
    http: {
      // Reserved for what does not exist (RFC 2606): the host lets nothing out to it until a document says otherwise.
      origin: "https://service.invalid",
      summary: { en: "Any web service, decided by the document", ko: "문서가 정하는 웹 서비스" },
      scenarios: ["ok", "slow", "busy", "failing", "offline", "malformed", "moved"],
    },
  },
  inputs: { ...askingInputs, json: z.json().optional(), text: z.string().optional() },
  outputs: askingOutputs,
  create: (_, config = {}) => ({
    process({ path, query, json, text }, step) {
      const body = json === undefined ? text : JSON.stringify(json)
      const headers = headersOf(config, {
        accept: acceptOf(config),
        "idempotency-key": step.idempotencyKey,
        ...(json === undefined ? {} : { "content-type": "application/json" }),
      })
      const init = { method: config.method ?? "POST", headers, ...(body === undefined ? {} : { body }) }
      return ask(step, config, addressOf(config, path, query), init)
    },
  }),
})
