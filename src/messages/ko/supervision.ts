import type * as en from "../en/supervision.ts"

export const supervision: Record<keyof typeof en, { message: string; hint: string }> = {
  supervision_refused: {
    message: "감독 설정에 오류가 {count}개 있습니다.",
    hint: "issues에 적힌 자리를 고쳐 주십시오.",
  },
  supervision_setting_refused: {
    message: "{setting}에 쓸 수 없는 값입니다.",
    hint: "쓸 수 있는 값: {takes}.",
  },
  healing_contradiction: {
    message: "한 가지 고장에 {one}, {other} 두 조치를 함께 쓸 수 없습니다.",
    hint: "호출을 거절하거나 다른 큐브가 답하거나, 둘 가운데 하나만 남겨 주십시오.",
  },
  healing_place_unknown: {
    message: "컴포지션 {composition}에는 {place} 자리가 없습니다.",
    hint: "이 컴포지션에 있는 단계 경로나 큐브 id를 적어 주십시오. 있는 것: {known}.",
  },
  healing_cube_unknown: {
    message: "대신 답할 큐브 {cube}가 없습니다.",
    hint: "감독의 cubes에 넣어 주십시오. 있는 것: {known}.",
  },
  healing_redirect_refused: {
    message: "큐브 {cube}는 {instead} 대신 답할 수 없습니다. 포트 {port}에 필요한 것은 {takes}인데 {gives}입니다.",
    hint: "대신 답할 큐브는 같은 이름의 입력을 받고 같은 이름의 출력을 내야 합니다.",
  },
  healing_redirect_needs: {
    message: "큐브 {cube}는 {instead} 대신 답할 수 없습니다. {instead} 자리에서 쓸 수 없는 것이 필요합니다({more}).",
    hint: "needs, services, dependencies가 같거나 더 적고 config가 필수가 아닌 큐브를 적어 주십시오.",
  },
  healing_breaker_missing: {
    message: "컴포지션 {composition}의 단계 {step}에는 격리할 차단기가 없습니다.",
    hint: "그 단계에 breaker 정책을 주거나 shed를 써 주십시오.",
  },
  cube_shed: {
    message: "큐브의 상태가 나빠서 감독이 호출을 막고 있습니다.",
    hint: "{retryAfterMs}ms 뒤에 다시 시도해 주십시오.",
  },
  redirect_output_refused: {
    message: "{instead} 대신 답한 큐브 {cube}가 포트 {port}에 맞지 않는 값을 냈습니다.",
    hint: "출력이 맞는 큐브를 대신 쓰거나 redirect를 지워 주십시오.",
  },
  cube_made_late: {
    message: "{ms}ms 안에 큐브를 만들지 못했습니다.",
    hint: "큐브의 create나 start가 무엇을 기다리는지 살펴봐 주십시오.",
  },
}
