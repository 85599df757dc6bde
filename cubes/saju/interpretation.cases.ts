import { defineCases } from "cubular/contract"
import type { output } from "zod"
import { analyze, chart, yearLuck } from "./engine/index.ts"
import interpretation from "./interpretation.ts"
import type { sajuAnalysis } from "./ports/analysis.ts"
import type { sajuChart } from "./ports/chart.ts"
import type { years } from "./ports/luck.ts"

/** Something as a wire brings it. */
const wired = <Value>(value: unknown): Value => JSON.parse(JSON.stringify(value))

const spring = chart({ date: "1990-05-01", time: "14:30", sex: "female" }, { now: "2026-11-21T00:00:00Z" })
const springAnalysis = wired<output<typeof sajuAnalysis>>(analyze(spring))
const unknown = chart({ date: "1972-07-15", time: null })
const unknownAnalysis = wired<output<typeof sajuAnalysis>>(analyze(unknown))

export default defineCases(interpretation, [
  {
    title: { en: "a spring birth, its decade and a year, in Korean", ko: "봄날의 출생과 지금의 대운, 한 해의 운" },
    inputs: {
      analysis: springAnalysis,
      chart: wired<output<typeof sajuChart>>(spring),
      years: wired<output<typeof years>>(yearLuck(spring, { from: 2027, to: 2027 })),
    },
    outputs: {
      reading: {
        lang: "ko",
        sections: [
          {
            id: "person",
            title: "타고난 사람",
            sentences: [
              {
                text: "나를 나타내는 일간 병화(丙火)는 하늘 한가운데의 해입니다. 누구에게나 고루 비치려 하고 숨기는 일을 어려워해서, 들어서는 자리마다 온도가 조금 올라갑니다.",
                rule: "dayStem.byeong",
                facts: {
                  dayStem: 2,
                },
              },
              {
                text: "해도 날마다 집니다. 환하게 쓴 만큼 쉬는 밤을 일과에 넣어 두면 밝음이 오래갑니다.",
                rule: "dayStem.byeong.way",
                facts: {
                  dayStem: 2,
                },
              },
              {
                text: "태어난 달은 진월(辰月), 봄비가 논을 적시는 늦봄입니다. 젖은 흙 속에 여러 기운이 섞여 있어 가능성이 많고, 속을 한마디로 말하기 어렵습니다.",
                rule: "month.jin",
                facts: {
                  monthBranch: 4,
                },
              },
              {
                text: "나의 불이 달의 흙을 낳으니 계절을 길러 내느라 힘을 내어 주는 자리입니다. 내놓는 만큼 채우는 시간도 챙길 만합니다.",
                rule: "season.feeding",
                facts: {
                  seasonBranch: 4,
                  element: "fire",
                  monthElement: "earth",
                },
              },
              {
                text: "열두 운성으로는 장생(長生)에 앉았습니다. 갓 태어난 아이의 맑은 기운이라, 새로 배우는 일 앞에서 얼굴이 밝아집니다.",
                rule: "dayStage.jangsaeng",
                facts: {
                  branch: 2,
                  stage: 0,
                },
              },
            ],
          },
          {
            id: "balance",
            title: "힘과 균형",
            sentences: [
              {
                text: "일간의 편이 40%, 조금 모자란 듯하면서도 거의 고른 중화신약입니다. 나서고 물러서는 폭을 스스로 조절할 여지가 넓습니다.",
                rule: "strength.level.3",
                facts: {
                  method: "hiddenStems",
                  share: 3969,
                  verdict: "neutral",
                },
              },
              {
                text: "어느 한쪽으로 크게 기울지 않았으니, 무엇을 더할지보다 지금의 고름을 무엇이 흔드는지 살피는 편이 낫습니다.",
                rule: "strength.neutral",
                facts: {
                  verdict: "neutral",
                },
              },
              {
                text: "다섯 기운 가운데 흙이 36%로 가장 두텁습니다. 맡고 중재하고 쌓아 두는 데 능하며, 바꾸기 전에 한 번 더 밟아 봅니다.",
                rule: "elements.most.earth",
                facts: {
                  element: "earth",
                  share: 3551,
                },
              },
              {
                text: "여덟 글자 겉에 물이 없습니다. 쉬는 것도 계획이 있어야 찾아오는 편이니, 비워 둔 시간을 약속처럼 지켜 볼 만합니다.",
                rule: "elements.missing.water",
                facts: {
                  element: "water",
                  characters: 8,
                },
              },
            ],
          },
          {
            id: "usefulGod",
            title: "나를 돕는 기운",
            sentences: [
              {
                text: "이 사주를 고르게 해 줄 기운, 곧 용신은 나무입니다. 내어놓는 힘인 식상이 커서 일간이 지치기 쉬우니, 안을 다시 채우는 인성을 찾았습니다.",
                rule: "useful.balance.weakByOutput",
                facts: {
                  method: "balance",
                  share: 3969,
                  element: "wood",
                },
              },
              {
                text: "그 나무는 이미 글자로 드러나 있으니, 멀리서 구하기보다 가진 것을 알아보고 쓰면 됩니다.",
                rule: "useful.present",
                facts: {
                  element: "wood",
                  shown: 2,
                  hidden: 3,
                },
              },
              {
                text: "나무를 산다는 것은 무언가를 기르는 일입니다. 아침, 책, 화분, 새로 배우는 기술처럼 조금씩 자라는 것을 곁에 두면 숨이 트입니다.",
                rule: "useful.live.wood",
                facts: {
                  element: "wood",
                },
              },
              {
                text: "용신을 찾는 다른 방법은 물을 꼽기도 합니다. 유파마다 답이 갈리는 대목이니 하나의 관점으로 읽어 주십시오.",
                rule: "useful.others",
                facts: {
                  elements: "water",
                },
              },
            ],
          },
          {
            id: "roles",
            title: "타고난 쓰임",
            sentences: [
              {
                text: "격국은 정인격(正印格)입니다. 배우고 지키고 전하는 일에서 가장 자연스럽게 빛납니다. 월지 진(辰)에 남은 여기 을목(乙木)이 시주 천간에 드러나 격을 이룬다고, 이 유파는 읽습니다.",
                rule: "structure.revealed.residual",
                facts: {
                  structure: 7,
                  stem: 1,
                  branch: 4,
                  god: 9,
                  pillar: "hour",
                },
              },
              {
                text: "연주 천간의 편재(偏財)는 격과 결이 달라, 둘을 한 사람 안에 살게 하는 궁리가 필요합니다.",
                rule: "structure.fact.breakerShown",
                facts: {
                  god: 4,
                  stem: 6,
                  pillar: "year",
                },
              },
              {
                text: "십신 가운데 식상이 두드러집니다. 머릿속에 있는 것을 밖으로 꺼내 보아야 직성이 풀리고, 그 과정에서 자기를 알게 됩니다.",
                rule: "tenGods.most.output",
                facts: {
                  group: "output",
                },
              },
            ],
          },
          {
            id: "relations",
            title: "기둥 사이의 이야기",
            sentences: [
              {
                text: "월간과 시간(時干)이 을경합(乙庚合)으로 손을 잡습니다. 마음이 끌리는 쪽이 분명해서, 뜻이 맞는 상대를 만나면 제 고집도 기꺼이 내려놓습니다. 지금 맡은 일과 앞으로 이루고 싶은 일 사이에서 느껴집니다. 두 기둥이 떨어져 있어 그 힘은 누그러집니다.",
                rule: "relations.stemCombination.monthHour",
                facts: {
                  pillars: "month,hour",
                  characters: "6,1",
                  distance: 2,
                },
              },
              {
                text: "연지와 일지가 인오반합(寅午半合)으로 불을 부릅니다. 아직 반쪽이지만, 운에서 나머지 글자가 오면 제 모양을 갖춥니다. 물려받은 것과 나 자신 사이의 이야기입니다.",
                rule: "relations.halfCombination.yearDay",
                facts: {
                  pillars: "year,day",
                  characters: "6,2",
                  distance: 2,
                },
              },
            ],
          },
          {
            id: "stars",
            title: "별과 빈자리",
            sentences: [
              {
                text: "홍염이 일주에 있어 은근한 매력이 있다고 봅니다. 꾸미지 않은 다정함이 먼저 닿습니다.",
                rule: "stars.hongyeom",
                facts: {
                  pillars: "day",
                },
              },
              {
                text: "연주의 양인은 칼날 같은 집중력입니다. 아껴 쓰면 결단이 되고 함부로 쓰면 상처가 된다고 옛사람은 말했습니다.",
                rule: "stars.yangin",
                facts: {
                  pillars: "year",
                },
              },
            ],
          },
          {
            id: "luck",
            title: "흐르는 시간",
            sentences: [
              {
                text: "지금은 만 29세 무렵인 2019년 1월부터 열 해를 맡은 정축(丁丑) 대운입니다. 천간의 겁재(劫財)가 앞에 서니, 누구와 나란히 걸을지가 화두가 됩니다.",
                rule: "luck.decade.peer",
                facts: {
                  ganji: 13,
                  age: 29,
                  start: "2019-01",
                  tenGod: 1,
                },
              },
              {
                text: "지지의 흙은 용신을 누르는 기운을 거드는 구신입니다. 벌이기보다 정돈하며 가는 편이 마음 편합니다.",
                rule: "luck.decade.hostile",
                facts: {
                  ganji: 13,
                  element: "earth",
                },
              },
              {
                text: "2027년 정미(丁未)는 겁재의 해입니다. 겨루는 마음이 커지고 씀씀이도 커지기 쉬우니, 함께 이기는 자리를 고르는 눈이 필요합니다.",
                rule: "luck.year.geopjae",
                facts: {
                  year: 2027,
                  ganji: 43,
                  tenGod: 1,
                },
              },
            ],
          },
          {
            id: "limits",
            title: "알아 둘 것",
            sentences: [
              {
                text: "사주는 길을 정해 주는 지도가 아니라 발밑을 비추는 등불에 가깝습니다. 걷는 쪽은 언제나 사람입니다.",
                rule: "closing.fire",
                facts: {
                  element: "fire",
                },
              },
            ],
          },
        ],
      },
    },
  },
  {
    title: { en: "an unknown hour, in English", ko: "시를 모르는 출생, 영어로" },
    config: { lang: "en" },
    inputs: { analysis: unknownAnalysis, chart: wired<output<typeof sajuChart>>(unknown) },
    outputs: {
      reading: {
        lang: "en",
        sections: [
          {
            id: "person",
            title: "The person",
            sentences: [
              {
                text: "Your day stem is Jeong (丁), Yin Fire: a candle, a hearth. It does not dazzle from afar, but it warms one place thoroughly, and those who sit close are the first to know.",
                rule: "dayStem.jeong",
                facts: {
                  dayStem: 3,
                },
              },
              {
                text: "A small flame needs a wick. With one thing clearly chosen to burn for, sensitivity stops flickering and becomes concentration.",
                rule: "dayStem.jeong.way",
                facts: {
                  dayStem: 3,
                },
              },
              {
                text: "You were born in the Goat month, late summer, when heat has sunk into the soil. Dry ground is getting ready for autumn there: ardour and endurance side by side.",
                rule: "month.mi",
                facts: {
                  monthBranch: 7,
                },
              },
              {
                text: "Your fire feeds the month's earth: you are in a giving position, and time to refill belongs in the bargain.",
                rule: "season.feeding",
                facts: {
                  seasonBranch: 7,
                  element: "fire",
                  monthElement: "earth",
                },
              },
              {
                text: "Among the twelve stages the day stem sits on Coming of Age, a youth with his first hat: proud, and resolved to be worth it.",
                rule: "dayStage.gwandae",
                facts: {
                  branch: 7,
                  stage: 2,
                },
              },
            ],
          },
          {
            id: "balance",
            title: "Strength and balance",
            sentences: [
              {
                text: "The day stem's side comes to 43%, a shade under the middle (balanced to weak). There is wide room to choose when to step forward and when to hold back.",
                rule: "strength.level.3",
                facts: {
                  method: "hiddenStems",
                  share: 4251,
                  verdict: "neutral",
                },
              },
              {
                text: "Nothing leans far to either side, so it is less a matter of adding something than of noticing what disturbs the balance there already is.",
                rule: "strength.neutral",
                facts: {
                  verdict: "neutral",
                },
              },
              {
                text: "Of the four ways of measuring strength, only two agree with this verdict. Schools differ at this point, and it is best read without insistence.",
                rule: "strength.disagree",
                facts: {
                  count: 2,
                  of: 4,
                },
              },
              {
                text: "Of the five elements earth lies deepest, at 41%: good at holding, mediating and storing up, and apt to test the ground once more before changing it.",
                rule: "elements.most.earth",
                facts: {
                  element: "earth",
                  share: 4057,
                },
              },
              {
                text: "None of the six characters is metal. Endings come slowly rather than badly, and writing the closing date down beforehand takes a weight off.",
                rule: "elements.missing.metal",
                facts: {
                  element: "metal",
                  characters: 6,
                },
              },
            ],
          },
          {
            id: "usefulGod",
            title: "What helps",
            sentences: [
              {
                text: "The useful god, the element that would steady this chart, is wood. So much goes out through output that the day stem tires, and resource is called upon to fill it again.",
                rule: "useful.balance.weakByOutput",
                facts: {
                  method: "balance",
                  share: 4251,
                  element: "wood",
                },
              },
              {
                text: "That element is hidden inside a branch: a strength one forgets on ordinary days and finds again when it is wanted.",
                rule: "useful.hidden",
                facts: {
                  element: "wood",
                  shown: 0,
                  hidden: 2,
                },
              },
              {
                text: "To live wood is to raise something. Mornings, books, a plant on the sill, a craft you are still learning: keep near you what grows a little at a time.",
                rule: "useful.live.wood",
                facts: {
                  element: "wood",
                },
              },
              {
                text: "Other ways of looking for the useful god arrive at metal. Schools part company here, so take this as one point of view.",
                rule: "useful.others",
                facts: {
                  elements: "metal",
                },
              },
            ],
          },
          {
            id: "roles",
            title: "What one is made for",
            sentences: [
              {
                text: "The structure of the chart is called Eating God: life takes its shape from patiently raising what one likes to do. Nothing in the month branch Goat (未) that could name a structure shows above, so its chief stem, Yin Earth (己), was taken as it is.",
                rule: "structure.revealed.hidden",
                facts: {
                  structure: 0,
                  stem: 5,
                  branch: 7,
                  god: 2,
                },
              },
              {
                text: "Among the ten gods, output stands out. What is in the head wants to be made, said or shown, and you find out who you are on the way.",
                rule: "tenGods.most.output",
                facts: {
                  group: "output",
                },
              },
              {
                text: "Resource does not show: you try first and read the instructions afterwards. One person to ask shortens the road.",
                rule: "tenGods.missing.resource",
                facts: {
                  group: "resource",
                },
              },
            ],
          },
          {
            id: "relations",
            title: "Between the pillars",
            sentences: [
              {
                text: "The year and day stems join hands in a Yin Fire–Yang Water combination. Attraction is plain here, and before a kindred mind stubbornness is gladly laid aside. The story there is one between what was inherited and who one is. The pillars stand apart, which softens it.",
                rule: "relations.stemCombination.yearDay",
                facts: {
                  pillars: "year,day",
                  characters: "8,3",
                  distance: 2,
                },
              },
              {
                text: "Between the year and day branches hangs a Rat–Goat resentment, the odd bond of being annoyed and still caring. At the right distance it deepens into understanding.",
                rule: "relations.resentment.yearDay",
                facts: {
                  pillars: "year,day",
                  characters: "0,7",
                  distance: 2,
                },
              },
            ],
          },
          {
            id: "stars",
            title: "Stars and empty places",
            sentences: [
              {
                text: "The Canopy, a carriage roofed with flowers, is the star of art and contemplation. In the month and day pillars, it sees to it that solitude is never empty.",
                rule: "stars.hwagae",
                facts: {
                  pillars: "month,day",
                },
              },
              {
                text: "The Blade in the month and day pillars is concentration with an edge: decision when it is kept for use, the ancients said, and a wound when it is waved about.",
                rule: "stars.yangin",
                facts: {
                  pillars: "month,day",
                },
              },
            ],
          },
          {
            id: "limits",
            title: "To keep in mind",
            sentences: [
              {
                text: "The hour of birth is unknown, so the fourth pillar was left empty and six characters were read. Late years, children and the verdict on strength may look different once it is found.",
                rule: "hour.unknown",
                facts: {},
              },
              {
                text: "Of the 14 charts that day could hold, 7 come out balanced and 7 weak.",
                rule: "hour.distribution",
                facts: {
                  candidates: 14,
                  strong: 0,
                  neutral: 7,
                  weak: 7,
                },
              },
              {
                text: "Saju is less a map with the route drawn in than a lamp held near the feet. The walking is done by people.",
                rule: "closing.fire",
                facts: {
                  element: "fire",
                },
              },
            ],
          },
        ],
      },
    },
  },
  {
    title: { en: "a language there is none of is refused", ko: "없는 언어는 거절" },
    inputs: { analysis: unknownAnalysis, lang: "fr" },
    error: "inputs_refused",
  },
  {
    title: { en: "half an analysis is refused", ko: "반쪽짜리 분석은 거절" },
    inputs: { analysis: { dayStem: 2 } },
    error: "inputs_refused",
  },
])
