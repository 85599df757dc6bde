export const streams_missing = {
  code: "streams_missing",
  message: "This composition has streams, and the runner was not given what runs them.",
  hint: 'createRunner(…, { streams }), with streams from "cubular/streams".',
} as const

export const stream_into_value = {
  code: "stream_into_value",
  message: "{instance}.{port} takes one value, and {from} is a stream.",
  hint: "Put flow/collect between them: it makes a list of the items.",
} as const

export const value_into_stream = {
  code: "value_into_stream",
  message: "{instance}.{port} takes a stream, and {from} is one value.",
  hint: "Put flow/items between them: it makes a stream of a list.",
} as const

export const stream_pointer = {
  code: "stream_pointer",
  message: "{ref} points into a stream, which has no parts.",
  hint: "Leave the pointer out, or collect the stream with flow/collect and point into its list.",
} as const

export const stream_read_twice = {
  code: "stream_read_twice",
  message: "The stream {stream} has two readers: {first} and {second}.",
  hint: "Put flow/tee behind it: it gives two copies, one for each reader.",
} as const

export const stream_stuck = {
  code: "stream_stuck",
  message: "{step} reads a stream of {source} and also waits for something that comes only when that stream has ended.",
  hint: "Let one step have either of them: what a step gives beside a stream is there when its streams are over.",
} as const

export const stream_under_policy = {
  code: "stream_under_policy",
  message: "{cube} has streams: what went through one cannot be had again, so {policy} does not go with it.",
  hint: "Remove {policy}, or put it around a cube that takes and gives whole values.",
} as const

export const stream_in_saga = {
  code: "stream_in_saga",
  message: "{cube} has streams, and a saga could not go on with one after a crash.",
  hint: "Collect the stream in a composition of its own, or leave the mode out.",
} as const

export const stream_in_message = {
  code: "stream_in_message",
  message: "A message on {topic} carries one value, and its source is a stream.",
  hint: "Put flow/collect in front, and emit its list.",
} as const

export const stream_called = {
  code: "stream_called",
  message: "{cube} calls {called}, which has streams; what is called takes and gives whole values.",
  hint: "Place {called} in the composition, with wires to its streams.",
} as const

export const stream_handle = {
  code: "stream_handle",
  message: "{cube} has streams, and process() of a handle takes and gives whole values.",
  hint: "Run it in a composition: run.streams gives its outputs.",
} as const

export const stream_item_refused = {
  code: "stream_item_refused",
  message: "Item {index} of the stream {port} is not what it should be: expected {expected}.",
  hint: "Compare what the cube yields with the schema of the port's items.",
} as const

export const stream_taken = {
  code: "stream_taken",
  message: "The stream {port} is being read already.",
  hint: "A stream has one reader. flow/tee makes copies.",
} as const

export const stream_read_by_run = {
  code: "stream_read_by_run",
  message: "Nobody asked for the stream {port} when the run began, so the run read it itself.",
  hint: "Ask for run.streams in the same turn in which you call run().",
} as const

export const stream_threw = {
  code: "stream_threw",
  message: "The stream given as input {port} failed.",
  hint: "The cause is what its iterator threw.",
} as const

export const stream_not_recorded = {
  code: "stream_not_recorded",
  message: "The record holds how many items the input {input} had and their hash, not the items.",
  hint: "Give the items again: replay(record, registry, host, { inputs: { {input}: items } }).",
} as const

export const stream_unknown = {
  code: "stream_unknown",
  message: "The composition has no stream named {port} among its outputs.",
  hint: "Compare the name with the composition's outputs; what is no stream is in the outputs of the result.",
} as const
