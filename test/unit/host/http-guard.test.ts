import { createHost } from "cubular/host/node"
import { describe, expect, test } from "vitest"
import { type AddressRule, refusedBy } from "../../../src/host/http-guard.ts"
import { publicAddresses, refusedAddresses } from "../../conformance/addresses.ts"

/** What `URL` does not read at all never becomes a request. */
function ruleOf(address: string): AddressRule | undefined {
  return URL.canParse(address) ? refusedBy(new URL(address)) : "not_an_address"
}

describe("addresses no request is let out to", () => {
  test("are at least 150 forms, none twice", () => {
    expect(new Set(refusedAddresses.map(([address]) => address)).size).toBe(refusedAddresses.length)
    expect(refusedAddresses.length).toBeGreaterThanOrEqual(150)
  })

  test.each(refusedAddresses)("%j", (address, rule) => {
    expect(ruleOf(address)).toBeDefined()
    if (rule !== undefined) expect(ruleOf(address)).toBe(rule)
  })
})

describe("addresses requests are let out to", () => {
  test.each(publicAddresses)("%s", (address) => {
    expect(ruleOf(address)).toBeUndefined()
  })
})

describe("origins the host vouches for", () => {
  const vouched = new Set(["http://localhost:11434", "https://10.0.0.5", "http://10.0.0.6", "https://llm.internal"])

  test.each(["http://localhost:11434/v1", "https://10.0.0.5/", "https://llm.internal/v1"])(
    "%s is let out",
    (address) => {
      expect(refusedBy(new URL(address), vouched)).toBeUndefined()
    },
  )

  test.each(["http://localhost", "http://127.0.0.1:8080", "http://127.10.200.30", "http://[::1]:3000"])(
    "may be this machine's over plain http: %s",
    (origin) => {
      expect(refusedBy(new URL(`${origin}/v1`), new Set([origin]))).toBeUndefined()
    },
  )

  test.each([
    ...[
      "http://10.0.0.6",
      "http://mylocalhost",
      "http://localhost.example",
      "http://127.0.0.1.example",
      "http://[::2]",
    ],
    ...["ws://localhost:11434", "ftp://localhost"],
  ])("are no other machine's over plain http, nor reached in any other way: %s", (origin) => {
    expect(refusedBy(new URL(`${origin}/v1`), new Set([origin]))).toBe("scheme")
  })

  test.each([
    ["http://localhost:11435/", "scheme"],
    ["http://127.0.0.1:11434/", "scheme"],
    ["https://localhost:11434/", "private_name"],
    ["http://10.0.0.6/", "scheme"],
    ["https://user@llm.internal/", "user_info"],
    ["https://a.llm.internal/", "private_name"],
  ] as const)("%s is not", (address, rule) => {
    expect(refusedBy(new URL(address), vouched)).toBe(rule)
  })

  test("are reached over the host's http, and others are refused with a code before anything is sent", async () => {
    const seen: string[] = []
    const fetch = async ({ url }: Request): Promise<Response> => new Response(String(seen.push(url)))
    const { http } = createHost({ fetch, privateOrigins: ["http://localhost:11434/"] })
    await http(new Request("http://localhost:11434/v1"))
    for (const [url, rule] of [
      ["https://169.254.169.254/latest/meta-data", "ip_address"],
      ["http://localhost:80/", "scheme"],
    ] as const)
      await expect(http(new Request(url))).rejects.toMatchObject({
        code: "outgoing_address_refused",
        params: { origin: new URL(url).origin, rule },
        retryable: false,
      })
    expect(seen).toEqual(["http://localhost:11434/v1"])
  })
})
