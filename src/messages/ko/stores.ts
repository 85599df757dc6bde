import type * as en from "../en/stores.ts"

export const stores: Record<keyof typeof en, { message: string; hint: string }> = {
  store_name_malformed: {
    message: "{name}: 저장소 이름으로 쓸 수 없습니다.",
    hint: "영문 소문자로 시작해 소문자, 숫자, -만 쓰고 48자를 넘기지 마십시오.",
  },
  store_missing: {
    message: "이 호스트에는 이름이 {name}인 {kind} 저장소가 없습니다.",
    hint: "호스트를 만들 때 저장소를 주십시오. 엣지에서는 wrangler.toml의 바인딩입니다.",
  },
  store_binding_missing: {
    message: "Worker에 {kind} 저장소가 쓸 바인딩 {binding}이 없습니다.",
    hint: "wrangler.toml에 추가하거나({platform}) createStores에 다른 바인딩을 그 이름으로 주십시오.",
  },
  store_key_malformed: {
    message: "키로 쓸 수 없는 값입니다.",
    hint: '키는 비어 있지 않은 글이어야 하고 "."과 ".."은 쓸 수 없습니다. U+0000과 서로게이트 쌍의 반쪽도 넣을 수 없습니다.',
  },
  store_key_too_long: {
    message: "키가 UTF-8로 {max}바이트를 넘습니다.",
    hint: "키를 줄이거나 해시를 쓰십시오. 키에 담던 내용은 값에 둘 수 있습니다.",
  },
  store_key_repeated: {
    message: "한 번의 호출에 같은 키가 두 번 있습니다.",
    hint: "마지막 것만 남기거나 호출을 둘로 나누십시오.",
  },
  store_value_too_large: {
    message: "값이 JSON으로 {bytes}바이트입니다. 최대 {max}바이트까지 받습니다.",
    hint: "큰 자료는 blob에 넣고 여기에는 그 키를 두십시오.",
  },
  store_metadata_too_large: {
    message: "메타데이터가 JSON으로 {bytes}바이트입니다. 최대 {max}바이트까지 받습니다.",
    hint: "목록에 보여야 하는 것만 남기고 나머지는 값으로 옮기십시오.",
  },
  store_ttl_refused: {
    message: "값의 수명을 {ttlSec}초로 할 수 없습니다. {min}초에서 {max}초까지 정수만 받습니다.",
    hint: "Workers KV는 {min}초보다 짧은 수명을 받지 않으므로 모든 저장소가 그렇습니다. 더 짧아야 하면 값에 시각을 적어 두고 견주십시오.",
  },
  store_batch_refused: {
    message: "한 번의 호출은 {min}개에서 {max}개까지 받습니다. 받은 것: {count}.",
    hint: "목록을 나누어 여러 번 호출하십시오.",
  },
  store_option_refused: {
    message: "{option}에 맞지 않는 값입니다. 쓸 수 있는 것: {takes}.",
    hint: "기본값을 쓰려면 빼고, 아니면 그런 값을 주십시오.",
  },
  store_cursor_refused: {
    message: "같은 질의의 페이지에서 나온 커서가 아닙니다.",
    hint: "바로 앞 페이지의 커서를 주고 나머지는 그대로 두십시오. 커서가 없으면 처음부터 다시 시작합니다.",
  },
  store_unavailable: {
    message: "저장소에 닿을 수 없습니다({reason}).",
    hint: "다시 시도하십시오. 계속되면 저장 위치가 있는지, 읽고 쓸 수 있는지 확인하십시오.",
  },
  store_busy: {
    message: "다른 쪽이 저장소를 너무 오래 붙잡고 있었습니다.",
    hint: "다시 시도하십시오. 자주 일어나면 더 크게 묶어 더 드물게 쓰십시오.",
  },
  store_full: {
    message: "저장할 자리가 없습니다.",
    hint: "이미 저장된 것은 그대로 읽을 수 있습니다. 지울 것을 지우거나 디스크나 할당량에 자리를 마련하십시오.",
  },
  store_corrupt: {
    message: "저장된 내용이 손상되었습니다({reason}).",
    hint: "손대지 않고 그대로 두었습니다. 백업을 새 위치에 복원하고, 손상된 것은 원인을 찾는 데 쓰십시오.",
  },
  store_newer: {
    message: "저장된 내용의 버전은 {found}이고, 이 프로그램은 {known}까지 압니다.",
    hint: "아무것도 바꾸지 않았습니다. 그것을 쓴 더 새로운 프로그램을 사용하십시오.",
  },
  store_closed: {
    message: "저장소가 닫혔습니다.",
    hint: "계속하려면 저장소를 새로 만드십시오.",
  },
  table_malformed: {
    message: "표의 {field} 항목이 맞지 않습니다. 필요한 것: {takes}.",
    hint: "대부분은 TypeScript가 defineTable의 같은 자리에서 알려 줍니다.",
  },
  table_changed: {
    message: "{name} 표는 버전 {version}으로 저장되어 있지만 키나 인덱스가 정의와 다릅니다.",
    hint: "정의의 버전을 올리고 마이그레이션을 더하십시오. 레코드를 그대로 돌려주는 것으로도 됩니다.",
  },
  record_refused: {
    message: "레코드가 표의 스키마에 맞지 않습니다({problem}).",
    hint: "위치는 경로에 있습니다. 스키마가 바뀌었다면 표의 버전을 올리고 마이그레이션을 더하십시오.",
  },
  record_key_kind: {
    message: "{field} 자리에는 {kind} 값이 필요합니다.",
    hint: "글은 U+0000과 서로게이트 쌍의 반쪽 없이 UTF-8로 448바이트까지, 수는 유한한 값이어야 합니다.",
  },
  record_conflict: {
    message: "레코드의 버전은 {found}입니다. 기대한 버전은 {expected}이므로 다른 쪽이 먼저 바꾸었습니다.",
    hint: "다시 읽어 지금 내용에 변경을 더하고 그 버전으로 쓰십시오. 0은 레코드가 없다는 뜻입니다.",
  },
  index_unknown: {
    message: "표에 {index} 인덱스가 없습니다. 있는 것: {known}.",
    hint: "표에 인덱스를 더하고 버전을 올리거나 다른 인덱스로 질의하십시오.",
  },
  query_refused: {
    message: "인덱스로 답할 수 없는 질의입니다. {field}: {problem}.",
    hint: "인덱스의 필드를 순서대로 주고, 마지막을 뺀 모두에 값을 주십시오. 마지막에는 범위를 줄 수 있습니다.",
  },
  receipt_stale: {
    message: "더는 쓸 수 없는 수령증입니다. 메시지가 이미 처리되었거나 다시 배달되었습니다.",
    hint: "지금 가진 쪽에 맡기십시오. 일이 더 오래 걸리면 배달을 연장하거나 visibilitySec을 늘리십시오.",
  },
  journal_taken: {
    message: "{name} 저널을 다른 쪽이 쓰고 있습니다.",
    hint: "그쪽이 쓰게 두거나, 닫히거나 임대 시간이 끝날 때까지 기다리십시오.",
  },
  journal_fenced: {
    message: "{name} 저널의 쓰기 권한이 다른 쪽으로 넘어갔습니다.",
    hint: "멈추십시오. 권한을 다시 얻은 뒤, 그동안 덧붙은 내용을 읽고 이어 가십시오.",
  },
  journal_position: {
    message: "{name} 저널의 끝은 {found}입니다. 기대한 자리는 {expected}입니다.",
    hint: "그 자리부터 읽고, 아직 유효한 것을 덧붙이십시오.",
  },
  blob_body_refused: {
    message: "blob은 Uint8Array나 그 스트림으로만 만들 수 있습니다.",
    hint: "글은 TextEncoder로 바꾸십시오. Response의 body나 Uint8Array를 내는 비동기 제너레이터도 됩니다.",
  },
  blob_type_refused: {
    message: "blob의 미디어 타입으로 쓸 수 없는 값입니다.",
    hint: "image/png처럼 인쇄 가능한 ASCII 문자 255자까지로 적으십시오.",
  },
  blob_checksum: {
    message: "바이트의 SHA-256은 {found}이고, 기대한 값은 {expected}입니다.",
    hint: "오는 길에 바뀌었거나 다른 자료의 체크섬입니다. 아무것도 저장하지 않았습니다.",
  },
  blob_corrupt: {
    message: "blob이 저장한 것과 다릅니다. 바이트나 길이가 바뀌었습니다.",
    hint: "손대지 않고 그대로 두었습니다. 백업에서 다시 넣으십시오.",
  },
  blob_changed: {
    message: "읽는 동안 blob이 바뀌거나 지워졌습니다.",
    hint: "처음부터 다시 읽으십시오.",
  },
  blob_range_refused: {
    message: "blob의 크기는 {size}바이트이고, 범위가 그 뒤에서 시작합니다.",
    hint: "먼저 head()로 크기를 확인하십시오.",
  },
  blob_read_too_large: {
    message: "한 번에 {bytes}바이트를 읽으려고 했습니다. 최대 {max}바이트까지 한 번에 줍니다.",
    hint: "stream()으로 읽거나 범위를 나누어 읽으십시오.",
  },
  backup_key_refused: {
    message: "백업 키는 32바이트여야 하는데 {bytes}바이트입니다.",
    hint: "`cubular backup --new-key FILE`로 키를 만들고, 백업과 다른 곳에 보관하십시오.",
  },
  backup_key_other: {
    message: "이 백업은 다른 키로 봉인되었습니다. 필요한 키는 {sealedWith}이고, 받은 키는 {key}입니다.",
    hint: "{sealedWith}로 시작하는 키를 주십시오. 그 키가 없으면 아무도 백업을 읽을 수 없습니다.",
  },
  backup_unknown: {
    message: "백업이 아니거나 더 새로운 프로그램의 백업입니다.",
    hint: "파일이 맞는지, 바이너리로 옮겨졌는지 확인하십시오. 맞다면 cubular를 업데이트하십시오.",
  },
  backup_corrupt: {
    message: "백업이 손상되었거나 잘렸거나 여러 백업이 섞여 있습니다. {part}번째 부분이 봉인된 내용과 다릅니다.",
    hint: "이 백업에서는 아무것도 복원하지 않았습니다. 다른 사본을 쓰고, 이 사본은 새로 만드십시오.",
  },
  backup_malformed: {
    message: "백업은 열렸지만 내용이 백업의 형식과 다릅니다.",
    hint: "이 백업에서는 아무것도 복원하지 않았습니다. 다른 프로그램이나 잘못된 프로그램이 만든 것이니 다른 사본을 쓰십시오.",
  },
  backup_changed_meanwhile: {
    message: "복원하는 동안 백업 파일이 바뀌었습니다.",
    hint: "파일을 그대로 두고 `merge`로 다시 시작하십시오.",
  },
  restore_not_empty: {
    message: "{kind} 저장소 {name}에 이미 내용이 있습니다.",
    hint: "빈 저장소에 복원하거나, 있는 내용 위에 덮으려면 `merge`를 지정하십시오. 아무것도 쓰지 않았습니다.",
  },
  restore_differs: {
    message: "저장소의 내용과 백업의 내용이 서로 맞지 않습니다.",
    hint: "큐와 저널은 백업과 같은 내용으로 시작해야 합니다. 빈 저장소에 복원하십시오. 백업을 만드는 중이었다면 다시 만드십시오.",
  },
  blob_not_sealed: {
    message: "{key}의 내용은 봉인된 적이 없거나 잘렸습니다.",
    hint: "그대로 두었습니다. 이 저장소는 봉인해서 넣은 것만 엽니다. 다시 넣거나 `sealed` 없이 읽으십시오.",
  },
}
