import type * as en from "../en/cubes.ts"

export const cubes: Record<keyof typeof en, { message: string; hint: string }> = {
  template_value_missing: {
    message: "틀에 있는 {name} 자리에 넣을 값이 values에 없습니다.",
    hint: "values에 {name} 값을 연결하거나 틀에서 그 자리를 지우십시오.",
  },
  pointer_finds_nothing: {
    message: "포인터 {pointer} 자리에 아무것도 없습니다.",
    hint: "값의 모양에 맞게 포인터를 고치거나 config에 otherwise 값을 주십시오.",
  },
  text_not_json: {
    message: "글이 JSON 형식이 아닙니다.",
    hint: "JSON에서는 이름과 글을 큰따옴표로 감싸고, 마지막 항목 뒤에 쉼표를 두지 않습니다.",
  },
  call_output_missing: {
    message: "{cube} 큐브가 {output} 출력을 주지 않았습니다.",
    hint: "config에 그 큐브의 출력 이름을 적고, 이 입력에 그 출력이 나오는지 확인하십시오.",
  },
  condition_not_boolean: {
    message: "{cube} 큐브의 {output} 출력이 참도 거짓도 아닙니다.",
    hint: "참이나 거짓을 주는 출력을 적거나, 값이 무엇과 같아야 하는지 equals에 적으십시오.",
  },
  retry_exhausted: {
    message: "{cube} 큐브를 {attempts}번 불렀지만 조건이 한 번도 맞지 않았습니다.",
    hint: "config에서 횟수나 기다리는 시간을 늘리거나, config.until의 조건을 확인하십시오.",
  },
  loop_budget_exceeded: {
    message: "{cube} 큐브를 {turns}번 불렀지만 되풀이가 끝나지 않았습니다.",
    hint: "더 오래 걸리는 일이면 config.turns를 늘리고, 아니면 config.until의 조건을 확인하십시오.",
  },
  race_all_failed: {
    message: "{cubes} 큐브 중 성공한 것이 없습니다. 실패 코드는 {codes}입니다.",
    hint: "코드는 config.cubes 순서입니다. 하나씩 찾아보십시오.",
  },
  race_timed_out: {
    message: "{timeoutMs}ms 안에 성공한 큐브가 없습니다.",
    hint: "config.timeoutMs를 늘리거나, 큐브가 왜 오래 걸리는지 확인하십시오.",
  },
  batch_timed_out: {
    message: "{cube} 큐브가 {timeoutMs}ms 안에 이 묶음의 결과를 주지 않았습니다.",
    hint: "config.timeoutMs를 늘리거나 config.size를 줄이고, 아니면 큐브가 왜 오래 걸리는지 확인하십시오.",
  },
  batch_results_uneven: {
    message: "{cube} 큐브가 항목 {given}개짜리 목록을 받고 {output}에 같은 길이의 목록을 주지 않았습니다.",
    hint: "묶음을 받는 큐브는 항목마다 결과 하나를 항목 순서대로 주어야 합니다.",
  },
  stream_too_long: {
    message: "스트림의 항목이 {most}개를 넘습니다.",
    hint: 'config.most를 늘리거나, config.over를 "cut"으로 두어 앞에서부터 받거나, 스트림인 채로 쓰십시오.',
  },
  lane_full: {
    message: "{lane} 쪽에서 읽지 않은 항목이 {ahead}개 쌓였습니다.",
    hint: 'config.ahead를 늘리거나, config.full을 "wait"로 두어 앞선 쪽이 기다리게 하십시오.',
  },
  partition_key_missing: {
    message: "키가 없는 항목이 있습니다. {key}에 글이나 수, 참/거짓이 있어야 합니다.",
    hint: "모든 항목에 있는 이름을 config.key에 적고, 항목이 곧 키이면 config.key를 지우십시오.",
  },
  gzip_malformed: {
    message: "온전한 gzip 파일이 아닙니다.",
    hint: "바이트가 어디에서 왔는지 확인하십시오. 도중에 잘렸거나 압축되지 않은 파일일 수 있습니다.",
  },
  gzip_too_large: {
    message: "파일을 풀면 {mostBytes}바이트가 넘습니다.",
    hint: "그만큼 클 수 있다면 config.mostBytes를 늘리십시오. 작은 파일도 끝없이 커지게 만들 수 있습니다.",
  },
}
