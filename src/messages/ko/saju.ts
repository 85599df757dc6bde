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
    hint: "절기와 합삭은 이 범위의 연도에 대해서만 계산하고 검증했습니다. 범위 안의 연도를 지정해 주십시오.",
  },
  year_not_loaded: {
    message: "기본으로 들어 있는 연도는 {min}년에서 {max}년까지입니다.",
    hint: "`cubular/saju/years` 모듈을 한 번 import하면 1600~1899년과 2101~2200년도 쓸 수 있습니다.",
  },
  birth_malformed: {
    message: "출생 정보가 날짜와 시각을 담은 일반 객체가 아닙니다.",
    hint: '{ date: "1990-05-01", time: "14:30" }처럼 지정해 주십시오.',
  },
  birth_line_malformed: {
    message: "이 줄은 출생 정보를 담은 JSON 객체가 아닙니다.",
    hint: '{"date": "1990-05-01", "time": "14:30", "sex": "female"}처럼 한 줄에 출생 정보를 하나씩 적어 주십시오.',
  },
  options_malformed: {
    message: "옵션이 일반 객체가 아닙니다.",
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
  calendar_month_malformed: {
    message: "달이 일반 객체가 아닙니다.",
    hint: '{ month: "2026-11" } 또는 { month: "2025-06", calendar: "lunar", leapMonth: true }처럼 지정해 주십시오.',
  },
  calendar_date_malformed: {
    message: "날짜가 일반 객체가 아닙니다.",
    hint: '{ date: "1990-05-01" } 또는 { date: "1990-04-07", calendar: "lunar" }처럼 지정해 주십시오.',
  },
  month_malformed: {
    message: "달이 YYYY-MM 형식이 아닙니다.",
    hint: "2026-11처럼 연도는 네 자리, 월은 두 자리로 적어 주십시오.",
  },
  lunar_date_malformed: {
    message: "음력 날짜가 연, 월, 일을 숫자로 담은 일반 객체가 아닙니다.",
    hint: "{ year: 1990, month: 4, day: 7, leap: false }처럼 지정해 주십시오.",
  },
  lunar_year_out_of_range: {
    message: "음력 연도는 {min}년에서 {max}년 사이의 정수여야 합니다.",
    hint: "{calendar} 음력이 다루는 범위입니다. 한국 음력은 1391년부터, 중국 음력은 1897년부터 있습니다.",
  },
  leap_month_not_in_year: {
    message: "그해 음력의 윤달은 윤{leapMonth}월입니다.",
    hint: "연도와 달을 확인해 주십시오. 지정한 윤달이 있는 가장 가까운 해: {years}.",
  },
  year_without_leap_month: {
    message: "그해 음력에는 윤달이 없습니다.",
    hint: "연도를 확인하거나 평달로 지정해 주십시오. 지정한 윤달이 있는 가장 가까운 해: {years}.",
  },
  lunar_day_not_in_month: {
    message: "그 음력 달은 {days}일까지이므로 일은 1에서 {days} 사이의 정수여야 합니다.",
    hint: "날짜와 윤달 여부, 한국 음력인지 중국 음력인지를 확인해 주십시오.",
  },
  date_outside_lunar_calendar: {
    message: "음력으로 바꿀 수 있는 날짜는 {first}부터 {last}까지입니다.",
    hint: "{calendar} 음력이 다루는 범위입니다. 한국 음력은 1391년부터, 중국 음력은 1897년부터 있습니다.",
  },
  batch_malformed: {
    message: "일괄 입력이 civilMs를 담은 객체가 아닙니다.",
    hint: '{ civilMs: new Float64Array([…]), timeZone: "Asia/Seoul" } 형식으로 지정해 주십시오.',
  },
  batch_column_malformed: {
    message: "이 열의 형식은 {form}이어야 합니다.",
    hint: "먼저 형식을 바꾸어 주십시오. 일괄 입력의 행마다 값이 하나씩 쓰입니다.",
  },
  batch_control_malformed: {
    message: "이 필드의 값을 쓸 수 없습니다(기대한 값: {form}).",
    hint: "빼거나, signal에는 AbortController의 signal을, onProgress에는 끝난 행 수와 전체 행 수를 받는 함수를 지정해 주십시오.",
  },
  batch_length_differs: {
    message: "이 열의 값은 {length}개인데 일괄 입력의 행은 {rows}개입니다.",
    hint: "행마다 값을 하나씩 넣거나, 모든 행에 쓸 숫자 하나를 지정해 주십시오.",
  },
  batch_pillars_malformed: {
    message: "일괄 입력이 pillars를 담은 객체가 아닙니다.",
    hint: "{ pillars: await pillarsBatch({ civilMs }) } 형식으로 지정해 주십시오.",
  },
  batch_pillars_uneven: {
    message: "사주 배열의 길이 {length}바이트가 행마다 4바이트로 나누어지지 않습니다.",
    hint: "행마다 연·월·일·시의 간지 번호를 차례로 넣어 주십시오. 모르는 시는 255입니다.",
  },
  batch_one_malformed: {
    message: "기준이 되는 한 사람의 값이 범위 안의 정수 다섯 개가 아닙니다.",
    hint: "연·월·일의 간지 번호 0–59, 시의 간지 번호 또는 -1, 용신 오행 0–4 또는 -1을 차례로 넣어 주십시오.",
  },
  pillars_malformed: {
    message: "사주가 연·월·일·시의 간지 번호가 아닙니다.",
    hint: "`pillars`가 준 0–59의 정수를 넣어 주십시오. hour를 null로 두면 시를 따지지 않습니다.",
  },
  year_range_malformed: {
    message: "연도가 차례대로 적은 정수가 아닙니다.",
    hint: "fromYear와 toYear를 지정해 주십시오. 예: 1950과 1999. 마지막 해도 포함됩니다.",
  },
  pool_size_out_of_range: {
    message: "작업자 수는 1에서 {max} 사이의 정수여야 합니다.",
    hint: "size를 빼면 컴퓨터의 코어 수만큼 씁니다.",
  },
  pool_unavailable: {
    message: "이 환경에서는 작업자 스레드를 시작할 수 없습니다.",
    hint: "createPool 대신 `cubular/saju/batch`의 일괄 함수를 바로 호출해 주십시오. 결과는 같습니다.",
  },
  pool_worker_failed: {
    message: "풀의 작업자가 일을 마치지 못하고 멈추었습니다: {reason}",
    hint: "다시 호출하면 새 작업자가 시작됩니다. 되풀이되면 메모리와 콘텐츠 보안 정책을 확인해 주십시오.",
  },
  pool_disposed: {
    message: "이미 정리한 풀입니다.",
    hint: "createPool로 새 풀을 만들어 주십시오.",
  },
  analysis_malformed: {
    message: "명식을 분석한 결과가 아닙니다.",
    hint: "analyze(chart)의 결과를 고치지 말고 그대로 넘겨 주십시오.",
  },
  compatibility_schools_differ: {
    message: "두 분석이 따른 유파가 다릅니다. {option} 값이 첫째는 {a}, 둘째는 {b}입니다.",
    hint: "두 명식을 같은 {option} 값으로 분석해 주십시오.",
  },
  weights_malformed: {
    message: "가중치가 일반 객체가 아닙니다.",
    hint: "{ dayStems: 20, stars: 0 }처럼 지정해 주십시오. 적지 않은 영역에는 기본값을 씁니다.",
  },
  weight_out_of_range: {
    message: "가중치는 0에서 {max} 사이의 정수여야 합니다.",
    hint: "비율만 결과에 영향을 줍니다. 0.25와 0.5라면 25와 50으로 적어 주십시오.",
  },
  weights_all_zero: {
    message: "모든 가중치가 0이라 점수를 매길 수 없습니다.",
    hint: "한 영역 이상에 0보다 큰 가중치를 지정해 주십시오.",
  },
  score_person_malformed: {
    message: "이 사람의 값이 범위 안의 정수 다섯 개가 아닙니다.",
    hint: "연·월·일의 간지 번호 0–59, 시의 간지 번호 또는 -1, 용신 오행 0–4 또는 -1을 차례로 넣어 주십시오.",
  },
  score_tables_malformed: {
    message: "궁합 점수를 내는 표가 아닙니다.",
    hint: "scoreTables()의 결과를 고치지 말고 그대로 넣어 주십시오.",
  },
  chart_malformed: {
    message: "명식이 아닙니다. 이 필드가 없거나 형식이 다르거나 다른 필드와 어긋납니다.",
    hint: "`chart`나 saju/pillars 큐브가 준 명식을 고치지 말고 그대로 넣어 주십시오.",
  },
  priority_malformed: {
    message: "우선순위가 방법의 목록이 아닙니다.",
    hint: "다음 가운데 전부 또는 일부를 목록으로 적어 주십시오: {choices}",
  },
  priority_repeated: {
    message: "우선순위에 {method} 방법이 두 번 있습니다.",
    hint: "방법은 한 번씩만 적어 주십시오.",
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
  longitude_far_from_zone: {
    message: "이 경도의 평균 태양시가 시간대의 표준시와 {hours}시간 다릅니다(음수이면 늦음).",
    hint: "경도의 부호(동경은 양수, 서경은 음수)와 시간대를 확인해 주십시오.",
  },
  out_of_tested_range: {
    message: "명식을 검증한 {min}년~{max}년을 벗어난 출생입니다.",
    hint: "절기는 초 단위까지 맞지만, 그 시대의 시계와 달력은 복원하거나 예측한 것이니 참고하여 보십시오.",
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
  luck_from_noon: {
    message: "태어난 시각을 몰라 그날 정오를 기준으로 대운을 계산했습니다.",
    hint: "그날이 시작될 때 태어났다면 대운수는 {first}, 끝날 때라면 {last}입니다. 날짜는 두 달까지 다를 수 있습니다.",
  },
  near_new_year: {
    message: "기록된 시각이 음력설이 시작되는 자정에서 {seconds}초 떨어져 있습니다(음수면 이미 지남).",
    hint: "연주가 여기서 바뀝니다. 대안 명식을 함께 보고 기록된 시각을 확인해 주십시오.",
  },
  lunar_month_uncertain: {
    message:
      "{first}에 시작하는 것으로 계산한 음력 달은 하루 이르거나 늦을 수 있습니다. 합삭 시각이 자정에 가깝습니다.",
    hint: "그해의 역서가 발표되면 대조해 주십시오.",
  },
  proleptic_gregorian: {
    message: "1582년 10월 15일 이전의 날짜이지만 그레고리력을 그대로 거슬러 적용했습니다.",
    hint: "옛 유럽 기록은 율리우스력이므로 먼저 그레고리력으로 바꾸어 주십시오.",
  },
  render_options_malformed: {
    message: "표시 옵션이나 그 안의 이 항목이 정해진 형식이 아닙니다.",
    hint: '{ lang: "ko", detail: "full", name: "홍길동" }처럼 지정해 주십시오.',
  },
  render_width_out_of_range: {
    message: "너비는 {min}에서 {max} 사이의 정수여야 합니다.",
    hint: "그림은 사용자 단위로, 글은 글자 칸 수로 셉니다.",
  },
  luck_needs_sex: {
    message: "출생 정보에 성별이 없어 대운을 세울 수 없습니다.",
    hint: "birth.sex를 male 또는 female로 지정해 주십시오. 성별에 따라 대운이 순행하거나 역행합니다.",
  },
  luck_needs_hour: {
    message: "소운은 시주에서 세는데 태어난 시각을 모릅니다.",
    hint: "birth.time을 지정해 주십시오. 명식의 후보마다 그 시각을 하나씩 넣어 볼 수도 있습니다.",
  },
  luck_range_malformed: {
    message: "범위가 from과 to를 담은 객체가 아닙니다.",
    hint: '해는 { from: 2026, to: 2035 }, 날은 { from: "2026-01-01", to: "2026-01-31" }처럼 지정해 주십시오.',
  },
  luck_range_reversed: {
    message: "범위의 끝이 시작보다 앞섭니다.",
    hint: "앞선 쪽을 from으로 지정해 주십시오. 양 끝을 모두 포함합니다.",
  },
  luck_range_too_long: {
    message: "범위의 항목이 {count}개입니다. 한 번에 {max}개까지 구할 수 있습니다.",
    hint: "범위를 나누어 차례로 구해 주십시오.",
  },
}
