import type { Awaitable, Values } from "cubular"

/** How a call ended. */
export type End = { readonly values: Values } | { readonly error: unknown }

/** Makes a call and tells how it ends before whoever called hears it. */
export function foretell(work: () => Awaitable<Values>, end: (end: End) => void): Awaitable<Values> {
  let answered: Awaitable<Values>
  try {
    answered = work()
  } catch (error) {
    end({ error })
    throw error
  }
  if (!(answered instanceof Promise)) {
    end({ values: answered })
    return answered
  }
  return answered.then(
    (values) => {
      end({ values })
      return values
    },
    (error: unknown) => {
      end({ error })
      throw error
    },
  )
}

/**
 * Makes a call and tells how it ends: at the very moment whoever called has dealt with it, before anything else can happen.
 * A model that heard it sooner or later would take what happens in between for a mistake.
 */
export function overhear(work: () => Awaitable<Values>, end: (end: End) => void): Awaitable<Values> {
  let answered: Awaitable<Values>
  try {
    answered = work()
  } catch (error) {
    end({ error })
    throw error
  }
  if (answered instanceof Promise) return overheard(answered, end)
  end({ values: answered })
  return answered
}

type Then = Promise<Values>["then"]

function overheard(promise: Promise<Values>, end: (end: End) => void): Promise<Values> {
  let told = false
  const tell = (how: End): void => {
    if (!told) end(how)
    told = true
  }
  const heard = promise.then((values) => values)
  const then = (ok: Parameters<Then>[0], failed: Parameters<Then>[1]): Promise<unknown> =>
    promise.then(
      (values) => {
        try {
          return ok ? ok(values) : values
        } finally {
          tell({ values })
        }
      },
      (error) => {
        try {
          if (!failed) throw error
          return failed(error)
        } finally {
          tell({ error })
        }
      },
    )
  // Nobody may be listening any more.
  heard.catch(() => undefined)
  // biome-ignore lint/suspicious/noThenProperty: it is a promise; only what hears of its end first differs.
  return Object.defineProperty(heard, "then", { value: then })
}
