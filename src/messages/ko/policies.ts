import type * as en from "../en/policies.ts"

export const policies: Record<keyof typeof en, { message: string; hint: string }> = {
  policy_setting_refused: {
    message: "{setting}에 쓸 수 없는 값입니다.",
    hint: "쓸 수 있는 값: {takes}.",
  },
  cache_on_write: {
    message: "큐브 {cube}에는 바깥을 바꾸는 작업이 있어서, 캐시로 답하면 그 변경이 빠집니다.",
    hint: "여기에서 cache를 지워 주십시오. effect가 pure나 read인 큐브에만 쓸 수 있습니다.",
  },
  retry_on_write: {
    message: "큐브 {cube}에는 바깥을 바꾸는 작업이 있고, 다시 시도해도 더 바뀌지 않는다는 약속이 없습니다.",
    hint: '여기에서 retry를 지우거나, step.idempotencyKey를 함께 보내고 provides에 "idempotent"를 적은 큐브를 써 주십시오.',
  },
  deadline_below_timeout: {
    message: "마감 {deadlineMs}ms가 시간 제한 {timeoutMs}ms보다 먼저 끝납니다.",
    hint: "deadlineMs에 모든 시도를 합친 시간을 주거나 timeoutMs를 지워 주십시오.",
  },
  breaker_hasty: {
    message: "호출 {minimumCalls}번 가운데 한 번만 실패해도 이 차단기가 열립니다(비율 {errorRate}).",
    hint: "minimumCalls를 100쯤으로 올려 주십시오. 적은 호출만 보는 차단기는 우연히도 열립니다.",
  },
  fallback_value_refused: {
    message: "대신 쓸 값이 큐브 {cube}의 출력에 맞지 않습니다. 필요한 것: {expected}.",
    hint: "큐브의 모든 출력을 { 포트: 값 } 꼴의 객체로 적어 주십시오.",
  },
  fallback_composition: {
    message: "대신 쓸 수 있는 것은 큐브뿐인데 {use} 값은 컴포지션입니다.",
    hint: "family/name@범위 꼴로 적어 주십시오.",
  },
  fallback_cube_refused: {
    message: "큐브 {cube}를 여기에서 대신 쓸 수 없습니다. 포트 {port}에 필요한 것은 {takes}인데 {gives}입니다.",
    hint: "대신 쓸 큐브는 단계의 입력을 같은 이름으로 받고 같은 이름의 출력을 내야 합니다.",
  },
  step_timed_out: {
    message: "한 번의 시도가 {timeoutMs}ms를 넘겼습니다.",
    hint: "timeoutMs를 올리거나 큐브가 무엇을 기다리는지 살펴봐 주십시오. 늦게 나온 결과는 버립니다.",
  },
  step_deadline_exceeded: {
    message: "모든 시도를 합쳐 {deadlineMs}ms를 넘겼습니다.",
    hint: "deadlineMs를 올리거나 retry.attempts와 timeoutMs를 낮춰 주십시오.",
  },
  rate_limited: {
    message: "{windowMs}ms 동안의 호출이 {limit}번을 넘었습니다.",
    hint: "{retryAfterMs}ms 뒤에 다시 시도해 주십시오.",
  },
  breaker_open: {
    message: "큐브가 너무 자주 실패해서 차단기가 열려 있습니다.",
    hint: "{retryAfterMs}ms 뒤에 호출 하나를 보내 회복되었는지 확인합니다.",
  },
  breaker_isolated: {
    message: "운영자가 이 큐브를 격리했습니다.",
    hint: "차단기의 reset()을 부를 때까지 격리되어 있습니다.",
  },
  bulkhead_full: {
    message: "호출 {concurrent}개가 실행 중이고 {queue}개가 기다리고 있어 자리가 없습니다.",
    hint: "나중에 다시 시도하거나 bulkhead.concurrent 또는 bulkhead.queue 값을 올려 주십시오.",
  },
  bulkhead_waited: {
    message: "{waitMs}ms 안에 자리가 나지 않았습니다.",
    hint: "나중에 다시 시도하거나 bulkhead.concurrent 값을 올려 주십시오.",
  },
}
