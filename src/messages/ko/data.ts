import type * as en from "../en/data.ts"

export const data: Record<keyof typeof en, { message: string; hint: string }> = {
  op_input_missing: {
    message: "{op} 작업에는 {input} 입력이 있어야 합니다.",
    hint: "{input} 입력을 연결하거나 config의 op를 다른 작업으로 바꾸십시오.",
  },
  search_contended: {
    message: "다른 쪽이 같은 레코드를 거듭 바꾸었습니다.",
    hint: "다시 시도하거나, 읽은 version을 주어 바뀔 때마다 알 수 있게 하십시오.",
  },
  export_unreadable: {
    message: "{line}번째 줄은 내보내기의 줄이 아닙니다.",
    hint: "data/export에서 나온 바이트를 그대로 가져오십시오. 파일이 잘렸거나 고쳐졌을 수 있습니다.",
  },
  export_checksum: {
    message: "내보내기에 적힌 체크섬과 내용이 다릅니다. 내용이 바뀌었습니다.",
    hint: "다른 사본으로 다시 하십시오. 아무것도 쓰지 않았습니다.",
  },
  export_count: {
    message: "내보내기에는 {said}줄이라고 적혀 있지만 {rows}줄이 있습니다.",
    hint: "다른 사본으로 다시 하십시오. 아무것도 쓰지 않았습니다.",
  },
  export_other: {
    message: "내보내기에는 {holds} 항목이 있고, 이 큐브에는 {takes} 항목이 필요합니다.",
    hint: "config에 내보낸 것과 같은 이름과 표의 버전을 적으십시오. 아무것도 쓰지 않았습니다.",
  },
  export_too_large: {
    message: "내보내기가 {max}바이트를 넘습니다.",
    hint: "키의 앞부분으로 나누는 식으로 한 번에 적게 내보내십시오.",
  },
  export_missing: {
    message: "가져올 내보내기가 없습니다.",
    hint: "ndjson에 바이트를 연결하거나, config.from과 key에 있는 blob을 적으십시오.",
  },
  backup_not_sealed: {
    message: "{name} 저장소는 봉인되지 않았습니다. 백업을 그곳에 두지도, 그곳에서 가져오지도 않습니다.",
    hint: "호스트를 만드는 곳에서 cubular/stores/backup의 `sealed(stores, { NAME: key })`로 봉인하십시오. 아무것도 쓰지 않았습니다.",
  },
  backup_too_large: {
    message: "백업이 {max}바이트보다 큽니다.",
    hint: "한 백업에 저장소를 더 적게 적거나, 크기 제한이 없는 `cubular backup`을 쓰십시오.",
  },
  backup_incomplete: {
    message: "백업이 {names}에 도착하지 못했습니다: {codes}.",
    hint: "다른 곳에는 백업이 있습니다. 실패한 곳을 살핀 뒤 백업을 다시 만드십시오.",
  },
  backup_missing: {
    message: "{name}에 이 키로 된 백업이 없습니다.",
    hint: "저장소의 목록에서 어떤 백업이 있는지 보거나 다른 장소에서 찾으십시오.",
  },
  restore_unnamed: {
    message: "백업에는 {kind} 저장소 {name}의 내용도 들어 있지만 config.of에는 없습니다.",
    hint: "백업에 든 저장소를 모두 적으십시오. 무엇이 들었는지는 verify로 볼 수 있습니다. 아무것도 쓰지 않았습니다.",
  },
  replica_conflict: {
    message: "레코드가 그 version의 것이 아닙니다. 여기서 바뀌었거나 동기화로 변경이 들어왔습니다.",
    hint: '다시 읽어 지금 내용에 변경을 적용하고 그 version을 주십시오. ""는 레코드가 없다는 뜻입니다.',
  },
  replica_contended: {
    message: "다른 쪽이 이 복제본을 거듭 바꾸었습니다.",
    hint: "다시 시도하십시오.",
  },
  replica_key_refused: {
    message: "복제되는 레코드에는 이 키를 쓸 수 없습니다.",
    hint: "다른 키를 쓰십시오. 이 키에는 복제본이 자신의 상태를 보관합니다.",
  },
  replica_change_refused: {
    message: "교환의 {index}번 변경은 이 표의 것일 수 없습니다: {reason}.",
    hint: "data/sync가 만든 것을 그대로 보내십시오. 이 교환에서는 아무것도 받아들이지 않았습니다.",
  },
  replica_mismatch: {
    message: "허브의 표는 {theirs}, 이 복제본의 표는 {ours}입니다.",
    hint: "양쪽의 table과 그 버전, merge를 같게 하십시오. 여기에 쓴 것은 그때까지 남아 있습니다.",
  },
  replica_twin: {
    message: "허브가 이 복제본과 같은 id를 가지고 있습니다. 한쪽이 다른 쪽의 사본이거나 둘이 같은 저장소입니다.",
    hint: "다른 저장소와 동기화하십시오. 사본은 표를 비우고 다시 동기화하면 별개의 복제본이 됩니다.",
  },
}
