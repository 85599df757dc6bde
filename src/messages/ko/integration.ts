import type * as en from "../en/integration.ts"

export const integration: Record<keyof typeof en, { message: string; hint: string }> = {
  outgoing_address_refused: {
    message: "{origin}에는 요청을 보내지 않습니다({rule}).",
    hint: "문서의 services에 공개된 https 주소를 적으십시오. 내부망 주소는 호스트를 만들 때 privateOrigins에 적어야 합니다.",
  },
  redirects_exhausted: {
    message: "{origin}의 리디렉션이 {limit}번을 넘었습니다.",
    hint: "리디렉션이 끝나는 주소를 서비스 주소로 적으십시오.",
  },
  reply_too_large: {
    message: "{from}의 응답이 {limit}바이트를 넘습니다.",
    hint: "더 적게 요청하거나 config.maxBytes를 늘리십시오. 호스트가 읽는 양(maxReplyBytes)을 넘을 수는 없습니다.",
  },
  reply_timed_out: {
    message: "{service} 서비스가 {timeoutMs}ms 안에 응답을 마치지 않았습니다.",
    hint: "config.timeoutMs를 늘리거나, 서비스가 왜 느린지 확인하십시오.",
  },
  reply_type_refused: {
    message: "{service} 서비스가 {takes} 대신 {type} 형식으로 응답했습니다.",
    hint: "경로와 query를 확인하십시오. 잘못된 요청에 웹 페이지로 답하는 서비스가 많습니다. 아니면 config에서 받을 형식을 바꾸십시오.",
  },
  reply_malformed: {
    message: "{service} 서비스의 응답을 쓸 수 없습니다({reason}).",
    hint: "맞는 서비스인지, 이 큐브가 아는 판인지 확인하십시오.",
  },
  service_busy: {
    message: "{service} 서비스가 잠시 요청을 받지 않습니다(HTTP {status}).",
    hint: "나중에 다시 하십시오. 서비스가 알린 시간은 retryAfterMs에 있습니다. retry나 rateLimit 정책이 도움이 됩니다.",
  },
  service_failed: {
    message: "{service} 서비스가 실패했습니다(HTTP {status}).",
    hint: "나중에 다시 하십시오. 서비스 쪽 문제입니다.",
  },
  service_key_refused: {
    message: "{service} 서비스가 키를 받아들이지 않습니다({status}).",
    hint: "호스트를 만들 때 준 비밀 값이 맞는지, 이 서비스용인지 확인하십시오.",
  },
  service_request_refused: {
    message: "{service} 서비스가 요청을 거절했습니다({status}).",
    hint: "경로, query, 본문이 서비스 설명서와 맞는지 확인하십시오.",
  },
  header_reserved: {
    message: "{name} 헤더는 큐브가 정할 수 없습니다.",
    hint: "그 헤더를 빼십시오. 키는 config.headers의 secret()이나 config.bearer로 보냅니다.",
  },
  date_not_covered: {
    message: "{service} 서비스에 이 날짜의 자료가 없습니다.",
    hint: "그 달력에 있고 서비스가 다루는 해에 드는 날짜를 주십시오.",
  },
  place_unknown: {
    message: "이 이름의 장소를 찾지 못했습니다({looked}).",
    hint: "도시나 수도 이름을 적거나, config.online을 켜서 서비스에 물으십시오.",
  },
  place_ambiguous: {
    message: "이 이름의 장소가 {count}곳 있습니다.",
    hint: "쉼표 뒤에 나라나 도를 덧붙이거나, config.ambiguous를 first로 두고 candidates를 보십시오.",
  },
  prompt_too_large: {
    message: "질문, 문맥, 대화가 모두 {chars}자입니다. 최대 {limit}자까지 보냅니다.",
    hint: "글을 줄이거나 config.maxPromptChars를 늘리십시오.",
  },
  prompt_missing: {
    message: "보낼 질문도 대화도 없습니다.",
    hint: "prompt나 messages에 값을 연결하십시오.",
  },
  answer_cut_off: {
    message: "{service} 서비스의 답이 끝나기 전에 끊겼습니다.",
    hint: "다시 물어보십시오. 자주 그러면 서비스와의 사이에 있는 것과 서비스의 시간 제한을 확인하십시오.",
  },
  answer_failed: {
    message: "{service} 서비스가 답하는 도중에 오류를 알려 왔습니다.",
    hint: "어떤 오류인지는 서비스의 기록에 있습니다. 나중에 다시 묻거나 한 번에 적게 물어보십시오.",
  },
}
