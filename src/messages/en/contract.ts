export const cube_id_malformed = {
  code: "cube_id_malformed",
  message: "The cube id {id} is not family/name.",
  hint: "Write it like text/upper: lower-case letters, digits and -.",
} as const

export const cube_version_malformed = {
  code: "cube_version_malformed",
  message: "The version {version} is not three numbers.",
  hint: "Write it like 1.0.0.",
} as const

export const cube_field_malformed = {
  code: "cube_field_malformed",
  message: "{field} must be {takes}.",
  hint: "TypeScript shows the same at the same place of the definition.",
} as const

export const port_name_malformed = {
  code: "port_name_malformed",
  message: "The port name {name} cannot be used.",
  hint: "Begin with a lower-case letter, go on with letters, digits and -.",
} as const

export const topic_malformed = {
  code: "topic_malformed",
  message: "The topic {name} cannot be used.",
  hint: "Begin with a letter, go on with letters, digits and . _ / : -, up to 128 in all, as in order.placed.",
} as const

export const publish_without_write = {
  code: "publish_without_write",
  message: "A cube that publishes changes the world, and its effect is {effect}.",
  hint: 'Write effect: "write".',
} as const

export const need_unknown = {
  code: "need_unknown",
  message: "No host offers {need}.",
  hint: "Needs are {known}.",
} as const

export const effect_missing = {
  code: "effect_missing",
  message: "The cube needs {needs} and does not say its effect.",
  hint: 'Add effect: "pure", "read" or "write". It decides what may be cached and retried.',
} as const

export const schema_changes_values = {
  code: "schema_changes_values",
  message: "A schema with {kind} changes values; here it may only describe them.",
  hint: "Describe the value as it travels and convert it in process.",
} as const

export const schema_strips_keys = {
  code: "schema_strips_keys",
  message: "z.object() removes unknown members; here a schema may only describe values.",
  hint: "Use z.strictObject() or z.looseObject().",
} as const

export const schema_not_a_value = {
  code: "schema_not_a_value",
  message: "No wire carries a {kind}.",
  hint: "Use JSON, bytes() or other arrays of cubular/contract; write dates as text.",
} as const

export const schema_custom = {
  code: "schema_custom",
  message: "A custom schema says nothing a manifest can hold.",
  hint: "Use zod's own types and .refine(); for arrays bytes(), float64() ….",
} as const

export const schema_default_misplaced = {
  code: "schema_default_misplaced",
  message: "A default stands at the top of an input or in config, nowhere else.",
  hint: "Move .default() there, or use .optional().",
} as const

export const schema_default_refused = {
  code: "schema_default_refused",
  message: "The schema refuses its own default.",
  hint: "Give a default that passes the schema in front of it.",
} as const

export const schema_not_portable = {
  code: "schema_not_portable",
  message: "A pattern with \\p matches differently from host to host.",
  hint: "List the characters or ranges: [가-힣].",
} as const

export const stream_misplaced = {
  code: "stream_misplaced",
  message: "A stream is a whole input or output, and nothing inside one.",
  hint: "Let the port itself be stream(schema), without optional() or a default; in a config or a message give a list.",
} as const

export const secret_misplaced = {
  code: "secret_misplaced",
  message: "A secret stands only in config.",
  hint: "Move secret() to config: what ports carry is recorded.",
} as const

export const value_kind_refused = {
  code: "value_kind_refused",
  message: "No wire carries a {kind}.",
  hint: "Give JSON or numeric arrays; copy a Buffer with new Uint8Array(buffer).",
} as const

export const value_not_finite = {
  code: "value_not_finite",
  message: "No wire carries NaN or infinity.",
  hint: "Give null, or leave the member out.",
} as const

export const value_text_malformed = {
  code: "value_text_malformed",
  message: "The text holds half a surrogate pair.",
  hint: "Cut text between characters, not inside one.",
} as const

export const value_cycle = {
  code: "value_cycle",
  message: "The value contains itself.",
  hint: "Refer to parts by id or index.",
} as const

export const value_too_deep = {
  code: "value_too_deep",
  message: "The value is nested deeper than {max} levels.",
  hint: "Flatten it to a list of parts.",
} as const

export const value_too_large = {
  code: "value_too_large",
  message: "The value has more than {max} parts.",
  hint: "Send numbers as a typed array, or split it.",
} as const

export const value_unreadable = {
  code: "value_unreadable",
  message: "Reading the value threw.",
  hint: "Give plain objects and lists, without getters and proxies.",
} as const

export const value_memory_shared = {
  code: "value_memory_shared",
  message: "The array looks into shared or WebAssembly memory.",
  hint: "Copy it: array.slice().",
} as const

export const bytes_malformed = {
  code: "bytes_malformed",
  message: "$bytes takes a kind and base64 of whole elements.",
  hint: 'For example {"$bytes":["u8","AQID"]}; kinds are u8 i8 u16 i16 u32 i32 f32 f64.',
} as const

export const json_key_reserved = {
  code: "json_key_reserved",
  message: "Names that begin with one $ are reserved.",
  hint: "Write $$ for a $ at the beginning.",
} as const
