import type * as en from "../en/contract.ts"

export const contract: Record<keyof typeof en, { message: string; hint: string }> = {
  cube_id_malformed: {
    message: "큐브 id {id}의 형식이 family/name이 아닙니다.",
    hint: "text/upper처럼 영문 소문자, 숫자, -로 적어 주십시오.",
  },
  cube_version_malformed: {
    message: "버전 {version}의 형식이 세 숫자가 아닙니다.",
    hint: "1.0.0처럼 적어 주십시오.",
  },
  cube_field_malformed: {
    message: "{field} 항목에 맞지 않는 값이 있습니다. 필요한 것: {takes}.",
    hint: "TypeScript도 정의의 같은 곳에서 같은 잘못을 알려 줍니다.",
  },
  port_name_malformed: {
    message: "{name}: 포트 이름으로 쓸 수 없습니다.",
    hint: "영문 소문자로 시작해 영문자, 숫자, -만 써 주십시오.",
  },
  topic_malformed: {
    message: "{name}: 토픽 이름으로 쓸 수 없습니다.",
    hint: "order.placed처럼 영문자로 시작해 영문자, 숫자, . _ / : -를 모두 128자까지 써 주십시오.",
  },
  publish_without_write: {
    message: "메시지를 보내는 큐브는 바깥을 바꾸는 큐브인데, effect가 {effect}입니다.",
    hint: 'effect: "write"라고 적어 주십시오.',
  },
  need_unknown: {
    message: "{need}: 어떤 호스트에도 없는 기능입니다.",
    hint: "needs에 쓸 수 있는 것은 {known}입니다.",
  },
  effect_missing: {
    message: "큐브가 {needs} 사용을 요청하면서 effect를 밝히지 않았습니다.",
    hint: 'effect에 "pure", "read", "write" 중 하나를 적어 주십시오. 캐시와 재시도 여부가 여기에 달려 있습니다.',
  },
  schema_changes_values: {
    message: "값을 바꾸는 스키마({kind})입니다. 여기서는 값을 설명하기만 해야 합니다.",
    hint: "오가는 값 그대로를 설명하고, 변환은 process 안에서 하십시오.",
  },
  schema_strips_keys: {
    message: "z.object()는 모르는 항목을 지웁니다. 여기서는 값을 설명하기만 해야 합니다.",
    hint: "z.strictObject()나 z.looseObject()를 쓰십시오.",
  },
  schema_not_a_value: {
    message: "{kind}: 와이어에 실을 수 없는 종류입니다.",
    hint: "JSON 값, bytes() 등 cubular/contract의 배열을 쓰고 날짜는 글로 적으십시오.",
  },
  schema_custom: {
    message: "custom 스키마에는 매니페스트에 담을 내용이 없습니다.",
    hint: "zod의 기본 타입에 .refine()을 덧붙이고, 배열에는 bytes(), float64() 등을 쓰십시오.",
  },
  schema_default_misplaced: {
    message: "기본값은 입력 포트의 맨 바깥이나 config 안에만 둘 수 있습니다.",
    hint: ".default()를 그곳으로 옮기거나 .optional()을 쓰십시오.",
  },
  schema_default_refused: {
    message: "기본값이 자신의 스키마를 통과하지 못합니다.",
    hint: "앞에 적은 스키마를 통과하는 기본값을 주십시오.",
  },
  schema_not_portable: {
    message: "\\p를 쓰는 패턴은 호스트마다 결과가 다릅니다.",
    hint: "[가-힣]처럼 글자나 범위를 직접 적어 주십시오.",
  },
  stream_misplaced: {
    message: "스트림은 입력이나 출력 포트 전체일 때만 쓸 수 있고, 값 안에는 들어갈 수 없습니다.",
    hint: "optional()이나 기본값 없이 포트 자체를 stream(schema)로 두십시오. 설정과 메시지에는 목록을 쓰십시오.",
  },
  secret_misplaced: {
    message: "비밀값은 config에만 둘 수 있습니다.",
    hint: "secret()을 config로 옮기십시오. 포트로 오가는 값은 기록에 남습니다.",
  },
  value_kind_refused: {
    message: "{kind}: 와이어에 실을 수 없는 종류의 값입니다.",
    hint: "JSON 값이나 숫자 배열을 주십시오. Buffer는 new Uint8Array(buffer)로 복사합니다.",
  },
  value_not_finite: {
    message: "NaN과 무한대는 와이어에 실을 수 없습니다.",
    hint: "null을 주거나 그 항목을 빼십시오.",
  },
  value_text_malformed: {
    message: "글에 서로게이트 쌍의 반쪽만 들어 있습니다.",
    hint: "글자 중간이 아니라 글자 사이에서 자르십시오.",
  },
  value_cycle: {
    message: "값이 자기 자신을 담고 있습니다.",
    hint: "id나 번호로 가리키십시오.",
  },
  value_too_deep: {
    message: "값이 {max}단계보다 깊이 중첩되어 있습니다.",
    hint: "목록으로 펼치십시오.",
  },
  value_too_large: {
    message: "값의 조각이 {max}개를 넘습니다.",
    hint: "숫자는 숫자 배열로 보내거나, 값을 나누어 보내십시오.",
  },
  value_unreadable: {
    message: "값을 읽는 중에 오류가 발생했습니다.",
    hint: "getter나 proxy가 없는 일반 객체와 목록을 주십시오.",
  },
  value_memory_shared: {
    message: "배열이 공유 메모리나 WebAssembly 메모리를 들여다보고 있습니다.",
    hint: "array.slice()로 복사하십시오.",
  },
  bytes_malformed: {
    message: "$bytes에는 종류와, 원소 단위로 떨어지는 base64 글이 필요합니다.",
    hint: '예: {"$bytes":["u8","AQID"]}. 종류는 u8 i8 u16 i16 u32 i32 f32 f64입니다.',
  },
  json_key_reserved: {
    message: "$ 하나로 시작하는 항목 이름은 예약되어 있습니다.",
    hint: "맨 앞의 $는 $$로 적으십시오.",
  },
}
