import { expect, test } from "vitest"

interface Frame {
  srcdoc: string
  contentWindow: unknown
  remove(): void
}

const page = globalThis as unknown as {
  document: { createElement(name: "iframe"): Frame; body: { append(frame: Frame): void } }
}

/** Loads a page of ours under a strict policy and gives what it tells. */
async function underPolicy(policy: string, script: string): Promise<unknown> {
  const frame = page.document.createElement("iframe")
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module" src="${script}"></script>`
  const told = new Promise((resolve) => {
    const listen = (event: MessageEvent): void => {
      if (event.source !== frame.contentWindow) return
      removeEventListener("message", listen as EventListener)
      resolve(event.data)
    }
    addEventListener("message", listen as EventListener)
  })
  page.document.body.append(frame)
  const data = await told
  frame.remove()
  return data
}

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'"

test("a worker under a policy without eval runs cubes and violates nothing", async () => {
  const script = new URL("./pages/strict.ts", import.meta.url).href
  expect(await underPolicy(POLICY, script)).toEqual({
    mode: "worker",
    quiet: { directives: [] },
    provoked: { directives: ["script-src"] },
  })
})
