/** Korean cities by the longitude of their city hall, degrees east. */
export const places = [
  { id: "seoul", ko: "서울", en: "Seoul", longitudeDeg: 126.978 },
  { id: "incheon", ko: "인천", en: "Incheon", longitudeDeg: 126.705 },
  { id: "suwon", ko: "수원", en: "Suwon", longitudeDeg: 127.029 },
  { id: "chuncheon", ko: "춘천", en: "Chuncheon", longitudeDeg: 127.73 },
  { id: "gangneung", ko: "강릉", en: "Gangneung", longitudeDeg: 128.876 },
  { id: "cheongju", ko: "청주", en: "Cheongju", longitudeDeg: 127.489 },
  { id: "daejeon", ko: "대전", en: "Daejeon", longitudeDeg: 127.385 },
  { id: "jeonju", ko: "전주", en: "Jeonju", longitudeDeg: 127.148 },
  { id: "gwangju", ko: "광주", en: "Gwangju", longitudeDeg: 126.852 },
  { id: "mokpo", ko: "목포", en: "Mokpo", longitudeDeg: 126.392 },
  { id: "andong", ko: "안동", en: "Andong", longitudeDeg: 128.73 },
  { id: "daegu", ko: "대구", en: "Daegu", longitudeDeg: 128.601 },
  { id: "pohang", ko: "포항", en: "Pohang", longitudeDeg: 129.343 },
  { id: "ulsan", ko: "울산", en: "Ulsan", longitudeDeg: 129.311 },
  { id: "changwon", ko: "창원", en: "Changwon", longitudeDeg: 128.681 },
  { id: "busan", ko: "부산", en: "Busan", longitudeDeg: 129.075 },
  { id: "jeju", ko: "제주", en: "Jeju", longitudeDeg: 126.531 },
] as const

/** A city of the list, or none given ("unknown"), or a longitude typed in ("other"). */
export type PlaceId = (typeof places)[number]["id"] | "unknown" | "other"
