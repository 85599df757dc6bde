import { isCubeError } from "cubular/contract"
import { expect, test } from "vitest"
import { readAnalysisOptions, USEFUL_GOD_METHODS } from "../../../../cubes/saju/engine/analysis/options.ts"

const chartOptions = { hiddenStems: "fixed", stageEarth: "water", twelveStarsBase: "day" } as const
const read = (options: unknown) => readAnalysisOptions(options, chartOptions)

function refusal(options: unknown): string {
  try {
    read(options)
  } catch (error) {
    if (isCubeError(error)) return `${error.code} ${error.path.join("/")}`
  }
  return "accepted"
}

test("defaults are written out, schools of the chart among them", () => {
  expect(read(undefined)).toEqual({
    stageYin: "backward",
    commandingDays: "scaled",
    structure: "revealed",
    strength: "hiddenStems",
    usefulGodPriority: ["follow", "climate", "balance", "mediation", "illness", "structure"],
    nobleOfGeng: "chouWei",
    blade: "afterLok",
    goegang: "korean",
    goran: "five",
    hongyeomOfEul: "wu",
    studyOfWater: "shen",
    hyeonchim: "five",
    starsByYearStem: false,
    hiddenCombinations: false,
    archCombinations: true,
    hemisphere: "north",
    ...chartOptions,
  })
})

test("an option that is undefined is the default, others stay as given", () => {
  const full = read({ strength: "roots", usefulGodPriority: undefined, archCombinations: false, blade: undefined })
  expect(full).toMatchObject({ strength: "roots", archCombinations: false, blade: "afterLok" })
  expect(full.usefulGodPriority).toBe(USEFUL_GOD_METHODS)
  expect(read({ usefulGodPriority: ["climate"] }).usefulGodPriority).toEqual(["climate"])
})

test.each([
  [null, "options_malformed options"],
  [[], "options_malformed options"],
  ["roots", "options_malformed options"],
  [{ strenght: "roots" }, "field_unknown options/strenght"],
  [{ hiddenStems: "fixed" }, "field_unknown options/hiddenStems"],
  [{ constructor: "roots" }, "field_unknown options/constructor"],
  [{ strength: "root" }, "choice_unknown options/strength"],
  [{ strength: null }, "choice_unknown options/strength"],
  [{ archCombinations: 1 }, "choice_unknown options/archCombinations"],
  [{ usefulGodPriority: "climate" }, "priority_malformed options/usefulGodPriority"],
  [{ usefulGodPriority: { length: 1 } }, "priority_malformed options/usefulGodPriority"],
  [{ usefulGodPriority: new Array(7) }, "priority_malformed options/usefulGodPriority"],
  [{ usefulGodPriority: ["climate", "luck"] }, "choice_unknown options/usefulGodPriority/1"],
  [{ usefulGodPriority: new Array(1) }, "choice_unknown options/usefulGodPriority/0"],
  [{ usefulGodPriority: ["climate", "balance", "climate"] }, "priority_repeated options/usefulGodPriority/2"],
])("%o is refused", (options, expected) => {
  expect(refusal(options)).toBe(expected)
})

test("a getter that throws is told from a wrong value", () => {
  const hostile = {
    get blade(): string {
      throw new Error("no")
    },
  }
  expect(refusal(hostile)).toBe("input_unreadable options/blade")
})
