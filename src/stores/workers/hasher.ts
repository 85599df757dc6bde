import { createHasher, type Hasher, toHex } from "../hasher.ts"

/** SHA-256 of a stream, in workerd alone (https://developers.cloudflare.com/workers/runtime-apis/web-crypto/). */
type DigestStream = WritableStream<Uint8Array> & { readonly digest: Promise<ArrayBuffer> }

/** Bytes in one piece go to WebCrypto, in several to the platform's stream: JavaScript takes ten times as long here. */
export function createStreamHasher(): Hasher {
  const single = createHasher()
  let first: Uint8Array | undefined
  let stream: DigestStream | undefined
  let writer: WritableStreamDefaultWriter<Uint8Array> | undefined

  function write(bytes: Uint8Array): void {
    // What fails here fails the digest, too, where it is told.
    writer?.write(bytes).catch(() => undefined)
  }

  return {
    update(bytes) {
      if (first === undefined) {
        first = bytes
        single.update(bytes)
        return
      }
      if (stream === undefined) {
        stream = createDigestStream()
        writer = stream.getWriter()
        write(first)
      }
      write(bytes)
    },
    async digest() {
      if (stream === undefined) return single.digest()
      await writer?.close()
      return toHex(new Uint8Array(await stream.digest))
    },
  }
}

function createDigestStream(): DigestStream {
  const { DigestStream } = crypto as unknown as { readonly DigestStream: new (algorithm: "SHA-256") => DigestStream }
  return new DigestStream("SHA-256")
}
