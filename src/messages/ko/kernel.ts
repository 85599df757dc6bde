import type * as en from "../en/kernel.ts"

export const kernel: Record<keyof typeof en, { message: string; hint: string }> = {
  document_too_large: {
    message: "문서 크기가 {limit}바이트를 넘습니다.",
    hint: "문서를 줄이거나 호스트의 limits.bytes 값을 올려 주십시오.",
  },
  document_too_deep: {
    message: "문서의 객체와 목록이 {limit}단계보다 깊게 중첩되어 있습니다.",
    hint: "중첩을 줄이거나 호스트의 limits.depth 값을 올려 주십시오.",
  },
  document_not_utf8: {
    message: "UTF-8이 아닌 바이트가 있습니다({offset}번째 바이트).",
    hint: "문서를 UTF-8로 저장해 주십시오.",
  },
  document_unreadable: {
    message: "문서를 읽는 중에 예외가 발생하여 읽을 수 없습니다.",
    hint: "JSON 텍스트, UTF-8 바이트, 또는 게터가 없는 일반 객체를 넘겨 주십시오.",
  },
  document_cyclic: {
    message: "문서가 자기 자신을 포함하고 있습니다.",
    hint: "순환 참조가 없는 데이터를 넘겨 주십시오. 예: JSON.parse의 결과.",
  },
  value_not_json: {
    message: "JSON으로 나타낼 수 없는 값입니다: {kind}.",
    hint: '문자열, 유한한 숫자, true, false, null, 목록, 일반 객체만 쓸 수 있습니다. 바이트 상수는 {"$bytes":["u8","…"]}로 적어 주십시오.',
  },
  json_syntax: {
    message: "JSON 형식이 아닙니다. 필요한 것: {expected}, 있는 것: {found}.",
    hint: "JSON에는 주석, 끝 쉼표, 작은따옴표를 쓸 수 없고 닫는 괄호 뒤에는 아무것도 올 수 없습니다.",
  },
  duplicate_key: {
    message: "한 객체 안에 같은 키가 두 번 있습니다: {key}.",
    hint: "하나만 남겨 주십시오. 파서마다 어느 쪽을 쓰는지 다릅니다.",
  },
  key_forbidden: {
    message: "문서에 쓸 수 없는 키입니다: {key}.",
    hint: "JavaScript 객체를 바꾸는 이름이므로 다른 이름을 써 주십시오.",
  },
  number_too_large: {
    message: "배정밀도로 나타낼 수 없는 숫자입니다: {number}.",
    hint: "더 작은 수를 쓰거나 숫자를 문자열로 적어 주십시오.",
  },
  lone_surrogate: {
    message: "문자열에 짝이 없는 서로게이트가 있습니다.",
    hint: "깨진 문자를 고쳐 주십시오. \\uD800–\\uDBFF 뒤에는 \\uDC00–\\uDFFF가 있어야 합니다.",
  },
  limit_cubes: {
    message: "배치된 큐브가 {limit}개를 넘습니다(안에 쓰인 컴포지션의 큐브 포함).",
    hint: "컴포지션을 나누거나 호스트의 limits.cubes 값을 올려 주십시오.",
  },
  limit_refs: {
    message: "참조가 {limit}개를 넘습니다(안에 쓰인 컴포지션의 참조 포함).",
    hint: "컴포지션을 나누거나 호스트의 limits.refs 값을 올려 주십시오.",
  },
  too_many_issues: {
    message: "문제가 {limit}개를 넘어 나머지는 표시하지 않았습니다.",
    hint: "먼저 위의 문제를 고친 뒤 다시 검증해 주십시오.",
  },
  shape_refused: {
    message: "이 자리에는 다음이 와야 합니다: {expected}.",
    hint: "컴포지션 형식 1과 비교해 주십시오. 모든 필드는 composition-1.schema.json에 있습니다.",
  },
  unknown_key: {
    message: "여기서는 의미가 없는 키입니다: {key}.",
    hint: "지우거나 철자를 고쳐 주십시오. 메모는 title이나 layout에 둘 수 있습니다.",
  },
  name_malformed: {
    message: "이름으로 쓸 수 없습니다: {name}.",
    hint: "소문자로 시작하고 영문자, 숫자, -만 써서 64자 이내로 적어 주십시오.",
  },
  use_malformed: {
    message: "큐브를 가리키는 표기가 아닙니다: {use}.",
    hint: "family/name@범위 또는 composition:id@범위로 적어 주십시오. 범위는 1.2.3, ^1.2, ~1.2, * 형식입니다.",
  },
  ref_malformed: {
    message: "참조 형식이 아닙니다: {ref}.",
    hint: "@입력 또는 인스턴스.포트로 적고 필요하면 # 뒤에 JSON 포인터를 붙여 주십시오(pillars.pillars#/day/stem). on 아래에서는 #/포인터로 적습니다.",
  },
  unknown_cube: {
    message: "레지스트리에 없는 큐브입니다: {id}.",
    hint: "가지고 있는 이름: {similar}. 큐브를 레지스트리에 추가하거나 id를 고쳐 주십시오.",
  },
  unknown_composition: {
    message: "레지스트리에 없는 컴포지션입니다: {id}.",
    hint: "가지고 있는 이름: {similar}. 문서를 레지스트리에 추가하거나 id를 고쳐 주십시오.",
  },
  version_not_held: {
    message: "{id}의 버전 가운데 {range}에 맞는 것이 없습니다.",
    hint: "가지고 있는 버전: {held}.",
  },
  cube_load_failed: {
    message: "{id}@{version}의 코드를 불러올 수 없습니다: {problem}",
    hint: "레지스트리가 같은 id와 버전의 큐브를 돌려주는지 확인해 주십시오.",
  },
  registry_unreadable: {
    message: "레지스트리를 읽을 수 없습니다: {problem}",
    hint: "Registry 또는 큐브와 문서의 반복 가능한 객체를 넘겨 주십시오.",
  },
  registry_entry_invalid: {
    message: "큐브도 컴포지션도 아니거나 레지스트리에 없는 항목입니다: {entry}.",
    hint: "defineCube의 결과, 컴포지션 문서 또는 리터럴을 넘겨 주십시오.",
  },
  registry_entry_duplicate: {
    message: "서로 다른 두 항목의 id와 버전이 같습니다: {entry}.",
    hint: "하나만 남기거나 다른 쪽의 버전을 올려 주십시오.",
  },
  composition_recursive: {
    message: "컴포지션이 결국 자기 자신을 포함합니다: {chain}.",
    hint: "이 사슬에서 컴포지션 하나를 빼 주십시오.",
  },
  composition_issue: {
    message: "여기서 사용한 컴포지션 {composition}에 오류가 있습니다({at}의 {code}): {problem}",
    hint: "그 컴포지션을 따로 검증하여 고쳐 주십시오.",
  },
  unknown_port: {
    message: "{cube}에는 {port} 입력이 없습니다.",
    hint: "입력: {similar}.",
  },
  unknown_output: {
    message: "{instance}에는 {port} 출력이 없습니다.",
    hint: "출력: {similar}.",
  },
  unknown_instance: {
    message: "{instance} 이름으로 배치된 큐브가 없습니다.",
    hint: "인스턴스: {similar}.",
  },
  unknown_input: {
    message: "컴포지션에 선언되지 않은 입력입니다: {input}.",
    hint: "입력: {similar}. inputs에 선언해 주십시오.",
  },
  missing_input: {
    message: "{instance}의 {port} 입력이 연결되어 있지 않습니다.",
    hint: '참조, 참조 목록 또는 { "value": … }를 지정해 주십시오.',
  },
  after_unknown: {
    message: "after에 적힌 {instance} 이름으로 배치된 큐브가 없습니다.",
    hint: "인스턴스: {similar}.",
  },
  list_refused: {
    message: "{port} 입력은 참조 목록이 아니라 {takes} 값을 받습니다.",
    hint: "참조를 하나만 지정하거나 큐브로 먼저 합쳐 주십시오.",
  },
  pointer_impossible: {
    message: "가리키는 곳이 없는 참조입니다: {ref}. 값의 형태: {gives}.",
    hint: "# 뒷부분을 고쳐 주십시오. 값에 실제로 있을 수 있는 멤버와 위치만 가리킬 수 있습니다.",
  },
  constant_refused: {
    message: '{instance}의 {port}에 지정한 상수가 "{pointer}"에서 거부되었습니다. 필요한 값: {expected}.',
    hint: "포트가 받는 값으로 상수를 고쳐 주십시오.",
  },
  constant_malformed: {
    message: "상수를 값으로 읽을 수 없습니다: {problem}",
    hint: '$로 시작하는 키는 $$로, 숫자 배열은 {"$bytes":["f64","base64"]}로 적어 주십시오.',
  },
  cycle: {
    message: "서로를 기다리는 큐브가 있습니다: {cycle}.",
    hint: "순환을 만드는 참조, when, after 가운데 하나를 지워 주십시오.",
  },
  wire_refuted: {
    message: "{from}의 값은 {instance}의 {port}에 들어갈 수 없습니다. 주는 값: {gives}, 받는 값: {takes}.",
    hint: "줄 수 있는 값의 예: {example}. 다른 출력을 연결하거나 큐브로 값을 변환해 주십시오.",
  },
  when_not_boolean: {
    message: "when에는 참/거짓 값이 필요하지만 {ref}의 값은 {gives}입니다.",
    hint: "비교 큐브처럼 참/거짓을 내는 출력을 지정해 주십시오.",
  },
  config_refused: {
    message: '{cube}의 config가 "{pointer}"에서 거부되었습니다. 필요한 값: {expected}.',
    hint: "config를 고쳐 주십시오. 큐브의 매니페스트에 설명이 있습니다.",
  },
  config_missing: {
    message: "{cube}에는 config가 필요합니다.",
    hint: "큐브의 매니페스트에 맞는 config를 추가해 주십시오.",
  },
  config_not_taken: {
    message: "config를 받지 않는 큐브입니다: {cube}.",
    hint: "config를 지워 주십시오. 컴포지션은 입력으로 설정합니다.",
  },
  secret_misplaced_in_config: {
    message: '{cube}의 config에서 "{pointer}" 자리에는 비밀 값을 쓸 수 없습니다.',
    hint: "비밀 값은 config 스키마에 secret()이라고 된 자리에서만 참조해 주십시오.",
  },
  schema_failed: {
    message: "문서를 검사하는 중에 큐브의 스키마나 함수에서 예외가 발생했습니다.",
    hint: "큐브의 오류입니다. 스키마는 모든 값에 대해 곧바로 결과를 내야 합니다.",
  },
  input_schema_refused: {
    message: "입력의 JSON Schema를 쓸 수 없습니다: {what}.",
    hint: 'type, enum, const, anyOf, properties, required, additionalProperties, items, prefixItems, 크기와 범위, format을 쓰거나 { "$ref": "cube:family/name#/inputs/port" }로 적어 주십시오.',
  },
  cube_unreachable: {
    message: "{instance}의 결과를 쓰는 곳이 없고 부수 효과도 없습니다.",
    hint: "출력을 연결하거나 큐브를 지워 주십시오.",
  },
  input_unused: {
    message: "{input} 입력을 쓰는 곳이 없습니다.",
    hint: "연결하거나 inputs에서 지워 주십시오.",
  },
  missing_dependency: {
    message: "{cube}에서 호출하는 {dependency} {range} 버전이 레지스트리에 없습니다.",
    hint: "레지스트리에 추가해 주십시오. 가지고 있는 버전: {held}.",
  },
  dependency_needs_config: {
    message: "{cube}에서 호출하는 {dependency}에는 config가 필요합니다.",
    hint: "호출되는 큐브에는 config가 주어지지 않으므로 모든 필드를 선택 사항으로 만들어 주십시오.",
  },
  host_missing: {
    message: "호스트를 넘겨받지 못했습니다.",
    hint: "호스트를 넘겨 주십시오. 예: `cubular/host`의 createHost().",
  },
  need_missing: {
    message: "{cube}에 필요한 {need} 기능이 호스트 {host}에 없습니다.",
    hint: "이 기능이 있는 호스트를 쓰거나 호스트에 기능을 추가해 주십시오.",
  },
  secret_missing: {
    message: "호스트 {host}에 {secret} 비밀 값이 없습니다.",
    hint: "호스트에 비밀 값을 추가하거나(명령줄에서는 --secret {secret}=env:{secret} 또는 =@파일) 이름을 고쳐 주십시오.",
  },
  service_not_allowed: {
    message: "호스트 {host}에서 {service} 서비스의 {origin} 접속을 허용하지 않습니다.",
    hint: "호스트의 allowedOrigins에 추가하거나 다른 origin을 써 주십시오.",
  },
  service_conflict: {
    message: "두 큐브가 {service} 서비스에 서로 다른 origin을 씁니다: {origins}.",
    hint: "문서의 services에서 하나로 정해 주십시오.",
  },
  service_unknown: {
    message: "배치된 큐브 가운데 {service} 서비스를 쓰는 것이 없습니다.",
    hint: "지우거나 이름을 고쳐 주십시오.",
  },
  service_origin_malformed: {
    message: "{service} 서비스의 origin 형식이 올바르지 않습니다.",
    hint: "경로 없이 소문자로 https://호스트 또는 https://호스트:포트로 적어 주십시오.",
  },
  policy_missing: {
    message: "{policy} 정책이 러너에 주어지지 않았습니다.",
    hint: "createRunner(source, registry, host, { policies: [{policy}] })로 넘기거나 여기에서 지워 주십시오.",
  },
  policy_on_composition: {
    message: "정책은 큐브 하나에만 적용되며, {composition} 같은 컴포지션에는 쓸 수 없습니다.",
    hint: "컴포지션 안의 큐브에 정책을 지정해 주십시오.",
  },
  saga_inside: {
    message: "사가가 아닌 문서 안에 사가 컴포지션 {composition}이 놓여 있어 아무것도 되돌릴 수 없습니다.",
    hint: '이 문서에도 "mode": "saga"를 쓰거나 사가가 아닌 컴포지션을 써 주십시오.',
  },
  saga_not_supported: {
    message: "이 문서는 사가인데 러너에 사가를 실행하는 부분이 없습니다.",
    hint: '시계와 저장소가 있는 호스트에서 createRunner에 "cubular/saga"의 saga를 넘기거나 "mode": "saga"를 지워 주십시오.',
  },
  topic_unpublished: {
    message: "{topic} 토픽에 메시지를 보내는 큐브나 컴포지션이 여기에는 없습니다.",
    hint: "이 토픽의 메시지는 바깥에서만 올 수 있습니다. 그런 뜻이 아니라면 토픽 이름을 확인해 주십시오.",
  },
  message_input_missing: {
    message: "{topic} 토픽의 메시지로는 실행을 시작할 수 없습니다. 입력 {input}에 들어갈 값이 없습니다.",
    hint: '메시지 데이터를 가리키는 "#/…"나 { "value": … }를 적어 주십시오.',
  },
  data_refuted: {
    message: "{topic} 토픽의 데이터는 입력 {input}에 맞을 수 없습니다. 주는 것: {gives}, 받는 것: {takes}.",
    hint: "데이터의 다른 부분을 가리키거나 큐브 매니페스트에 있는 토픽의 스키마와 견주어 보십시오.",
  },
  composition_invalid: {
    message: "컴포지션에 오류가 {errors}개 있습니다. 첫 오류: {first}",
    hint: "모든 오류와 위치는 .issues에 있습니다.",
  },
  run_failed: {
    message: "{steps} 단계에서 실행이 실패했습니다. {problem}",
    hint: "결과의 steps에서 실패한 단계마다 까닭을 볼 수 있습니다.",
  },
  run_cancelled: {
    message: "실행이 취소되었습니다.",
    hint: "결과가 아직 필요하면 다시 실행해 주십시오.",
  },
  run_over: {
    message: "실행이 이미 끝났습니다.",
    hint: "단계에서 시작한 일은 process가 끝나기 전에 await로 기다려 주십시오.",
  },
  deadline_exceeded: {
    message: "실행이 {deadlineMs} ms 안에 끝나지 않았습니다.",
    hint: "deadlineMs를 늘리거나 느린 단계를 빠르게 해 주십시오.",
  },
  budget_exceeded: {
    message: "실행에 필요한 {budget} 값이 예산 {limit}보다 큽니다.",
    hint: "예산을 늘리거나, 지나치게 많은 일을 하는 단계가 있는지 살펴봐 주십시오.",
  },
  run_option_refused: {
    message: "실행 옵션 {option}에 쓸 수 없는 값입니다.",
    hint: "쓸 수 있는 값: {takes}.",
  },
  host_lacks: {
    message: "호스트에 {power} 기능이 없습니다.",
    hint: "이 기능이 있는 호스트에서 실행하거나 이 기능 없이 실행해 주십시오.",
  },
  runner_stopped: {
    message: "러너가 이미 멈췄습니다.",
    hint: "러너를 새로 만들어 주십시오.",
  },
  no_such_step: {
    message: "계획에 {path} 단계가 없습니다.",
    hint: "단계: {steps}.",
  },
  cube_not_created: {
    message: "큐브 {cube}의 인스턴스를 만들지 못했습니다.",
    hint: "오류의 cause와 config, 호스트의 기능을 살펴봐 주십시오.",
  },
  cube_threw: {
    message: "큐브 {cube}에서 코드가 없는 오류가 났습니다.",
    hint: "원래 오류는 cause에 있습니다. 큐브를 만드는 사람은 CubeError를 던져야 합니다.",
  },
  outputs_refused: {
    message: "큐브 {cube}의 출력을 받을 수 없습니다. 이 자리에 필요한 것: {expected}.",
    hint: "path가 그 자리를 가리킵니다. 필수 출력을 모두 담은 객체를 JSON 값과 숫자 배열로 만들어 돌려주십시오.",
  },
  input_mutated: {
    message: "큐브 {cube}에서 받은 값을 바꾸었습니다.",
    hint: "값은 실행의 것입니다. { ...object }나 array.slice()로 복사한 다음 바꿔 주십시오.",
  },
  wire_value_refused: {
    message: '{instance}의 {port} 입력에 온 값이 "{pointer}" 자리에서 맞지 않습니다. 필요한 것: {expected}.',
    hint: "연결된 출력의 값을 살펴보거나 다른 출력을 연결해 주십시오.",
  },
  pointer_unresolved: {
    message: "연결된 값의 {pointer} 자리에 아무것도 없습니다.",
    hint: "언제나 있는 부분을 가리키거나 입력을 선택 사항으로 해 주십시오.",
  },
  inputs_refused: {
    message: "입력을 받을 수 없습니다({problems}건). 첫 문제: {first}",
    hint: "모든 문제와 위치는 .issues에 있습니다.",
  },
  input_missing: {
    message: "{input} 입력이 없습니다.",
    hint: "값을 주십시오.",
  },
  input_unknown: {
    message: "컴포지션에 없는 입력입니다.",
    hint: "입력: {known}.",
  },
  input_value_refused: {
    message: "{input} 입력에 맞지 않는 값입니다. 필요한 것: {expected}.",
    hint: "path가 값 안의 그 자리를 가리킵니다.",
  },
  need_not_declared: {
    message: "큐브 {cube}에서 선언하지 않은 {need} 기능을 썼습니다.",
    hint: "큐브의 needs에 {need} 항목을 추가해 주십시오.",
  },
  store_not_declared: {
    message: "큐브 {cube}에서 선언하지 않은 {store} 저장소 {name}에 접근했습니다.",
    hint: "큐브의 `opens`가 배치된 설정에 맞추어 이 저장소를 말하게 해 주십시오.",
  },
  service_not_declared: {
    message: "큐브 {cube}에서 선언하지 않은 서비스 {service}를 불렀습니다.",
    hint: "큐브의 services에 origin과 함께 추가해 주십시오.",
  },
  service_path_refused: {
    message: "{service} 서비스의 경로는 빗금으로 시작해야 합니다.",
    hint: '경로만 적어 주십시오. origin은 선언되어 있습니다. 예: fetch(service, "/today").',
  },
  random_bound_refused: {
    message: "random.below에는 1부터 9007199254740991까지의 정수를 주어야 합니다.",
    hint: "뽑기 전에 선택지의 개수를 확인해 주십시오.",
  },
  call_not_declared: {
    message: "큐브 {cube}에서 선언하지 않은 {called} 호출이 있습니다.",
    hint: "큐브의 dependencies에 {called} 항목을 추가해 주십시오.",
  },
  call_too_deep: {
    message: "큐브 호출이 {limit}단계보다 깊습니다.",
    hint: "끝없이 자신을 부르는 큐브가 있는지 살펴봐 주십시오.",
  },
  replay_diverged: {
    message: "단계에서 {power} 값을 요청했지만 기록의 이 자리에는 {recorded} 값이 있습니다.",
    hint: "큐브가 호스트에 요청하는 순서가 기록할 때와 다릅니다. 실행을 다시 기록해 주십시오.",
  },
  replayed_failure: {
    message: "기록할 때 실패한 부분입니다({code}).",
    hint: "까닭을 보려면 컴포지션을 직접 실행해 주십시오.",
  },
  record_malformed: {
    message: "실행 기록이 아닙니다.",
    hint: "--record나 record: true로 만든 기록을 주십시오. path가 잘못된 부분을 가리킵니다.",
  },
  lifecycle_illegal: {
    message: "큐브의 상태가 {state}일 때는 {call} 호출을 할 수 없습니다.",
    hint: "할 수 있는 상태: {from}.",
  },
  handle_config_refused: {
    message: "큐브 {cube}에 맞지 않는 config입니다. 필요한 것: {expected}.",
    hint: "큐브 매니페스트의 config 스키마와 견주어 보십시오.",
  },
  topic_not_declared: {
    message: "큐브 {cube}에는 {topic} 토픽이 없습니다.",
    hint: "토픽: {topics}.",
  },
  publish_refused: {
    message: "{topic} 토픽에 맞지 않는 데이터입니다. 필요한 것: {expected}.",
    hint: "큐브 매니페스트에 있는 토픽의 스키마와 견주어 보십시오.",
  },
  publish_too_many: {
    message: "한 단계에서 보내는 메시지가 {limit}개를 넘습니다.",
    hint: "목록을 담은 메시지 하나로 보내거나 일을 여러 단계로 나누어 주십시오.",
  },
  publish_too_late: {
    message: "이미 끝난 단계에서는 메시지를 보낼 수 없습니다.",
    hint: "process가 끝나기 전에 보내 주십시오.",
  },
  messages_unavailable: {
    message: "호스트가 메시지를 받지 못했습니다.",
    hint: "다시 시도해 주십시오. 까닭은 호스트의 로그에 있습니다.",
  },
}
