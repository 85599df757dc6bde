import type * as en from "../en/contract.ts"

export const contract: Record<keyof typeof en, { message: string; hint: string }> = {}
