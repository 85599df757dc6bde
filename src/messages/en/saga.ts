export const saga_write_not_idempotent = {
  code: "saga_write_not_idempotent",
  message: 'The step {step} writes, and {cube} does not provide "idempotent": after a crash it could write twice.',
  hint: 'Use a cube that hands step.idempotencyKey on to whom it writes and says so with provides: ["idempotent"].',
} as const

export const saga_write_not_undoable = {
  code: "saga_write_not_undoable",
  message: "The step {step} writes, and {cube} has no compensate: what it did could not be undone.",
  hint: 'Give the cube compensate(inputs, outputs, step), or write "final": true beside the placed cube: once it has begun there is no way back.',
} as const

export const saga_policy_refused = {
  code: "saga_policy_refused",
  message: "The step {step} of a saga writes and has a fallback, so nobody could tell what it did.",
  hint: "Remove the fallback, or write in a step of its own.",
} as const

export const saga_final_on_composition = {
  code: "saga_final_on_composition",
  message: "{step} is a composition, and only a single cube can be final.",
  hint: 'Write "final": true beside the cube inside of it that cannot be undone.',
} as const

export const saga_id_malformed = {
  code: "saga_id_malformed",
  message: "This is no id of a saga.",
  hint: 'An id has 1 to 43 characters: lower-case letters, digits and "-".',
} as const

export const saga_id_taken = {
  code: "saga_id_taken",
  message: "The saga {id} exists already, of {document}, with other inputs or of another composition.",
  hint: "Give a new saga an id of its own; the same id means the same saga with the same inputs.",
} as const

export const saga_unknown = {
  code: "saga_unknown",
  message: "There is no saga {id} in these stores.",
  hint: "`cubular saga list` shows those there are. One that crashed before its first entry never began.",
} as const

export const saga_plan_changed = {
  code: "saga_plan_changed",
  message: "The saga {id} was started with another plan of {document}@{version} than this runner has.",
  hint: "Resume it with the document and the cubes it was started with, or undo it.",
} as const

export const saga_final = {
  code: "saga_final",
  message: "The saga {id} has begun its final step {step}: there is no way back.",
  hint: "Resume it, or put things right by hand.",
} as const

export const saga_ended = {
  code: "saga_ended",
  message: "The saga {id} is {state} already.",
  hint: "What has ended stays as it is.",
} as const

export const saga_corrupt = {
  code: "saga_corrupt",
  message: "The journal of the saga {id} makes no sense at position {position}.",
  hint: "Nothing more was done. See its history, put things right by hand, and restore the store from a backup.",
} as const

export const saga_value_lost = {
  code: "saga_value_lost",
  message: "A value of the saga {id}, kept beside its journal, is gone or damaged.",
  hint: "Restore the store from a backup and resume it.",
} as const

export const saga_step_stuck = {
  code: "saga_step_stuck",
  message: "The step {step} does not heed its signal and is still at work, so nothing was undone behind its back.",
  hint: "Let cubes wait through step.clock, step.http and step.call, or heed step.signal; then undo the saga.",
} as const

export const saga_undo_asked = {
  code: "saga_undo_asked",
  message: "Somebody asked to undo the saga.",
  hint: "Its run says what was undone.",
} as const

export const saga_undone = {
  code: "saga_undone",
  message: "The saga {id} failed and everything it had done is undone: {problem}",
  hint: "The cause says what failed. Start it anew under another id.",
} as const

export const saga_parked = {
  code: "saga_parked",
  message: "The saga {id} is parked, half-way, for a person to look at: {problem}",
  hint: "Mend what is wrong, then `cubular saga resume {id}` or, where there is a way back, `cubular saga undo {id}`.",
} as const

export const saga_suspended = {
  code: "saga_suspended",
  message: "The saga {id} stopped here and is kept as it was: {problem}",
  hint: "Resume it, here or in another process; nothing is done twice.",
} as const
