/** Replaces `{name}` by the parameter of that name: text and numbers as they are, lists joined by ", ". */
export function fill(template: string, params: { readonly [name: string]: unknown }): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? show(params[name]) : whole,
  )
}

function show(value: unknown): string {
  if (typeof value === "string") return value
  if (Array.isArray(value)) return value.map(show).join(", ")
  return JSON.stringify(value) ?? ""
}
