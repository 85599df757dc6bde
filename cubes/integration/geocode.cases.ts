import { defineCases } from "cubular/contract"
import geocode from "./geocode.ts"

const seoul = {
  name: "서울",
  region: null,
  country: "KR",
  longitudeDeg: 126.978,
  latitudeDeg: 37.566,
  timeZone: "Asia/Seoul",
}
const gwangju = { ...seoul, name: "광주", longitudeDeg: 126.916, latitudeDeg: 35.155 }
const gwangjuGyeonggi = { ...seoul, name: "광주", region: "경기", longitudeDeg: 127.257, latitudeDeg: 37.41 }

export default defineCases(geocode, [
  {
    title: { en: "a city by its short name", ko: "짧은 이름" },
    inputs: { name: "서울" },
    outputs: { place: seoul, candidates: [seoul] },
  },
  {
    title: { en: "the same by an address", ko: "주소" },
    inputs: { name: "서울특별시 종로구 세종대로 209" },
    outputs: { place: seoul, candidates: [seoul] },
  },
  {
    title: { en: "a capital, in English", ko: "영어 이름" },
    config: { lang: "en" },
    inputs: { name: "são tomé, São Tomé & Príncipe" },
    outputs: {
      place: {
        name: "São Tomé",
        region: null,
        country: "ST",
        longitudeDeg: 6.727,
        latitudeDeg: 0.337,
        timeZone: "Africa/Sao_Tome",
      },
      candidates: [
        {
          name: "São Tomé",
          region: null,
          country: "ST",
          longitudeDeg: 6.727,
          latitudeDeg: 0.337,
          timeZone: "Africa/Sao_Tome",
        },
      ],
    },
  },
  {
    title: { en: "the larger of two is meant, the other is a candidate", ko: "같은 이름이면 큰 쪽" },
    inputs: { name: "광주" },
    outputs: { place: gwangju, candidates: [gwangju, gwangjuGyeonggi] },
  },
  {
    title: { en: "the smaller one by its province", ko: "도를 붙여 작은 쪽" },
    inputs: { name: "경기도 광주시" },
    outputs: { place: gwangjuGyeonggi, candidates: [gwangjuGyeonggi] },
  },
  {
    title: { en: "two counties of one name", ko: "이름이 같은 두 군" },
    inputs: { name: "고성" },
    error: "place_ambiguous",
  },
  {
    title: { en: "a village that is not in the list", ko: "목록에 없는 마을" },
    inputs: { name: "삼랑진" },
    error: "place_unknown",
  },
  {
    title: { en: "the same asked of the service", ko: "서비스에 물어본 마을" },
    config: { online: true, lang: "en" },
    inputs: { name: "Samnangjin" },
    replies: {
      "GET https://geocoding-api.open-meteo.com/v1/search?name=Samnangjin&count=10&language=en&format=json": {
        body: {
          results: [
            {
              name: "Samnangjin",
              latitude: 35.4,
              longitude: 128.84,
              timezone: "Asia/Seoul",
              country_code: "KR",
              admin1: "Gyeongsangnam-do",
            },
          ],
        },
      },
    },
    outputs: {
      place: {
        name: "Samnangjin",
        region: "Gyeongsangnam-do",
        country: "KR",
        longitudeDeg: 128.84,
        latitudeDeg: 35.4,
        timeZone: "Asia/Seoul",
      },
      candidates: [
        {
          name: "Samnangjin",
          region: "Gyeongsangnam-do",
          country: "KR",
          longitudeDeg: 128.84,
          latitudeDeg: 35.4,
          timeZone: "Asia/Seoul",
        },
      ],
    },
  },
])
