import type * as en from "../en/gateway.ts"

export const gateway: Record<keyof typeof en, { message: string; hint: string }> = {}
