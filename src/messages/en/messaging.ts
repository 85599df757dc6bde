export const event_malformed = {
  code: "event_malformed",
  message: "{attribute} of the CloudEvent is not right: it takes {takes}.",
  hint: "CloudEvents 1.0 needs specversion, id, source and type; see docs/messaging.md.",
} as const

export const event_type_refused = {
  code: "event_type_refused",
  message: "This is no CloudEvent: neither its type nor a ce-specversion header says so.",
  hint: "Send application/cloudevents+json, application/cloudevents-batch+json, or the attributes as ce- headers.",
} as const

export const message_too_large = {
  code: "message_too_large",
  message: "A message has more than {limit} bytes as JSON.",
  hint: "Keep the large part in the store blobs and publish where it is.",
} as const

export const topic_not_taken = {
  code: "topic_not_taken",
  message: "Nobody listens to {topic}.",
  hint: "Topics that are taken: {topics}. A composition listens with on.",
} as const

export const messages_full = {
  code: "messages_full",
  message: "{waiting} messages wait for {listener}: no more are taken.",
  hint: "Try again later; give the listener more time, more places at once, or a larger backlog.",
} as const

export const messaging_needs = {
  code: "messaging_needs",
  message: "Messaging needs a host with {power}.",
  hint: "Make the host with stores and a clock, as in docs/messaging.md.",
} as const

export const messaging_option_refused = {
  code: "messaging_option_refused",
  message: "{option} takes {takes}.",
  hint: "Leave it out for the default.",
} as const

export const listener_unknown = {
  code: "listener_unknown",
  message: "{listener} listens to nothing here.",
  hint: "Those that listen: {listeners}.",
} as const

export const message_unreadable = {
  code: "message_unreadable",
  message: "This is in the queue and is no message.",
  hint: "Something else writes to the queue of a listener: give it a queue of its own.",
} as const
