import type * as en from "../en/telemetry.ts"

export const telemetry: Record<keyof typeof en, { message: string; hint: string }> = {
  telemetry_option_refused: {
    message: "텔레메트리 옵션 {option}에 쓸 수 없는 값입니다.",
    hint: "쓸 수 있는 값: {takes}.",
  },
}
