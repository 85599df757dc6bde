/** Microtask turns taken for "nothing is left to do" where a runtime has no macrotasks at all (a bare JavaScript engine). */
const BARE_ENGINE_TURNS = 4096

interface Scheduling {
  readonly setImmediate?: (wake: () => void) => unknown
  readonly MessageChannel?: new () => { port1: Port; port2: Port }
  readonly setTimeout?: (wake: () => void, ms: number) => unknown
}

interface Port {
  onmessage: unknown
  postMessage(message: null): void
  close(): void
}

/**
 * Gives a function that resolves once every microtask, and those they queue in turn, has run: one macrotask of the
 * runtime (`setImmediate`, else a message to oneself, else `setTimeout`). The language alone has none, so a bare engine
 * counts microtask turns instead; there a chain of more than 4,096 of them looks idle too early. The runtime's functions
 * are taken when this is called, before a test replaces them.
 */
export function createIdle(runtime: Scheduling = globalThis as Scheduling): () => Promise<void> {
  const { setImmediate, MessageChannel, setTimeout } = runtime
  if (setImmediate) return () => new Promise((resolve) => void setImmediate(resolve))
  if (MessageChannel) return () => messageTurn(MessageChannel)
  if (setTimeout) return () => new Promise((resolve) => void setTimeout(resolve, 0))
  return async () => {
    for (let turn = 0; turn < BARE_ENGINE_TURNS; turn++) await undefined
  }
}

function messageTurn(Channel: new () => { port1: Port; port2: Port }): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new Channel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
