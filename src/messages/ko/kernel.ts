import type * as en from "../en/kernel.ts"

export const kernel: Record<keyof typeof en, { message: string; hint: string }> = {}
