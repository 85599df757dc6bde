import type * as en from "../en/messaging.ts"

export const messaging: Record<keyof typeof en, { message: string; hint: string }> = {
  event_malformed: {
    message: "CloudEvent의 {attribute} 항목이 맞지 않습니다. 필요한 것: {takes}.",
    hint: "CloudEvents 1.0에는 specversion, id, source, type이 있어야 합니다. docs/messaging.md를 보십시오.",
  },
  event_type_refused: {
    message: "CloudEvent가 아닙니다. 본문 형식도 ce-specversion 헤더도 CloudEvent라고 하지 않습니다.",
    hint: "application/cloudevents+json이나 application/cloudevents-batch+json으로, 또는 속성을 ce- 헤더로 보내 주십시오.",
  },
  message_too_large: {
    message: "JSON으로 {limit}바이트를 넘는 메시지가 있습니다.",
    hint: "큰 부분은 blobs 저장소에 두고 어디에 있는지만 보내 주십시오.",
  },
  topic_not_taken: {
    message: "{topic} 토픽을 받는 곳이 없습니다.",
    hint: "받는 토픽: {topics}. 컴포지션은 on으로 토픽을 받습니다.",
  },
  messages_full: {
    message: "{listener}에 기다리는 메시지가 {waiting}개라서 더 받지 않습니다.",
    hint: "나중에 다시 보내 주십시오. 한꺼번에 처리하는 수나 backlog를 늘려도 됩니다.",
  },
  messaging_needs: {
    message: "메시지를 쓰려면 호스트에 {power} 기능이 있어야 합니다.",
    hint: "docs/messaging.md처럼 stores와 clock이 있는 호스트를 만들어 주십시오.",
  },
  messaging_option_refused: {
    message: "{option}에 맞지 않는 값입니다. 필요한 것: {takes}.",
    hint: "기본값을 쓰려면 빼 주십시오.",
  },
  listener_unknown: {
    message: "{listener}: 여기서 메시지를 받는 컴포지션이 아닙니다.",
    hint: "받는 컴포지션: {listeners}.",
  },
  message_unreadable: {
    message: "대기열에 메시지가 아닌 것이 들어 있습니다.",
    hint: "다른 프로그램이 같은 대기열에 쓰고 있습니다. 대기열을 따로 쓰게 해 주십시오.",
  },
}
