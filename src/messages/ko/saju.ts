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
  birth_malformed: {
    message: "출생 정보가 날짜와 시각을 담은 객체가 아닙니다.",
    hint: '{ date: "1990-05-01", time: "14:30" }처럼 지정해 주십시오.',
  },
  options_malformed: {
    message: "옵션이 객체가 아닙니다.",
    hint: '기본값을 쓰려면 생략하고, 그렇지 않으면 { clock: "mean" } 같은 객체로 지정해 주십시오.',
  },
  field_unknown: {
    message: "이런 이름의 항목은 없습니다.",
    hint: "철자를 확인해 주십시오. 쓸 수 있는 항목: {known}.",
  },
  choice_unknown: {
    message: "값은 다음 중 하나여야 합니다: {choices}.",
    hint: "이 가운데 하나를 고르거나, 기본값을 쓰려면 항목을 생략해 주십시오.",
  },
  input_unreadable: {
    message: "객체의 항목을 읽는 도중에 오류가 일어났습니다.",
    hint: "JSON.parse로 만든 것과 같은 일반 객체와 값을 넘겨 주십시오.",
  },
  now_malformed: {
    message: "현재 시각이 ISO 8601 형식이 아닙니다.",
    hint: "2026-11-21T09:00:00Z, 2026-11-21T18:00:00+09:00처럼 날짜와 시각, 오프셋을 함께 적어 주십시오.",
  },
  longitude_out_of_range: {
    message: "경도는 {min}에서 {max} 사이의 숫자(도)여야 합니다.",
    hint: "동경은 양수, 서경은 음수입니다. 장소를 모르면 null로 지정해 주십시오.",
  },
  leap_month_needs_lunar: {
    message: "양력 날짜에 윤달이 지정되어 있습니다.",
    hint: "윤달은 음력에만 있습니다. leapMonth 항목을 생략해 주십시오.",
  },
  lunar_calendar_not_available: {
    message: "아직 음력 날짜를 읽을 수 없습니다.",
    hint: "양력 날짜로 바꾸어 지정해 주십시오.",
  },
  year_boundary_not_available: {
    message: "아직 음력설을 한 해의 시작으로 삼을 수 없습니다.",
    hint: "기본값인 ipchun(입춘) 또는 dongji(동지)를 선택해 주십시오.",
  },
  batch_malformed: {
    message: "일괄 입력이 civilMs를 담은 객체가 아닙니다.",
    hint: '{ civilMs: new Float64Array([…]), timeZone: "Asia/Seoul" } 형식으로 지정해 주십시오.',
  },
  batch_column_malformed: {
    message: "이 열의 형식은 {form}이어야 합니다.",
    hint: "먼저 형식을 바꾸어 주십시오. 일괄 입력의 행마다 값이 하나씩 쓰입니다.",
  },
  batch_length_differs: {
    message: "이 열의 값은 {length}개인데 civilMs의 행은 {rows}개입니다.",
    hint: "행마다 값을 하나씩 넣거나, 모든 행에 쓸 숫자 하나를 지정해 주십시오.",
  },
  near_term: {
    message: "출생 시각이 절기 {term}의 시작과 {seconds}초 차이입니다(음수이면 절기 뒤).",
    hint: "이 시점에서 연주나 월주가 바뀝니다. 다른 명식을 함께 보고 기록된 시각을 확인해 주십시오.",
  },
  near_hour_edge: {
    message: "기준 시계가 시주가 바뀌는 {hour}시와 {seconds}초 차이입니다(음수이면 지난 뒤).",
    hint: "다른 명식을 함께 보고, 기록된 시각과 출생지를 확인해 주십시오.",
  },
  near_day_edge: {
    message: "기준 시계가 일주가 바뀌는 {hour}시와 {seconds}초 차이입니다(음수이면 지난 뒤).",
    hint: "다른 명식을 함께 보고, 기록된 시각과 출생지를 확인해 주십시오.",
  },
  rat_hour: {
    message: "기준 시계가 유파마다 풀이가 다른 23시대(야자시)입니다. 적용한 기준: {boundary}.",
    hint: "다른 유파의 명식을 함께 확인해 주십시오.",
  },
  clock_repeated: {
    message: "시계를 {shiftSec}초 늦추어 이 시각이 두 번 있었습니다. fold {fold} 쪽을 적용했습니다.",
    hint: "다른 쪽이라면 fold 값을 바꾸어 주십시오. 명식이 다르면 다른 명식 목록에 있습니다.",
  },
  clock_skipped: {
    message: "시계를 {shiftSec}초 앞당겨 이 시각은 실제로 없었습니다.",
    hint: "바뀌기 전의 오프셋을 적용했습니다. 기록된 시각을 확인해 주십시오.",
  },
  longitude_missing: {
    message: "경도가 없어 태양시를 쓰지 못하고 {clock} 시계를 적용했습니다.",
    hint: "출생지의 경도(동경, 도 단위)를 longitudeDeg로 지정해 주십시오.",
  },
  zone_before_law: {
    message: "{zone}에 표준시가 정해지기 전의 출생이라 대표 도시의 평균 태양시를 적용했습니다.",
    hint: "지역의 시계는 몇 분 다를 수 있으니 출생지의 경도와 견주어 보십시오.",
  },
  zone_predicted: {
    message: "{after}년 이후 {zone}의 오프셋은 현행 규칙이 이어진다고 본 예상입니다.",
    hint: "표준시 관련 법이 바뀌면 다시 확인해 주십시오.",
  },
  hour_unknown: {
    message: "태어난 시각을 몰라 시주가 없습니다.",
    hint: "그날 가능한 모든 명식을 후보 목록에서 확인해 주십시오.",
  },
  term_inside_day: {
    message: "그날 {utc}에 절기 {term}의 기간이 시작되었습니다.",
    hint: "태어난 시각에 따라 연주나 월주가 달라집니다. 후보 목록을 확인해 주십시오.",
  },
}
