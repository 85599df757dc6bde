/** What the terminal at the other end can show. */

interface Output {
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Colours go to terminals only, and not where NO_COLOR has a value or the terminal is dumb (https://no-color.org). */
export function wantsColor({ isTTY }: Output, env: { readonly [name: string]: string | undefined }): boolean {
  return isTTY === true && !env.NO_COLOR && env.TERM !== "dumb"
}

/** Columns to write for, 64…120: a terminal's own, 80 where there is none. */
export function textWidth({ isTTY, columns = 80 }: Output): number {
  return isTTY === true ? Math.min(120, Math.max(64, columns)) : 80
}
