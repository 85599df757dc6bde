export const cube_id_malformed = {
  code: "cube_id_malformed",
  message: "The cube id {id} is not a family and a name.",
  hint: "Write two lower-case words joined by a slash, for example text/upper: letters, digits and -, at most 64 each.",
} as const

export const cube_version_malformed = {
  code: "cube_version_malformed",
  message: "The version {version} is not three numbers.",
  hint: "Write major.minor.patch without leading zeros or suffixes, for example 1.0.0.",
} as const

export const cube_field_malformed = {
  code: "cube_field_malformed",
  message: "The field {field} of the cube definition must be {takes}.",
  hint: "Compare the call of defineCube with its types: TypeScript shows the same mistake at the same place.",
} as const

export const port_name_malformed = {
  code: "port_name_malformed",
  message: "The port name {name} cannot be used.",
  hint: "Begin with a lower-case letter and go on with letters, digits and -, at most 64 characters.",
} as const

export const need_unknown = {
  code: "need_unknown",
  message: "The cube asks for {need}, which no host offers.",
  hint: "Needs are {known}.",
} as const

export const effect_missing = {
  code: "effect_missing",
  message: "The cube asks for {needs} and does not say what effect it has.",
  hint: 'Add effect: "pure" (same inputs, same outputs), "read" or "write": it decides what may be cached, retried and replayed.',
} as const

export const schema_not_zod = {
  code: "schema_not_zod",
  message: "This is not a zod 4 schema.",
  hint: 'Import zod 4 with `import * as z from "zod"` and give a schema made by it or by cubular/contract.',
} as const

export const schema_changes_values = {
  code: "schema_changes_values",
  message: "A schema with {kind} changes values; schemas of cubes only describe them.",
  hint: "Describe the value as it is on the wire and convert it inside process.",
} as const

export const schema_strips_keys = {
  code: "schema_strips_keys",
  message: "z.object() removes members it does not know; schemas of cubes only describe values.",
  hint: "Use z.strictObject() to refuse unknown members, or z.looseObject() to let them through.",
} as const

export const schema_not_a_value = {
  code: "schema_not_a_value",
  message: "A value of the kind {kind} cannot travel on a wire.",
  hint: "Use JSON values, bytes() or the typed arrays of cubular/contract; write instants as text or as numbers with a unit.",
} as const

export const schema_custom = {
  code: "schema_custom",
  message: "z.custom() and z.instanceof() say nothing a manifest could hold.",
  hint: "Describe the value with zod's own types and add .refine() to them; for typed arrays use bytes(), float64(), int32() ….",
} as const

export const schema_default_misplaced = {
  code: "schema_default_misplaced",
  message: "A default may stand only at the top of an input port or inside config.",
  hint: "Move .default() to the end of the input port's schema, or make the member .optional().",
} as const

export const schema_default_refused = {
  code: "schema_default_refused",
  message: "The default is not a value its own schema accepts.",
  hint: "Give a default that passes the schema in front of it.",
} as const

export const schema_not_portable = {
  code: "schema_not_portable",
  message: "A pattern with Unicode properties (\\p) does not match the same text on every host.",
  hint: "List the characters or ranges, for example [가-힣] or [a-zA-Z].",
} as const

export const stream_reserved = {
  code: "stream_reserved",
  message: "Streams are reserved and cannot be used yet.",
  hint: "Pass the items as a list: list(schema).",
} as const

export const secret_misplaced = {
  code: "secret_misplaced",
  message: "A secret may stand only in config.",
  hint: "Move secret() to the config schema: ports carry values, and values are recorded.",
} as const

export const value_kind_refused = {
  code: "value_kind_refused",
  message: "A value of the kind {kind} cannot travel on a wire.",
  hint: "Give JSON values, a Uint8Array or a numeric typed array; copy a Buffer with new Uint8Array(buffer), write a Date as text.",
} as const

export const value_not_finite = {
  code: "value_not_finite",
  message: "NaN and infinite numbers cannot travel on a wire.",
  hint: "Give null, leave the member out, or fail with a code of your own.",
} as const

export const value_text_malformed = {
  code: "value_text_malformed",
  message: "The text holds half of a surrogate pair, which UTF-8 cannot write.",
  hint: 'Cut text between characters, not inside one, or replace the half with "\\uFFFD".',
} as const

export const value_cycle = {
  code: "value_cycle",
  message: "The value contains itself.",
  hint: "Refer to parts by an id or an index instead of by the object.",
} as const

export const value_too_deep = {
  code: "value_too_deep",
  message: "The value is nested deeper than {max} levels.",
  hint: "Flatten it: a list of parts with the index of their parent says the same.",
} as const

export const value_too_large = {
  code: "value_too_large",
  message: "The value has more than {max} parts.",
  hint: "Send numbers as a typed array, or split the value.",
} as const

export const value_unreadable = {
  code: "value_unreadable",
  message: "Reading the value threw an error (a getter or a proxy).",
  hint: "Give plain objects and lists.",
} as const

export const value_memory_shared = {
  code: "value_memory_shared",
  message: "The array looks into shared or WebAssembly memory, which changes after it was given.",
  hint: "Copy it first: array.slice().",
} as const

export const bytes_malformed = {
  code: "bytes_malformed",
  message: "$bytes must be a list of a kind (u8, i8, u16, i16, u32, i32, f32, f64) and base64 text of whole elements.",
  hint: 'Write for example {"$bytes":["u8","AQID"]}: standard base64 with padding, little-endian elements.',
} as const

export const json_key_reserved = {
  code: "json_key_reserved",
  message: "Member names that begin with a single $ are reserved.",
  hint: 'Write $ twice at the beginning: {"$$ref": …} means the member $ref.',
} as const
