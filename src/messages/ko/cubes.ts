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
  map_output_missing: {
    message: "{cube} 큐브에 {output} 출력이 없습니다.",
    hint: "config.output에 그 큐브의 출력 이름을 적으십시오.",
  },
}
