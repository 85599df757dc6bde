export const telemetry_option_refused = {
  code: "telemetry_option_refused",
  message: "The option {option} of the telemetry is refused.",
  hint: "It takes: {takes}.",
} as const
