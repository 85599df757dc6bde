/** The answer to a request. What fails is for whoever asked to judge; by itself it ends no transaction. */
export function ask<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      event.preventDefault()
      reject(request.error)
    }
  })
}

/**
 * The answers to requests of one transaction, each made into something. They come in the order in which was asked, so only
 * the last one is listened for: handlers for each would be a sixth of what reading costs. What fails is judged as with `ask`.
 */
export function askAll<T, R>(requests: readonly IDBRequest<T>[], to: (answer: T) => R): Promise<R[]> {
  return new Promise((resolve, reject) => {
    const last = requests.at(-1)
    if (last === undefined) return resolve([])
    const passOver = (event: Event): void => {
      if (requests.includes(event.target as IDBRequest<T>)) event.preventDefault()
    }
    const { transaction } = last
    const end = (): void => {
      transaction?.removeEventListener("error", passOver)
      try {
        const failed = requests.find(({ error }) => error !== null)
        if (failed) throw failed.error
        resolve(requests.map(({ result }) => to(result)))
      } catch (error) {
        reject(error)
      }
    }
    last.onsuccess = end
    last.onerror = (event) => {
      event.preventDefault()
      end()
    }
    if (requests.length > 1) transaction?.addEventListener("error", passOver)
  })
}
