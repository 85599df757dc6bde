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

export const call_output_missing = {
  code: "call_output_missing",
  message: "Cube {cube} gave no output named {output}.",
  hint: "Name one of the cube's outputs in the config, and check that the cube gives it for these inputs.",
} as const

export const condition_not_boolean = {
  code: "condition_not_boolean",
  message: "Output {output} of cube {cube} is neither true nor false.",
  hint: "Name an output that is true or false, or say in `equals` what the value must be.",
} as const

export const retry_exhausted = {
  code: "retry_exhausted",
  message: "Cube {cube} was called {attempts} times, and the condition never held.",
  hint: "Allow more attempts or longer waits in the config, or check the condition in config.until.",
} as const

export const loop_budget_exceeded = {
  code: "loop_budget_exceeded",
  message: "Cube {cube} was called {turns} times, and the loop was not done.",
  hint: "Raise config.turns if the loop needs longer, or check the condition in config.until.",
} as const
