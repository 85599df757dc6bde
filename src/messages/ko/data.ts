import type * as en from "../en/data.ts"

export const data: Record<keyof typeof en, { message: string; hint: string }> = {
  op_input_missing: {
    message: "{op} 작업에는 {input} 입력이 있어야 합니다.",
    hint: "{input} 입력을 연결하거나 config의 op를 다른 작업으로 바꾸십시오.",
  },
}
