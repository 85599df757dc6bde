import type * as en from "../en/saju.ts"

export const saju: Record<keyof typeof en, { message: string; hint: string }> = {}
