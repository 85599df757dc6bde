import type * as en from "../en/cli.ts"

export const cli: Record<keyof typeof en, { message: string; hint: string }> = {}
