import { createCubular } from "cubular/host/browser"

/** Runs under the policy of the frame that loads it, in a worker that takes the policy over because it is a blob. */
// The query is how the development server serves the script of a module worker.
const address = `${import.meta.resolve("../workers/serving.ts")}?worker_file&type=module`
const script = new Blob([`import ${JSON.stringify(address)}`], { type: "text/javascript" })
const client = createCubular({ worker: () => new Worker(URL.createObjectURL(script), { type: "module" }) })

const directives = async (provoke: boolean): Promise<unknown> =>
  client
    .run("violations", { provoke })
    .settled.then((settled) => (settled.ok ? settled.outputs : settled.error.toJSON()))

const { parent } = globalThis as unknown as { parent: { postMessage(message: unknown, origin: string): void } }
parent.postMessage({ mode: client.mode, quiet: await directives(false), provoked: await directives(true) }, "*")
await client.stop()
