import "cubular/saju/zones"
import { pillars } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { findPlaces } from "../../../cubes/integration/places/find.ts"
import { listPlaces } from "../../../cubes/integration/places/list.ts"
import { spell } from "../../../cubes/integration/places/spelling.ts"

const found = (text: string): string[] =>
  findPlaces(text).map(({ en, regionEn }) => (regionEn ? `${en}, ${regionEn}` : en))

describe("the list of places", () => {
  test("holds Korea's cities and the world's capitals", () => {
    const places = listPlaces()
    expect(places.filter(({ country }) => country === "KR")).toHaveLength(132)
    expect(places.filter(({ country }) => country !== "KR")).toHaveLength(253)
    expect(new Set(places.map(({ country }) => country)).size).toBe(200)
  })

  test("is complete in every row, within the bounds of the earth", () => {
    for (const { ko, en, names, within, longitudeDeg, latitudeDeg, rank } of listPlaces()) {
      expect(ko, en).toMatch(/^[가-힣][가-힣 ]*$/)
      expect(en, ko).toMatch(/^\p{Lu}[\p{L}',. -]+$/u)
      expect(names.size, en).toBeGreaterThan(1)
      expect(within.size, en).toBeGreaterThan(1)
      expect(Math.abs(longitudeDeg), en).toBeLessThanOrEqual(180)
      expect(Math.abs(latitudeDeg), en).toBeLessThanOrEqual(90)
      expect([1, 2, 3], en).toContain(rank)
    }
  })

  test("has Korean places in Korea", () => {
    for (const { en, longitudeDeg, latitudeDeg } of listPlaces().filter(({ country }) => country === "KR")) {
      expect(longitudeDeg, en).toBeGreaterThan(126)
      expect(longitudeDeg, en).toBeLessThan(131)
      expect(latitudeDeg, en).toBeGreaterThan(33)
      expect(latitudeDeg, en).toBeLessThan(38.5)
    }
  })

  test("has only time zones that charts know, and none far from the sun's own time", () => {
    for (const { en, timeZone, longitudeDeg } of listPlaces()) {
      const birth = { date: "2024-01-15", time: "12:00", timeZone, longitudeDeg }
      expect(() => pillars(birth, { clock: "mean" }), `${en} ${timeZone}`).not.toThrow()
      const offset = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(
        new Date("2024-01-15T12:00Z"),
      )
      const [, sign, hours, minutes] =
        /GMT(?:([+-])(\d\d):(\d\d))?/.exec(offset.find(({ type }) => type === "timeZoneName")?.value ?? "") ?? []
      const zoneHours = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) + Number(minutes ?? 0) / 60)
      const apart = Math.abs(((((zoneHours - longitudeDeg / 15 + 36) % 24) + 24) % 24) - 12)
      expect(apart, `${en} ${timeZone}`).toBeLessThan(3.2)
    }
  })

  test("finds every place under each of its names", () => {
    for (const place of listPlaces())
      for (const name of [place.ko, place.en]) expect(findPlaces(name), name).toContain(place)
  })
})

describe("a text", () => {
  test.each([
    ["서울", ["Seoul"]],
    ["서울시", ["Seoul"]],
    ["서울특별시", ["Seoul"]],
    [" 서울 ", ["Seoul"]],
    ["서 울", ["Seoul"]],
    ["Seoul", ["Seoul"]],
    ["SEOUL", ["Seoul"]],
    ["seoul, korea", ["Seoul"]],
    ["Seoul, KR", ["Seoul"]],
    ["서울".normalize("NFD"), ["Seoul"]],
    ["서울특별시 강남구 역삼동 123-4", ["Seoul"]],
    ["대구", ["Daegu"]],
    ["대구광역시 수성구", ["Daegu"]],
    ["부산 해운대구", ["Busan"]],
    ["경기도 수원시 팔달구", ["Suwon, Gyeonggi"]],
    ["경기 수원", ["Suwon, Gyeonggi"]],
    ["수원시", ["Suwon, Gyeonggi"]],
    ["Suwon-si", ["Suwon, Gyeonggi"]],
    ["제주", ["Jeju, Jeju"]],
    ["제주특별자치도 서귀포시", ["Seogwipo, Jeju"]],
    ["강원도 고성군", ["Goseong, Gangwon"]],
    ["고성, 경남", ["Goseong, South Gyeongsang"]],
    ["고성", ["Goseong, Gangwon", "Goseong, South Gyeongsang"]],
    ["Gwangju", ["Gwangju", "Gwangju, Gyeonggi"]],
    ["도쿄", ["Tokyo"]],
    ["동경", ["Tokyo"]],
    ["New York", ["New York City"]],
    ["뉴욕", ["New York City"]],
    ["washington dc", ["Washington"]],
    ["Washington, D.C.", ["Washington"]],
    ["Washington", ["Washington"]],
    ["Washington, USA", ["Washington"]],
    ["Zürich", ["Zurich"]],
    ["Zu\u0308rich", ["Zurich"]],
    ["zurich", ["Zurich"]],
    ["Ho Chi Minh City", ["Ho Chi Minh City"]],
    ["St Petersburg", ["Saint Petersburg"]],
    ["Paris, France", ["Paris"]],
    ["Paris, Texas", []],
    ["평양", ["Pyongyang"]],
    ["산호세", ["San Jose"]],
    ["강남구", []],
    ["구", []],
    [",", []],
    [" ", []],
    ["서울 부산", []],
  ])("%j means %j", (text, names) => {
    expect(found(text)).toEqual(names)
  })

  test("of any shape is answered at once", () => {
    for (const text of ["구 ".repeat(100), ",".repeat(200), "ᄀ".repeat(200), "a".repeat(200), "\ud800", "__proto__"])
      expect(findPlaces(text)).toEqual([])
  })

  test("is spelled alike whatever system stored it", () => {
    for (const text of ["강원특별자치도", "São Paulo", "N'Djamena", "Ñuñoa", "값없는 뷁"])
      expect(spell(text.normalize("NFD"))).toBe(spell(text))
  })
})
