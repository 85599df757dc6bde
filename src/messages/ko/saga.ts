import type * as en from "../en/saga.ts"

export const saga: Record<keyof typeof en, { message: string; hint: string }> = {
  saga_write_not_idempotent: {
    message: '쓰기 단계 {step}의 큐브 {cube}에 provides: "idempotent"가 없어 중단된 뒤 두 번 쓸 수 있습니다.',
    hint: '쓰는 곳에 step.idempotencyKey를 넘기고 provides: ["idempotent"]로 이를 밝힌 큐브를 써 주십시오.',
  },
  saga_write_not_undoable: {
    message: "쓰기 단계 {step}의 큐브 {cube}에 compensate가 없어 한 일을 되돌릴 수 없습니다.",
    hint: '큐브에 compensate(inputs, outputs, step)을 넣거나, 놓인 큐브 옆에 "final": true를 써 주십시오. 그 단계가 시작되면 되돌릴 수 없습니다.',
  },
  saga_policy_refused: {
    message: "사가의 쓰기 단계 {step}에 fallback이 있어 무엇을 했는지 알 수 없습니다.",
    hint: "fallback을 지우거나 쓰기를 별도의 단계로 나눠 주십시오.",
  },
  saga_final_on_composition: {
    message: "{step}에는 컴포지션이 놓여 있으며, 마지막 단계는 큐브 하나여야 합니다.",
    hint: '그 안에서 되돌릴 수 없는 큐브 옆에 "final": true를 써 주십시오.',
  },
  saga_id_malformed: {
    message: "사가의 ID가 아닙니다.",
    hint: 'ID는 소문자, 숫자, "-"로 된 1~43자입니다.',
  },
  saga_id_taken: {
    message: "사가 {id}가 이미 있으며({document}), 입력이나 컴포지션이 다릅니다.",
    hint: "새 사가에는 새 ID를 주십시오. 같은 ID는 같은 입력의 같은 사가를 뜻합니다.",
  },
  saga_unknown: {
    message: "이 저장소에 사가 {id}가 없습니다.",
    hint: "`cubular saga list`로 있는 사가를 볼 수 있습니다. 첫 기록 전에 중단된 사가는 시작되지 않은 것입니다.",
  },
  saga_plan_changed: {
    message: "사가 {id}가 시작될 때의 {document}@{version} 계획이 이 러너의 계획과 다릅니다.",
    hint: "시작할 때의 문서와 큐브로 이어가거나 되돌려 주십시오.",
  },
  saga_final: {
    message: "사가 {id}는 마지막 단계 {step}을 시작했으므로 되돌릴 수 없습니다.",
    hint: "이어가거나 직접 바로잡아 주십시오.",
  },
  saga_ended: {
    message: "사가 {id}는 이미 끝났습니다({state}).",
    hint: "끝난 사가는 바뀌지 않습니다.",
  },
  saga_corrupt: {
    message: "사가 {id}의 기록이 {position}번 위치에서 앞뒤가 맞지 않습니다.",
    hint: "더 이상 아무것도 하지 않았습니다. 이력을 보고 직접 바로잡은 뒤 백업에서 저장소를 복구해 주십시오.",
  },
  saga_value_lost: {
    message: "사가 {id}의 기록과 따로 보관한 값이 없거나 손상되었습니다.",
    hint: "백업에서 저장소를 복구한 뒤 이어가 주십시오.",
  },
  saga_step_stuck: {
    message: "단계 {step}이 중단 신호를 따르지 않고 아직 일하고 있어 아무것도 되돌리지 않았습니다.",
    hint: "큐브가 step.clock, step.http, step.call로 기다리거나 step.signal을 따르게 한 뒤 사가를 되돌려 주십시오.",
  },
  saga_undo_asked: {
    message: "사가를 되돌려 달라는 요청이 있었습니다.",
    hint: "무엇을 되돌렸는지는 실행 결과에 있습니다.",
  },
  saga_undone: {
    message: "사가 {id}가 실패하여 한 일을 모두 되돌렸습니다: {problem}",
    hint: "무엇이 실패했는지는 원인에 있습니다. 다른 ID로 새로 시작해 주십시오.",
  },
  saga_parked: {
    message: "사가 {id}가 도중에 멈춰 사람의 확인을 기다립니다: {problem}",
    hint: "문제를 고친 뒤 `cubular saga resume {id}`로 이어가거나, 되돌릴 수 있으면 `cubular saga undo {id}`로 되돌려 주십시오.",
  },
  saga_suspended: {
    message: "사가 {id}가 여기서 멈췄으며 상태는 그대로 보관되어 있습니다: {problem}",
    hint: "이곳이나 다른 프로세스에서 이어가십시오. 같은 일을 두 번 하지 않습니다.",
  },
}
