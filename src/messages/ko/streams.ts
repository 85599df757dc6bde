import type * as en from "../en/streams.ts"

export const streams: Record<keyof typeof en, { message: string; hint: string }> = {
  streams_missing: {
    message: "이 구성에는 스트림이 있는데, 스트림을 실행할 부분이 러너에 주어지지 않았습니다.",
    hint: '"cubular/streams"의 streams를 createRunner(…, { streams })로 넘겨 주십시오.',
  },
  stream_into_value: {
    message: "{instance}.{port}에는 값 하나가 들어가는데 {from}은 스트림입니다.",
    hint: "둘 사이에 flow/collect를 놓으십시오. 항목을 모아 목록으로 만들어 줍니다.",
  },
  value_into_stream: {
    message: "{instance}.{port}에는 스트림이 들어가는데 {from}은 값 하나입니다.",
    hint: "둘 사이에 flow/items를 놓으십시오. 목록을 스트림으로 만들어 줍니다.",
  },
  stream_pointer: {
    message: "{ref}는 스트림 안을 가리킵니다. 스트림에는 가리킬 부분이 없습니다.",
    hint: "포인터를 빼거나, flow/collect로 모은 목록을 가리키십시오.",
  },
  stream_read_twice: {
    message: "스트림 {stream}을 {first}와 {second} 두 곳에서 읽습니다.",
    hint: "뒤에 flow/tee를 놓으십시오. 읽는 쪽마다 하나씩, 똑같은 스트림 두 개를 만들어 줍니다.",
  },
  stream_stuck: {
    message: "{step}은 {source}의 스트림을 읽으면서, 그 스트림이 끝나야 오는 것도 기다립니다.",
    hint: "두 가지를 다른 단계에서 받으십시오. 스트림과 함께 나오는 값은 스트림이 모두 끝난 뒤에 옵니다.",
  },
  stream_under_policy: {
    message: "큐브 {cube}에는 스트림이 있습니다. 지나간 항목은 다시 얻을 수 없어서 {policy}와 함께 쓸 수 없습니다.",
    hint: "{policy}를 지우거나, 값 전체를 주고받는 큐브에 두십시오.",
  },
  stream_in_saga: {
    message: "큐브 {cube}에는 스트림이 있습니다. 사가는 중단된 뒤에 스트림을 이어서 실행할 수 없습니다.",
    hint: "스트림을 모으는 일은 다른 구성에서 하거나, mode를 빼십시오.",
  },
  stream_in_message: {
    message: "{topic} 메시지에는 값 하나가 담기는데 출처가 스트림입니다.",
    hint: "앞에 flow/collect를 놓고 그 목록을 보내십시오.",
  },
  stream_called: {
    message: "큐브 {cube}가 부르는 {called}에는 스트림이 있습니다. 불리는 큐브는 값 전체를 주고받아야 합니다.",
    hint: "{called}를 구성에 놓고 스트림을 연결하십시오.",
  },
  stream_handle: {
    message: "큐브 {cube}에는 스트림이 있습니다. 핸들의 process()로는 값 전체만 주고받을 수 있습니다.",
    hint: "구성에 넣어 실행하십시오. 출력은 run.streams에서 읽을 수 있습니다.",
  },
  stream_item_refused: {
    message: "스트림 {port}의 {index}번째 항목을 쓸 수 없습니다. 필요한 것: {expected}.",
    hint: "큐브가 내는 항목을 포트의 항목 스키마와 비교해 보십시오.",
  },
  stream_taken: {
    message: "스트림 {port}을 이미 읽고 있습니다.",
    hint: "스트림은 한 곳에서만 읽을 수 있습니다. flow/tee를 쓰면 똑같은 스트림이 더 생깁니다.",
  },
  stream_read_by_run: {
    message: "실행이 시작될 때 아무도 스트림 {port}을 달라고 하지 않아서, 실행이 스스로 끝까지 읽었습니다.",
    hint: "run()을 부른 바로 그 자리에서 run.streams를 읽으십시오.",
  },
  stream_threw: {
    message: "입력 {port}로 받은 스트림이 실패했습니다.",
    hint: "원인은 그 이터레이터가 던진 오류입니다.",
  },
  stream_not_recorded: {
    message: "기록에는 입력 {input}의 항목 수와 해시만 있고 항목은 없습니다.",
    hint: "항목을 다시 주십시오: replay(record, registry, host, { inputs: { {input}: 항목 } }).",
  },
  stream_unknown: {
    message: "이 컴포지션의 출력에는 {port}이라는 스트림이 없습니다.",
    hint: "이름을 컴포지션의 출력과 비교해 보십시오. 스트림이 아닌 출력은 결과의 outputs에 있습니다.",
  },
}
