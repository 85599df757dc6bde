import type * as en from "../en/host.ts"

export const host: Record<keyof typeof en, { message: string; hint: string }> = {
  wasm_missing: {
    message: "이 호스트에는 {name} WebAssembly 모듈이 없습니다. 있는 모듈: {known}.",
    hint: "호스트를 만들 때 createHost({ wasm: { … } })로 모듈을 넘겨 주십시오.",
  },
  wasm_unreadable: {
    message: "{name} WebAssembly 모듈을 읽거나 컴파일할 수 없습니다.",
    hint: "호스트에 알려 준 위치에 파일이 있는지, 페이지의 정책이 'wasm-unsafe-eval'을 허용하는지 확인해 주십시오.",
  },
  secret_refused: {
    message: "비밀 값 {name}의 사용이 거부되었습니다. 큐브: {cube}, 주소: {origin}.",
    hint: "호스트를 만들 때 비밀 값 옆에 이 큐브와 주소를 함께 적거나 다른 비밀 값을 사용해 주십시오.",
  },
  outgoing_origin_refused: {
    message: "이 호스트는 {origin} 주소로 요청을 내보내지 않습니다.",
    hint: "호스트를 만들 때 allowedOrigins에 이 주소를 추가하거나 다른 서비스를 호출해 주십시오.",
  },
  redirect_refused: {
    message: "{origin} 서비스가 다른 주소로 이동하라고 응답했습니다. 이동은 따라가지 않습니다.",
    hint: "이동할 주소를 서비스의 주소로 선언해 주십시오.",
  },
  service_unreachable: {
    message: "{origin} 서비스에서 응답을 받지 못했습니다.",
    hint: "서비스가 실행 중인지, 이름과 인증서가 올바른지 확인해 주십시오. 페이지에서는 CORS 헤더도 확인해 주십시오.",
  },
  fault_injected: {
    message: "호스트 설정에 따라 여기에서 {power} 호출이 일부러 실패했습니다.",
    hint: "호스트의 fault 옵션이 만든 실패입니다. 옵션을 빼면 호출이 성공합니다.",
  },
  worker_blocked: {
    message: "브라우저가 Web Worker를 시작하지 않았습니다.",
    hint: "워커 스크립트를 페이지와 같은 출처에서 제공하고 worker-src에서 허용해 주십시오. 워커가 없으면 페이지의 스레드에서 실행합니다.",
  },
  worker_died: {
    message: "Web Worker가 응답하기 전에 종료되었습니다.",
    hint: "다시 실행해 주십시오. 다음 호출에는 새 워커가 시작됩니다. 또 종료되면 브라우저 콘솔에서 워커의 오류를 확인해 주십시오.",
  },
  worker_stopped: {
    message: "클라이언트가 중지되어 Web Worker도 종료되었습니다.",
    hint: "다시 실행하려면 createCubular()로 새 클라이언트를 만들어 주십시오.",
  },
  worker_timeout: {
    message: "Web Worker가 {timeoutMs}ms 안에 응답하지 않았습니다.",
    hint: "더 오래 걸릴 수 있는 호출이면 timeoutMs 값을 늘리거나 실행에 deadlineMs를 지정해 주십시오.",
  },
  step_stuck: {
    message: "한 단계가 {stuckMs}ms 동안 쉬지 않고 Web Worker를 차지하여 종료했습니다. 마지막으로 시작한 단계: {step}.",
    hint: "끝나지 않는 반복이 있는지 확인해 주십시오. 단지 오래 걸리는 작업이면 stuckMs 값을 늘리거나 여러 단계로 나누어 주십시오.",
  },
  value_not_cloneable: {
    message: "다른 스레드로 복사할 수 없는 값이 있습니다. 위치: {what}.",
    hint: "JSON 값과 형식화 배열만 사용해 주십시오. 함수, 프로미스, 클래스 인스턴스, DOM 객체는 보낼 수 없습니다.",
  },
  composition_unlisted: {
    message: "{id} 컴포지션은 여기에서 제공되지 않습니다.",
    hint: "list()가 돌려주는 id 가운데 하나를 쓰거나 문서 자체를 넘겨 주십시오.",
  },
  ambient_power: {
    message: "큐브의 코드가 큐브에 주어지지 않은 {name} 기능을 사용하려고 했습니다.",
    hint: "needs에 필요한 기능을 적고 step.http, step.clock, step.random, step.ids를 사용해 주십시오.",
  },
  failed_unexpectedly: {
    message: "예상하지 못한 방식으로 호출이 실패했습니다({name}).",
    hint: "브라우저 콘솔에 원래 오류가 남아 있습니다. 컴포지션과 함께 알려 주십시오.",
  },
}
