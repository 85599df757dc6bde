import type * as en from "../en/cli.ts"

export const cli: Record<keyof typeof en, { message: string; hint: string }> = {
  command_unknown: {
    message: "{command}: 없는 명령입니다.",
    hint: "명령: {commands}. `cubular --help`에서 설명을 볼 수 있습니다.",
  },
  option_refused: {
    message: "{option}: 여기서 쓸 수 없는 옵션이거나 값이 빠졌습니다.",
    hint: "사용법: {usage}",
  },
  option_value_refused: {
    message: "{option} 옵션에 쓸 수 없는 값입니다.",
    hint: "쓸 수 있는 값: {takes}.",
  },
  argument_missing: { message: "인자가 빠졌습니다.", hint: "사용법: {usage}" },
  argument_extra: { message: "{argument}: 남는 인자입니다.", hint: "사용법: {usage}" },
  composition_unknown: {
    message: "{id}: 들어 있지 않은 컴포지션입니다.",
    hint: "들어 있는 컴포지션: {ids}. 파일은 ./{id}.json처럼 경로로 적으십시오.",
  },
  file_unreadable: {
    message: "{file} 파일을 읽을 수 없습니다({reason}).",
    hint: "경로가 맞는지, 읽을 권한이 있는지 확인하십시오.",
  },
  file_unwritable: {
    message: "{file} 파일에 쓸 수 없습니다({reason}).",
    hint: "폴더가 있는지, 쓸 권한이 있는지 확인하십시오.",
  },
  file_too_large: {
    message: "{file}: {bytes}바이트입니다. 최대 {limit}바이트까지 읽습니다.",
    hint: "더 작은 것을 주십시오. 입력이 많으면 --jsonl로 한 줄씩 보낼 수 있습니다.",
  },
  input_not_json: {
    message: "입력이 JSON 객체가 아닙니다.",
    hint: '{"birth": …}처럼 이름별 입력을 담은 객체를 주십시오. @파일은 파일을, -는 표준 입력을 읽습니다.',
  },
  input_not_utf8: {
    message: "입력이 UTF-8이 아닙니다.",
    hint: "UTF-8로 저장하십시오. JSON에서는 어떤 글자든 \\uXXXX로도 적을 수 있습니다.",
  },
  input_key_doubled: {
    message: "입력의 한 객체에 같은 키가 두 번 있습니다.",
    hint: "둘 중 하나만 남기십시오. 위치는 경로에 있습니다.",
  },
  line_too_long: {
    message: "줄의 길이가 {limit}바이트를 넘습니다.",
    hint: "한 줄에 입력 객체 하나만 두고 큰 자료는 다른 곳에 두십시오.",
  },
  hosts_repeated: { message: "같은 호스트가 두 번 적혔습니다: {hosts}.", hint: "호스트를 한 번씩만 적으십시오." },
  jsonl_one_host: {
    message: "--jsonl은 호스트 하나에서만 실행합니다.",
    hint: "호스트를 하나만 적거나, 견주려면 --jsonl을 빼십시오.",
  },
  options_conflict: {
    message: "{option}, {other}: 함께 쓸 수 없는 옵션입니다.",
    hint: "둘 중 하나를 빼십시오.",
  },
  option_needs: {
    message: "{option} 옵션은 {other} 옵션과 함께 쓸 때만 뜻이 있습니다.",
    hint: "{other} 옵션을 더하거나 {option} 옵션을 빼십시오.",
  },
  secret_source_empty: {
    message: "{from}에 비밀 값 {name}의 값이 없습니다.",
    hint: "환경 변수(env:이름)를 설정하거나 파일(@파일)에 값을 적으십시오. 값을 인자로 직접 적을 수는 없습니다.",
  },
  url_takes_ids: {
    message: "{argument}: 파일로 보입니다. 게이트웨이는 들어 있는 컴포지션만 실행합니다.",
    hint: "컴포지션의 id를 적거나, 파일을 여기서 실행하려면 --url을 빼십시오.",
  },
  url_refused: {
    message: "{url}: 게이트웨이 주소가 아닙니다.",
    hint: "http://localhost:8787처럼 http나 https 주소를 적으십시오.",
  },
  runtime_missing: { message: "{runtime} 실행 환경이 없습니다.", hint: "설치: {install}" },
  runtime_failed: {
    message: "{runtime} 실행 환경이 시작되지 않았거나 도중에 멈췄습니다.",
    hint: "다시 해 보십시오. 계속되면 `npm run build`로 새로 만드십시오.",
  },
  cli_failed: {
    message: "명령이 내부 문제로 실패했습니다.",
    hint: "cubular의 결함입니다. 사용한 명령과 함께 알려 주십시오.",
  },
  backup_nothing: {
    message: "컴포지션 {id}에는 보관하는 것이 없습니다.",
    hint: "저장소를 여는 큐브가 있는 컴포지션만 백업할 것이 있습니다.",
  },
  backup_targets_refused: {
    message: "{file}에 백업을 둘 곳이 제대로 적혀 있지 않습니다. 필요한 것: {takes}.",
    hint: "두 종류 이상으로 세 곳 이상 적고, 그중 하나는 다른 장소여야 합니다. 폴더 하나면 --to로 주십시오.",
  },
  backup_target_failed: {
    message: "백업을 {name}에 두지 못했습니다: {reason}",
    hint: "그곳이 있고 파일을 받는지 확인한 뒤 다시 백업하십시오. 다른 곳에는 이미 두었습니다.",
  },
}
