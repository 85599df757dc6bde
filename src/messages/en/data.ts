export const op_input_missing = {
  code: "op_input_missing",
  message: "The operation {op} needs the input {input}.",
  hint: "Wire something into {input}, or place the cube with another op in its config.",
} as const
