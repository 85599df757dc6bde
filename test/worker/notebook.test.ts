import { reset } from "cloudflare:test"
import { exports } from "cloudflare:workers"
import { afterEach, expect, it } from "vitest"

afterEach(() => reset())

/** Requests of their own, as callers send them: what the Worker holds between them is shared by all. */
async function notebook(inputs: object): Promise<{ readonly outputs: { readonly [name: string]: unknown } }> {
  const response = await exports.default.fetch("http://localhost/v1/compositions/saju-notebook/run", {
    method: "POST",
    body: JSON.stringify({ inputs }),
    headers: { "content-type": "application/json" },
  })
  const text = await response.text()
  expect([response.status, text]).toEqual([200, text])
  return JSON.parse(text) as Awaited<ReturnType<typeof notebook>>
}

it("what one request keeps, others find, many at once", async () => {
  const names = ["김하나", "이두리", "박세찬"]
  await Promise.all(
    names.map((name, at) =>
      notebook({
        do: "create",
        entry: { id: `n${at}`, name, memo: "사주 공부", tags: ["가족"], birth: { date: "1990-05-01", time: "14:30" } },
      }),
    ),
  )
  const lists = await Promise.all(names.map(() => notebook({ do: "list" })))
  for (const { outputs } of lists) for (const name of names) expect(JSON.stringify(outputs)).toContain(name)
  const { outputs } = await notebook({ do: "open", key: "n0" })
  expect(JSON.stringify(outputs)).toContain("庚午")
})
