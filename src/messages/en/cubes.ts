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

export const race_all_failed = {
  code: "race_all_failed",
  message: "None of the cubes {cubes} succeeded; they failed with {codes}.",
  hint: "Look the codes up one by one; they stand in the order of config.cubes.",
} as const

export const race_timed_out = {
  code: "race_timed_out",
  message: "No cube of the race succeeded within {timeoutMs} ms.",
  hint: "Raise config.timeoutMs, or find out why the cubes take so long.",
} as const

export const batch_timed_out = {
  code: "batch_timed_out",
  message: "Cube {cube} gave no result for this batch within {timeoutMs} ms.",
  hint: "Raise config.timeoutMs or lower config.size, or find out why the cube takes so long.",
} as const

export const batch_results_uneven = {
  code: "batch_results_uneven",
  message: "Cube {cube} took a list of {given} and gave no list of that length at {output}.",
  hint: "A cube for batches gives one result for every item, in the order of the items.",
} as const

export const stream_too_long = {
  code: "stream_too_long",
  message: "The stream has more than {most} items.",
  hint: 'Raise config.most, let config.over be "cut" to take the first ones, or leave the items in a stream.',
} as const

export const lane_full = {
  code: "lane_full",
  message: "The reader of {lane} is {ahead} items behind.",
  hint: 'Raise config.ahead, or let config.full be "wait" so that the faster reader waits.',
} as const

export const partition_key_missing = {
  code: "partition_key_missing",
  message: "An item has no key: {key} is no text, number or boolean in it.",
  hint: "Name in config.key a member that all items have, or leave it out where the items themselves are keys.",
} as const

export const gzip_malformed = {
  code: "gzip_malformed",
  message: "These bytes are no complete gzip file.",
  hint: "Check where they come from: the file may have been cut off, or not be compressed at all.",
} as const

export const gzip_too_large = {
  code: "gzip_too_large",
  message: "The file holds more than {mostBytes} bytes.",
  hint: "Raise config.mostBytes if so much is expected; a small file can be made to grow without end.",
} as const
