import type * as en from "../en/saju.ts"

export const saju: Record<keyof typeof en, { message: string; hint: string }> = {
  date_malformed: {
    message: "날짜가 YYYY-MM-DD 형식이 아닙니다.",
    hint: "1990-05-01처럼 연도는 네 자리, 월과 일은 두 자리로 적어 주십시오.",
  },
  date_part_out_of_range: {
    message: "날짜의 {part} 값은 {min}에서 {max} 사이여야 합니다.",
    hint: '달력에 없는 날짜입니다. 날짜를 확인해 주십시오. 음력 날짜라면 calendar: "lunar"로 지정해 주십시오.',
  },
  time_malformed: {
    message: "시각이 HH:MM 또는 HH:MM:SS 형식이 아닙니다.",
    hint: "09:05, 23:30:15처럼 24시간제로 두 자리씩 적고, 시각을 모르면 null로 지정해 주십시오.",
  },
  time_part_out_of_range: {
    message: "시각의 {part} 값은 {min}에서 {max} 사이여야 합니다.",
    hint: "시는 00부터 23까지입니다. 24:00은 다음 날 00:00으로, 윤초는 59초로 적어 주십시오.",
  },
  zone_unknown: {
    message: "알 수 없는 시간대입니다.",
    hint: "Asia/Seoul처럼 IANA 이름을 대소문자까지 그대로 적거나 +09:00 같은 고정 오프셋을 적어 주십시오.",
  },
  zone_not_loaded: {
    message: "기본으로 들어 있는 시간대(Asia/Seoul, Asia/Pyongyang, UTC, 고정 오프셋)가 아닙니다.",
    hint: "`cubular/saju/zones` 모듈을 한 번 import하면 모든 IANA 시간대를 쓸 수 있습니다. -05:00 같은 고정 오프셋도 됩니다.",
  },
  zone_offset_out_of_range: {
    message: "고정 오프셋은 UTC와 {maxHours}시간 이내여야 하며, 분과 초는 0에서 59 사이여야 합니다.",
    hint: "+09:00, -03:30처럼 부호 뒤에 HH:MM 또는 HH:MM:SS 형식으로 적어 주십시오.",
  },
  year_out_of_range: {
    message: "연도는 {min}년에서 {max}년 사이의 정수여야 합니다.",
    hint: "절기는 이 범위의 연도에 대해서만 계산하고 검증했습니다. 범위 안의 연도를 지정해 주십시오.",
  },
}
