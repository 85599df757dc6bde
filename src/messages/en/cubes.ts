export const template_value_missing = {
  code: "template_value_missing",
  message: "The template asks for {name}, and values has no such member.",
  hint: "Wire a value named {name} into values, or take it out of the template.",
} as const

export const pointer_finds_nothing = {
  code: "pointer_finds_nothing",
  message: "The pointer {pointer} names nothing in the value.",
  hint: "Check the pointer against the value, or give `otherwise` in the config.",
} as const

export const text_not_json = {
  code: "text_not_json",
  message: "The text is not JSON.",
  hint: "JSON wants names and texts in double quotes and no comma after the last item.",
} as const

export const map_output_missing = {
  code: "map_output_missing",
  message: "Cube {cube} gave no output named {output}.",
  hint: "Name one of the cube's outputs in config.output.",
} as const
