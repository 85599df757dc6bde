import type * as en from "../en/host.ts"

export const host: Record<keyof typeof en, { message: string; hint: string }> = {}
