import type * as en from "../en/gateway.ts"

export const gateway: Record<keyof typeof en, { message: string; hint: string }> = {
  route_unknown: {
    message: "이 주소에는 아무것도 없습니다.",
    hint: "GET /v1/compositions 에서 여기서 실행할 수 있는 것을 볼 수 있습니다.",
  },
  composition_not_served: {
    message: "id가 {id}인 컴포지션은 여기에 없습니다.",
    hint: "GET /v1/compositions 에서 쓸 수 있는 id를 확인하십시오.",
  },
  method_refused: {
    message: "이 주소에서는 {method} 요청을 쓸 수 없습니다.",
    hint: "{allowed} 요청을 쓰십시오.",
  },
  host_refused: {
    message: "이 서버는 정해진 이름으로 부를 때만 컴포지션을 실행합니다. {host}: 허용되지 않은 이름입니다.",
    hint: "다음 이름으로 부르십시오: {allowed}. 다른 이름으로 서비스한다면 CUBULAR_ALLOWED_HOSTS에 그 이름을 더하십시오.",
  },
  origin_refused: {
    message: "다른 출처(origin)의 페이지는 여기서 컴포지션을 실행할 수 없습니다.",
    hint: "이 서버가 제공하는 페이지에서 부르거나, Origin 헤더를 보내지 않는 프로그램에서 부르십시오.",
  },
  body_type_refused: {
    message: "본문이 JSON이라고 밝혀져 있지 않습니다.",
    hint: "JSON을 Content-Type: application/json 헤더와 함께 보내십시오.",
  },
  body_too_large: {
    message: "본문이 {limit}바이트보다 큽니다.",
    hint: "더 작게 보내거나, 한도를 직접 정할 수 있는 브라우저나 Node에서 컴포지션을 실행하십시오.",
  },
  body_too_slow: {
    message: "본문이 {limitMs}ms 안에 다 도착하지 않았습니다.",
    hint: "본문 전체를 한 번에 보내거나, 연결이 더 나은 곳에서 다시 시도하십시오.",
  },
  body_broken_off: {
    message: "본문이 끝나기 전에 끊겼습니다.",
    hint: "요청을 다시 보내십시오.",
  },
  body_not_json: {
    message: "본문이 UTF-8로 쓴 JSON이 아닙니다.",
    hint: '{"inputs": …} 모양의 JSON 객체 하나를 보내십시오.',
  },
  body_too_deep: {
    message: "본문의 객체와 목록이 {limit}단계보다 깊게 겹쳐 있습니다.",
    hint: "값을 더 얕게 만들어 보내십시오.",
  },
  body_key_doubled: {
    message: "본문의 한 객체 안에 같은 키가 두 번 있습니다.",
    hint: "둘 중 하나만 남기십시오. path가 그 자리를 가리킵니다.",
  },
  body_object_expected: {
    message: "{at} 자리에는 객체가 있어야 합니다.",
    hint: '입력마다 값을 하나씩 담은 {"inputs": …}, 필요하면 {"options": …}도 함께 보내십시오.',
  },
  body_flag_expected: {
    message: "{at} 자리에는 true 또는 false가 있어야 합니다.",
    hint: "이 옵션을 빼거나 true로 두십시오.",
  },
  body_key_unknown: {
    message: "{at} 안에 여기서 쓰지 않는 키가 있습니다.",
    hint: "쓸 수 있는 키: {known}.",
  },
  gateway_failed: {
    message: "게이트웨이 자체의 문제로 응답하지 못했습니다.",
    hint: "잠시 뒤 다시 시도하십시오. 계속되면 주소, 시각, 이 코드를 알려 주십시오.",
  },
  gateway_not_ready: {
    message: "게이트웨이가 아직 컴포지션을 실행할 준비가 되지 않았습니다.",
    hint: "잠시 뒤 다시 시도하십시오. 준비 여부는 GET /readyz 에서 알 수 있습니다.",
  },
  gateway_unhealthy: {
    message: "큐브의 상태가 나쁘고, 대신 답하는 것도 없습니다.",
    hint: "감독의 health()에서 어느 큐브인지 볼 수 있습니다. 감독이 스스로 다시 만듭니다.",
  },
  gateway_unreachable: {
    message: "{origin} 게이트웨이가 응답하지 않았습니다.",
    hint: "주소와 연결을 확인한 뒤 다시 시도하십시오.",
  },
  gateway_reply_refused: {
    message: "받은 응답(상태 {status})이 cubular 게이트웨이의 응답이 아닙니다.",
    hint: "주소가 프록시나 다른 서버가 아니라 cubular 게이트웨이로 이어지는지 확인하십시오.",
  },
}
