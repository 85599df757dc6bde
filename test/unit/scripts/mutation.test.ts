import { describe, expect, test } from "vitest"
import { type Explanation, resultsOf, staleOf, survivorsOf } from "../../../scripts/mutation/report.ts"
import { tableOf } from "../../../scripts/mutation/table.ts"

const mutant = (line: number, status: string, replacement = "true") => ({
  mutatorName: "ConditionalExpression",
  replacement,
  status,
  location: { start: { line, column: 5 } },
})
const report = {
  files: {
    "src/a.ts": {
      source: "one\n  if (two)\nthree",
      mutants: [
        mutant(1, "Killed"),
        mutant(1, "Timeout"),
        mutant(2, "Survived", "if (\n  no)"),
        mutant(3, "NoCoverage"),
        mutant(3, "Ignored"),
        mutant(3, "RuntimeError"),
      ],
    },
  },
}
const explanation: Explanation = {
  file: "src/a.ts",
  line: 2,
  column: 5,
  mutator: "ConditionalExpression",
  replacement: "if ( no)",
  reason: "The same a | b.",
}

describe("a report of mutants", () => {
  test("is counted: what times out is killed, what no test reaches survives", () => {
    expect(resultsOf(report)).toEqual({ "src/a.ts": { mutants: 4, killed: 2, survived: 2, notTried: 1 } })
  })

  test("names the survivors nobody explained", () => {
    expect(survivorsOf(report, [])).toHaveLength(2)
    expect(survivorsOf(report, [])[0]).toBe("src/a.ts:2:5 ConditionalExpression => if ( no) in: if (two)")
    expect(survivorsOf(report, [explanation])).toEqual(["src/a.ts:3:5 ConditionalExpression => true in: three"])
  })

  test("finds explanations of what did not survive, in the files that were looked at", () => {
    expect(staleOf(report, [explanation, { ...explanation, file: "src/b.ts" }])).toEqual([])
    for (const moved of [{ line: 1 }, { column: 6 }, { mutator: "BlockStatement" }, { replacement: "no" }])
      expect(staleOf(report, [{ ...explanation, ...moved }])).toHaveLength(1)
  })

  test("becomes a table by groups, with the reasons", () => {
    const { text, scores } = tableOf({ some: ["src/a.ts", "src/b.ts"], none: [] }, resultsOf(report), [explanation])
    expect(scores).toEqual([{ group: "some", score: 50 }])
    expect(text).toContain("| **some**, 1 of 2 files | 4 | 2 | 2 | 1 | 1 | 50.0 % |\n| `src/a.ts` | 4 |")
    expect(text).toContain("| `src/a.ts:2` | `if ( no)` | The same a \\| b. |")
  })
})
