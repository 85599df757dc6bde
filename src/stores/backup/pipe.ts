interface Waiting {
  readonly chunk: Uint8Array
  taken(): void
  refused(error: unknown): void
}

/** Hands chunks from one who pushes to one who pulls, one at a time. */
export class Pipe implements AsyncIterable<Uint8Array> {
  #waiting: Waiting | undefined
  #over: { readonly error?: unknown } | undefined
  #look: () => void = () => undefined

  /** Resolves when the chunk was taken; rejects when nobody takes any more. One at a time. */
  write(chunk: Uint8Array): Promise<void> {
    if (this.#over) return Promise.reject(this.#over.error)
    return new Promise((taken, refused) => {
      this.#waiting = { chunk, taken, refused }
      this.#look()
    })
  }

  /** No chunk follows. */
  end(): void {
    this.#over ??= {}
    this.#look()
  }

  /** Ends it for both sides. */
  fail(error: unknown): void {
    this.#over ??= { error }
    this.#waiting?.refused(error)
    this.#waiting = undefined
    this.#look()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const waiting = this.#waiting
      this.#waiting = undefined
      if (waiting) {
        waiting.taken()
        yield waiting.chunk
      } else if (this.#over) {
        if ("error" in this.#over) throw this.#over.error
        return
      } else
        await new Promise<void>((look) => {
          this.#look = look
        })
    }
  }
}
