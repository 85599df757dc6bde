/** What a driver answers with: at once where it can, so that a synchronous one costs no further turn. */
export type Awaitable<T> = T | PromiseLike<T>
