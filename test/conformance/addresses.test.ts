import { isCubeError } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { publicAddresses, refusedAddresses } from "./addresses.ts"

/** What a host sends of a request to an address, and the code it ends with; runtimes refuse some before there is a request. */
async function sendTo(address: string): Promise<{ readonly sent: readonly string[]; readonly code?: string }> {
  const sent: string[] = []
  const { http } = createHost({ http: ({ url }) => new Response(String(sent.push(url))) })
  try {
    await http?.(new Request(address))
    return { sent }
  } catch (error) {
    return { sent, code: isCubeError(error) ? error.code : "not a request here" }
  }
}

describe("nothing is sent to", () => {
  // What is no URL would count from this page in a browser, which is an address of its own.
  test.each(refusedAddresses.filter(([, rule]) => rule !== "not_an_address"))("%j", async (address, rule) => {
    const { sent, code } = await sendTo(address)
    expect(sent).toEqual([])
    if (rule !== undefined && rule !== "user_info" && rule !== "scheme") expect(code).toBe("outgoing_address_refused")
  })
})

describe("a request is sent to", () => {
  test.each(publicAddresses)("%s", async (address) => {
    expect((await sendTo(address)).sent).toHaveLength(1)
  })
})
