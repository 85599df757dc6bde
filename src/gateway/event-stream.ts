import { CubeError, encodeJson, type Json, type Run, type Value } from "cubular/contract"
import { run_cancelled } from "cubular/messages/en"
import { securityHeaders } from "./headers.ts"

const eventHeaders = {
  ...securityHeaders,
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
}

interface Item {
  readonly output: string
  readonly item: Value
}

/** Whether the caller names the type; whoever takes anything gets JSON. */
export function wantsEvents(request: Request): boolean {
  const types = (request.headers.get("accept") ?? "").toLowerCase().split(",")
  return types.some((type) => /^\s*text\/event-stream\s*(;(?!\s*q=0(\.0*)?\s*$).*)?$/.test(type))
}

/** The items of all streams of a run, as they come. To be called in the turn in which the run began. */
export function itemsOf(run: Run): AsyncGenerator<Item, void> {
  const sources = Object.entries(run.streams).map(([output, items]) => ({
    output,
    items: items[Symbol.asyncIterator](),
  }))
  return merge(sources)
}

/** One item of each source is asked for at a time, and none before the first is wanted. */
async function* merge(
  sources: readonly { readonly output: string; readonly items: AsyncIterator<Value> }[],
): AsyncGenerator<Item, void> {
  const ready: { readonly source: (typeof sources)[number]; readonly item: Value }[] = []
  let open = sources.length
  let wake = (): void => undefined
  const ask = async (source: (typeof sources)[number]): Promise<void> => {
    try {
      const { done, value } = await source.items.next()
      if (done) open--
      else ready.push({ source, item: value })
    } catch {
      // The run fails of it, and says so.
      open--
    }
    wake()
  }
  for (const source of sources) void ask(source)
  while (open > 0 || ready.length > 0) {
    const next = ready.shift()
    if (next) {
      yield { output: next.source.output, item: next.item }
      void ask(next.source)
    } else
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
}

/**
 * A run's items as server-sent events: `item` for each, and at the end what the answer would be without them, as `result`
 * or `problem`. What ends before its first item is answered as always. The reader asks for every item; one that goes away cancels the run.
 *
 * @param end - The answer to the run, made when it is over.
 */
export async function answerWithEvents(
  run: Run,
  items: AsyncGenerator<Item, void>,
  end: () => Promise<Response>,
): Promise<Response> {
  let next: IteratorResult<Item, void> | undefined = await items.next()
  if (next.done) {
    const answer = await end()
    return answer.ok ? new Response(eventOf("result", await answer.text()), { headers: eventHeaders }) : answer
  }
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = next ?? (await items.next())
        next = undefined
        if (!done) return controller.enqueue(encoder.encode(eventOf("item", textOf(value))))
        const answer = await end()
        controller.enqueue(encoder.encode(eventOf(answer.ok ? "result" : "problem", await answer.text())))
        controller.close()
      },
      cancel: () => run.cancel(new CubeError(run_cancelled)),
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { headers: eventHeaders })
}

function textOf({ output, item }: Item): string {
  return JSON.stringify({ output, item: encodeJson(item) satisfies Json })
}

/** JSON on one line holds no line feed that could end the event. */
const eventOf = (event: string, data: string): string => `event: ${event}\ndata: ${data}\n\n`
