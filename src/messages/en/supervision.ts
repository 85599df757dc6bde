export const supervision_refused = {
  code: "supervision_refused",
  message: "The supervision has errors: {count}.",
  hint: "Correct the places named in issues.",
} as const

export const supervision_setting_refused = {
  code: "supervision_setting_refused",
  message: "{setting} cannot be this value.",
  hint: "It takes: {takes}.",
} as const

export const healing_contradiction = {
  code: "healing_contradiction",
  message: "One failure cannot be met with both {one} and {other}.",
  hint: "Keep one of them: a cube's calls are refused, or another cube answers them.",
} as const

export const healing_place_unknown = {
  code: "healing_place_unknown",
  message: "The composition {composition} has no {place}.",
  hint: "Name a step path or a cube id of this composition; it has: {known}.",
} as const

export const healing_cube_unknown = {
  code: "healing_cube_unknown",
  message: "There is no cube {cube} to redirect to.",
  hint: "Hand it to the supervisor in cubes; there are: {known}.",
} as const

export const healing_redirect_refused = {
  code: "healing_redirect_refused",
  message: "{cube} cannot answer for {instead}: at the port {port} there is {gives}, and {takes} is needed.",
  hint: "A cube that answers for another takes its inputs and gives its outputs, by the same names.",
} as const

export const healing_redirect_needs = {
  code: "healing_redirect_needs",
  message: "{cube} cannot answer for {instead}: it needs what that one may not use ({more}).",
  hint: "Redirect to a cube with the same needs, services and dependencies or fewer, and without a required config.",
} as const

export const healing_breaker_missing = {
  code: "healing_breaker_missing",
  message: "The step {step} of {composition} has no breaker to isolate.",
  hint: "Give the step a breaker policy, or use shed.",
} as const

export const cube_shed = {
  code: "cube_shed",
  message: "The cube is unwell, and its supervisor lets no calls through.",
  hint: "Try again in {retryAfterMs} ms.",
} as const

export const redirect_output_refused = {
  code: "redirect_output_refused",
  message: "{cube}, which answers for {instead}, gave something at the port {port} that does not fit.",
  hint: "Redirect to a cube whose outputs fit, or remove the redirect.",
} as const

export const cube_made_late = {
  code: "cube_made_late",
  message: "The cube was not made within {ms} ms.",
  hint: "Find out what its create or start waits for.",
} as const
