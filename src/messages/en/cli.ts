export const command_unknown = {
  code: "command_unknown",
  message: "There is no command {command}.",
  hint: "Commands: {commands}. `cubular --help` says what they do.",
} as const

export const option_refused = {
  code: "option_refused",
  message: "The option {option} is not known here, or its value is missing.",
  hint: "Usage: {usage}",
} as const

export const option_value_refused = {
  code: "option_value_refused",
  message: "{option} cannot take this value.",
  hint: "It takes: {takes}.",
} as const

export const argument_missing = {
  code: "argument_missing",
  message: "An argument is missing.",
  hint: "Usage: {usage}",
} as const

export const argument_extra = {
  code: "argument_extra",
  message: "The argument {argument} is one too many.",
  hint: "Usage: {usage}",
} as const

export const composition_unknown = {
  code: "composition_unknown",
  message: "No composition with the id {id} is shipped.",
  hint: "Shipped: {ids}. A file is named by its path, as ./{id}.json.",
} as const

export const file_unreadable = {
  code: "file_unreadable",
  message: "The file {file} cannot be read ({reason}).",
  hint: "Check the path and that you may read it.",
} as const

export const file_unwritable = {
  code: "file_unwritable",
  message: "The file {file} cannot be written ({reason}).",
  hint: "Check that its folder exists and that you may write there.",
} as const

export const file_too_large = {
  code: "file_too_large",
  message: "{file} has {bytes} bytes; at most {limit} are read.",
  hint: "Give a smaller one. Many inputs go line by line with --jsonl.",
} as const

export const input_not_json = {
  code: "input_not_json",
  message: "The input is not a JSON object.",
  hint: 'Give an object with the inputs by name, as {"birth": …}; @file reads a file and - reads stdin.',
} as const

export const input_not_utf8 = {
  code: "input_not_utf8",
  message: "The input is not UTF-8.",
  hint: "Save it as UTF-8; in JSON any character may also be written as \\uXXXX.",
} as const

export const input_key_doubled = {
  code: "input_key_doubled",
  message: "An object in the input has the same key twice.",
  hint: "Keep one of the two; the path leads to it.",
} as const

export const line_too_long = {
  code: "line_too_long",
  message: "The line has more than {limit} bytes.",
  hint: "Give one inputs object per line and put large data elsewhere.",
} as const

export const hosts_repeated = {
  code: "hosts_repeated",
  message: "A host is named twice: {hosts}.",
  hint: "Name each host once.",
} as const

export const jsonl_one_host = {
  code: "jsonl_one_host",
  message: "--jsonl runs on one host.",
  hint: "Name one host, or leave --jsonl out to compare hosts.",
} as const

export const options_conflict = {
  code: "options_conflict",
  message: "{option} does not go together with {other}.",
  hint: "Leave one of the two out.",
} as const

export const option_needs = {
  code: "option_needs",
  message: "{option} has a meaning only together with {other}.",
  hint: "Add {other}, or leave {option} out.",
} as const

export const secret_source_empty = {
  code: "secret_source_empty",
  message: "There is no value for the secret {name} in {from}.",
  hint: "Set the variable (env:NAME) or write the value into the file (@file); the value itself is never an argument.",
} as const

export const url_takes_ids = {
  code: "url_takes_ids",
  message: "{argument} looks like a file; a gateway runs only the compositions it ships.",
  hint: "Give the id of a composition, or leave --url out to run the file here.",
} as const

export const url_refused = {
  code: "url_refused",
  message: "{url} is not an address of a gateway.",
  hint: "Give an http or https address, as http://localhost:8787.",
} as const

export const runtime_missing = {
  code: "runtime_missing",
  message: "The runtime {runtime} is not there.",
  hint: "Get it with: {install}",
} as const

export const runtime_failed = {
  code: "runtime_failed",
  message: "The runtime {runtime} did not start or stopped in between.",
  hint: "Try again. If it stays so, build anew with `npm run build`.",
} as const

export const cli_failed = {
  code: "cli_failed",
  message: "The command failed for a reason of its own.",
  hint: "This is a fault in cubular: please report it with the command you used.",
} as const

export const backup_nothing = {
  code: "backup_nothing",
  message: "The composition {id} keeps nothing.",
  hint: "Only compositions whose cubes open stores have something to back up.",
} as const

export const backup_targets_refused = {
  code: "backup_targets_refused",
  message: "{file} does not say where to keep backups: {takes}.",
  hint: "Name at least three places of two kinds, one of them elsewhere; or give one folder with --to.",
} as const

export const backup_target_failed = {
  code: "backup_target_failed",
  message: "The backup could not be brought to {name}: {reason}",
  hint: "Look whether the place is there and takes files, then make the backup again; the other places have theirs.",
} as const
