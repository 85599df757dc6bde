import { newQuickJSWASMModule } from "quickjs-emscripten"

/**
 * Evaluates scripts in a QuickJS that has the language and nothing else: no timers, no `Intl`, no `TextEncoder`, no
 * `structuredClone`, no console.
 *
 * The engine is a WebAssembly instance of its own and goes with it. It is not freed object by object: that asserts
 * that its collector left nothing behind, which is QuickJS's affair (and does not hold after a run of async functions that
 * are never resumed), and an assertion there would hide what the script has to say.
 *
 * @returns the global `report` when no job is left to do.
 */
export async function reportOf(...scripts: readonly string[]): Promise<string> {
  const engine = (await newQuickJSWASMModule()).newContext()
  for (const script of scripts) engine.unwrapResult(engine.evalCode(script))
  while (engine.runtime.hasPendingJob()) engine.unwrapResult(engine.runtime.executePendingJobs())
  return engine.getString(engine.getProp(engine.global, "report"))
}

/** AbortController is the host's to give: engines have none. This one does what the kernel asks of it. */
export const ABORT_CONTROLLER = `
globalThis.AbortController = class AbortController {
  constructor() {
    const listeners = (this.listeners = [])
    this.signal = {
      aborted: false,
      reason: undefined,
      addEventListener: (_, listener) => void listeners.push(listener),
      removeEventListener: (_, listener) => void (listeners.includes(listener) && listeners.splice(listeners.indexOf(listener), 1)),
      throwIfAborted() {
        if (this.aborted) throw this.reason
      },
    }
  }
  abort(reason) {
    if (this.signal.aborted) return
    Object.assign(this.signal, { aborted: true, reason })
    for (const listener of this.listeners.splice(0)) listener()
  }
}
globalThis.AbortSignal = {
  any(signals) {
    const all = new AbortController()
    for (const signal of signals) {
      if (signal.aborted) all.abort(signal.reason)
      signal.addEventListener("abort", () => all.abort(signal.reason))
    }
    return all.signal
  },
}
`
