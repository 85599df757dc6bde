import { secret } from "cubular/contract"
import * as z from "zod"

/** A text, or a secret of the host. */
export const textOrSecret = z.union([z.string().max(8192), secret()])
export type TextOrSecret = z.output<typeof textOrSecret>

const named = z.record(z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/), textOrSecret)

/** What both cubes of the family are told about the service and its replies. */
export const askingConfig = {
  /** Path from the service's origin; the input `path` goes before it. */
  path: z
    .string()
    .regex(/^\/[^?#]*$/)
    .max(2048)
    .optional(),
  query: z.record(z.string().min(1).max(100), textOrSecret).optional(),
  headers: named.optional(),
  /** Sent as `Authorization: Bearer …`. */
  bearer: secret().optional(),
  /** Time for the whole reply; default 10 s. */
  timeoutMs: z.int().min(1).max(600_000).optional(),
  /** Bytes of the reply after decompression; default 1,000,000. */
  maxBytes: z.int().min(1).max(100_000_000).optional(),
  /** What the reply is read as, and the output it goes to; default json. */
  read: z.enum(["json", "text", "bytes", "none"]).optional(),
  /** Media types taken; default what `read` says. */
  types: z
    .array(z.string().regex(/^[a-z*]+\/[a-z0-9.+*-]+$/))
    .max(16)
    .optional(),
  /** Headers of the reply to give on, in lower case; default content-type. */
  keepHeaders: z
    .array(z.string().regex(/^[a-z0-9-]{1,100}$/))
    .max(16)
    .optional(),
  /** Whether statuses from 400 on are results instead of failures; default false. */
  anyStatus: z.boolean().optional(),
}

/** What both cubes are handed for one request. */
export const askingInputs = {
  path: z
    .string()
    .regex(/^\/[^?#]*$/)
    .max(2048)
    .optional(),
  query: z.record(z.string().min(1).max(100), z.union([z.string().max(8192), z.number(), z.boolean()])).optional(),
}

const asking = z.strictObject(askingConfig)
export type Asking = z.output<typeof asking>
