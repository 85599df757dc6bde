import { transfer } from "comlink"
import type { Value } from "cubular/contract"
import type { Offered, StreamPorts } from "./protocol.ts"
import { StreamReader, StreamSender } from "./stream-port.ts"

/** The streams of one run in a worker, seen from the page: those it is given and those it gives. */
export class RemoteStreams {
  /** What is sent to the worker of the inputs; nothing where none is a stream. */
  readonly feeds: readonly StreamPorts[]
  readonly #offer: ((offered: Offered) => void) | undefined
  readonly #senders: StreamSender[] = []
  readonly #readers: StreamReader[] = []

  constructor(
    inputs: { readonly [name: string]: AsyncIterable<Value> },
    offer: ((offered: Offered) => void) | undefined,
  ) {
    this.#offer = offer
    const ports: { [name: string]: MessagePort } = {}
    for (const [name, input] of Object.entries(inputs)) {
      const { port1, port2 } = new MessageChannel()
      this.#senders.push(new StreamSender(input, port1, "inputs"))
      ports[name] = port2
    }
    this.feeds = this.#senders.length > 0 ? [transfer(ports, Object.values(ports))] : []
  }

  /** The run has begun: streams nobody takes are left to the worker. */
  open(ports: StreamPorts): void {
    const left = new Map(Object.entries(ports))
    const take = (name: string): StreamReader => {
      const reader = new StreamReader(left.get(name) as MessagePort)
      left.delete(name)
      this.#readers.push(reader)
      return reader
    }
    this.#offer?.({ names: [...left.keys()], take })
    for (const port of left.values()) {
      port.postMessage("drain")
      port.close()
    }
  }

  /** The worker answers no more. */
  fail(thrown: unknown): void {
    for (const reader of this.#readers) reader.fail(thrown)
  }

  /** The run is over: what it was given is closed. */
  close(): void {
    for (const sender of this.#senders) sender.close()
  }
}
