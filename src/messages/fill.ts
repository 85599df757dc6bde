/** Replaces `{name}` by the parameter of that name: text and numbers as they are, lists joined by ", ". */
export function fill(template: string, params: { readonly [name: string]: unknown }): string {
  // Most hints name nothing.
  if (!template.includes("{")) return template
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? show(params[name]) : whole,
  )
}

function show(value: unknown): string {
  if (typeof value === "string") return value
  if (Array.isArray(value)) return value.map(show).join(", ")
  // An error among the parameters of another: `{problem}` becomes its message.
  const said = (value as Partial<Said> | null | undefined)?.message
  return typeof said === "string" ? said : (JSON.stringify(value) ?? "")
}

/** An error or issue, as far as its words go. */
export interface Said {
  readonly code: string
  readonly params: { readonly [name: string]: unknown }
  readonly message: string
  readonly hint: string
}

/** Parameters with the errors among them said in another language. */
function translate(
  params: { readonly [name: string]: unknown },
  format: (said: Said) => { readonly message: string },
): { readonly [name: string]: unknown } {
  const one = (value: unknown): unknown => {
    const { code, params: inner, message, hint } = (value ?? {}) as { readonly [key: string]: unknown }
    const texts = [code, message, hint].every((text) => typeof text === "string")
    return texts && typeof inner === "object" && inner !== null
      ? { ...(value as Said), ...format(value as Said) }
      : value
  }
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, one(value)]))
}

/** What a language says for an error or issue; codes that are not in its texts keep the words they came with. */
export function formatFrom(
  texts: { readonly [code: string]: { readonly message: string; readonly hint: string } },
  of: Said,
): { message: string; hint: string } {
  const text = Object.hasOwn(texts, of.code) ? texts[of.code] : undefined
  if (text === undefined) return { message: of.message, hint: of.hint }
  const params = translate(of.params, (said) => formatFrom(texts, said))
  return { message: fill(text.message, params), hint: fill(text.hint, params) }
}
