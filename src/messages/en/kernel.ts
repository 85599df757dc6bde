export const document_too_large = {
  code: "document_too_large",
  message: "The document is larger than {limit} bytes.",
  hint: "Make it smaller, or raise limits.bytes of the host.",
} as const

export const document_too_deep = {
  code: "document_too_deep",
  message: "The document nests more than {limit} objects and lists.",
  hint: "Flatten it, or raise limits.depth of the host.",
} as const

export const document_not_utf8 = {
  code: "document_not_utf8",
  message: "The bytes are not UTF-8: byte {offset} begins no character.",
  hint: "Save the document as UTF-8.",
} as const

export const document_unreadable = {
  code: "document_unreadable",
  message: "The document cannot be read: reading it throws.",
  hint: "Give JSON text, UTF-8 bytes or plain objects without getters.",
} as const

export const document_cyclic = {
  code: "document_cyclic",
  message: "The document contains itself.",
  hint: "Give plain data without circular references, for example what JSON.parse returns.",
} as const

export const value_not_json = {
  code: "value_not_json",
  message: "JSON has no {kind}.",
  hint: 'Use text, finite numbers, true, false, null, lists and plain objects. Binary constants are written as {"$bytes":["u8","…"]}.',
} as const

export const json_syntax = {
  code: "json_syntax",
  message: "This is not JSON: {found} stands where {expected} is expected.",
  hint: "JSON has no comments, trailing commas or single quotes; nothing may follow the closing brace.",
} as const

export const duplicate_key = {
  code: "duplicate_key",
  message: "The key {key} occurs twice in one object.",
  hint: "Keep one of them: JSON parsers disagree about which one counts.",
} as const

export const key_forbidden = {
  code: "key_forbidden",
  message: "The key {key} is not allowed in a document.",
  hint: "Rename it: this name changes objects in JavaScript.",
} as const

export const number_too_large = {
  code: "number_too_large",
  message: "The number {number} is beyond what a double holds.",
  hint: "Write a smaller number, or the digits as text.",
} as const

export const lone_surrogate = {
  code: "lone_surrogate",
  message: "A text contains half of a surrogate pair.",
  hint: "Correct the broken character; every \\uD800–\\uDBFF needs its \\uDC00–\\uDFFF.",
} as const

export const limit_cubes = {
  code: "limit_cubes",
  message: "More than {limit} cubes are placed, counting those inside compositions used as cubes.",
  hint: "Split the composition, or raise limits.cubes of the host.",
} as const

export const limit_refs = {
  code: "limit_refs",
  message: "The document has more than {limit} references, counting those inside compositions used as cubes.",
  hint: "Split the composition, or raise limits.refs of the host.",
} as const

export const too_many_issues = {
  code: "too_many_issues",
  message: "There are more than {limit} findings; the rest is not listed.",
  hint: "Correct these first and validate again.",
} as const

export const shape_refused = {
  code: "shape_refused",
  message: "Expected here: {expected}.",
  hint: "Compare with the composition format 1: composition-1.schema.json describes every field.",
} as const

export const unknown_key = {
  code: "unknown_key",
  message: "The key {key} means nothing here.",
  hint: "Remove it or correct its spelling; notes belong into title or layout.",
} as const

export const name_malformed = {
  code: "name_malformed",
  message: "{name} cannot be a name.",
  hint: "Begin with a lower-case letter and go on with letters, digits and -, at most 64 characters.",
} as const

export const use_malformed = {
  code: "use_malformed",
  message: "{use} names no cube.",
  hint: "Write family/name@range or composition:id@range; ranges are 1.2.3, ^1.2, ~1.2 and *.",
} as const

export const ref_malformed = {
  code: "ref_malformed",
  message: "{ref} is not a reference.",
  hint: "Write @input or instance.port, and a JSON Pointer after # if needed: pillars.pillars#/day/stem. Under on, write #/pointer.",
} as const

export const unknown_cube = {
  code: "unknown_cube",
  message: "No cube {id} is held.",
  hint: "Held: {similar}. Add the cube to the registry, or correct the id.",
} as const

export const unknown_composition = {
  code: "unknown_composition",
  message: "No composition {id} is held.",
  hint: "Held: {similar}. Add its document to the registry, or correct the id.",
} as const

export const version_not_held = {
  code: "version_not_held",
  message: "No version of {id} fits {range}.",
  hint: "Versions held: {held}.",
} as const

export const cube_load_failed = {
  code: "cube_load_failed",
  message: "The code of {id}@{version} cannot be loaded: {problem}",
  hint: "Check that the registry returns the cube with exactly this id and version.",
} as const

export const registry_unreadable = {
  code: "registry_unreadable",
  message: "The registry cannot be read: {problem}",
  hint: "Hand in a Registry, or an iterable of cubes and documents.",
} as const

export const registry_entry_invalid = {
  code: "registry_entry_invalid",
  message: "{entry} is neither a cube nor a composition held here.",
  hint: "Give results of defineCube, composition documents or literals.",
} as const

export const registry_entry_duplicate = {
  code: "registry_entry_duplicate",
  message: "Two different entries are {entry}.",
  hint: "Keep one of them, or raise the version of the other.",
} as const

export const composition_recursive = {
  code: "composition_recursive",
  message: "A composition ends up containing itself: {chain}.",
  hint: "Take one of these compositions out of the chain.",
} as const

export const composition_issue = {
  code: "composition_issue",
  message: "The composition {composition} used here is not valid ({code} at {at}): {problem}",
  hint: "Validate that composition by itself and correct it there.",
} as const

export const unknown_port = {
  code: "unknown_port",
  message: "{cube} has no input {port}.",
  hint: "Inputs: {similar}.",
} as const

export const unknown_output = {
  code: "unknown_output",
  message: "{instance} has no output {port}.",
  hint: "Its outputs: {similar}.",
} as const

export const unknown_instance = {
  code: "unknown_instance",
  message: "No cube is placed as {instance}.",
  hint: "Instances: {similar}.",
} as const

export const unknown_input = {
  code: "unknown_input",
  message: "The composition declares no input {input}.",
  hint: "Inputs: {similar}. Declare it under inputs.",
} as const

export const missing_input = {
  code: "missing_input",
  message: "The input {port} of {instance} is not wired.",
  hint: 'Give it a reference, a list of references or { "value": … }.',
} as const

export const after_unknown = {
  code: "after_unknown",
  message: "after names {instance}, and no cube is placed as that.",
  hint: "Instances: {similar}.",
} as const

export const list_refused = {
  code: "list_refused",
  message: "The input {port} takes {takes}, not a list of references.",
  hint: "Give one reference, or merge the values with a cube first.",
} as const

export const pointer_impossible = {
  code: "pointer_impossible",
  message: "{ref} points to nothing: the value is {gives}.",
  hint: "Correct the part after #; it names members and positions that the value can have.",
} as const

export const constant_refused = {
  code: "constant_refused",
  message: 'The constant for {port} of {instance} is refused at "{pointer}": expected {expected}.',
  hint: "Change the constant to what the port takes.",
} as const

export const constant_malformed = {
  code: "constant_malformed",
  message: "The constant is no value for a wire: {problem}",
  hint: 'Write keys that begin with $ as $$, and arrays of numbers as {"$bytes":["f64","base64"]}.',
} as const

export const cycle = {
  code: "cycle",
  message: "These cubes wait for each other: {cycle}.",
  hint: "Remove one of the references, when or after that close the circle.",
} as const

export const wire_refuted = {
  code: "wire_refuted",
  message: "{from} can never go into {port} of {instance}: it gives {gives}, the input takes {takes}.",
  hint: "A value it may give: {example}. Wire another output, or convert the value with a cube.",
} as const

export const when_not_boolean = {
  code: "when_not_boolean",
  message: "when takes true or false, and {ref} gives {gives}.",
  hint: "Point it to a boolean output, for example of a comparing cube.",
} as const

export const config_refused = {
  code: "config_refused",
  message: 'The config of {cube} is refused at "{pointer}": expected {expected}.',
  hint: "Correct the config; the manifest of the cube describes it.",
} as const

export const config_missing = {
  code: "config_missing",
  message: "{cube} needs a config.",
  hint: "Add config as the manifest of the cube describes it.",
} as const

export const config_not_taken = {
  code: "config_not_taken",
  message: "{cube} takes no config.",
  hint: "Remove config; a composition is configured through its inputs.",
} as const

export const secret_misplaced_in_config = {
  code: "secret_misplaced_in_config",
  message: '{cube} takes no secret at "{pointer}" of its config.',
  hint: "Refer to secrets only where the config schema of the cube says secret().",
} as const

export const schema_failed = {
  code: "schema_failed",
  message: "A schema or function of the cube threw while the document was checked.",
  hint: "This is a mistake in the cube: its schemas must answer for every value, at once.",
} as const

export const input_schema_refused = {
  code: "input_schema_refused",
  message: "The JSON Schema of an input cannot be used here: {what}.",
  hint: 'Use type, enum, const, anyOf, properties, required, additionalProperties, items, prefixItems, sizes, bounds and formats; or { "$ref": "cube:family/name#/inputs/port" }.',
} as const

export const cube_unreachable = {
  code: "cube_unreachable",
  message: "Nothing uses {instance}, and it has no effect.",
  hint: "Wire one of its outputs, or remove it.",
} as const

export const input_unused = {
  code: "input_unused",
  message: "Nothing reads the input {input}.",
  hint: "Wire it, or remove it from inputs.",
} as const

export const missing_dependency = {
  code: "missing_dependency",
  message: "{cube} calls {dependency} {range}, which is not held.",
  hint: "Add it to the registry. Versions held: {held}.",
} as const

export const dependency_needs_config = {
  code: "dependency_needs_config",
  message: "{cube} calls {dependency}, which cannot work without a config.",
  hint: "A cube that is called gets no config: make every field of it optional.",
} as const

export const host_missing = {
  code: "host_missing",
  message: "No host was handed in.",
  hint: "Give one, for example createHost() of `cubular/host`.",
} as const

export const need_missing = {
  code: "need_missing",
  message: "{cube} needs {need}, which the host {host} does not offer.",
  hint: "Plan it for a host that has it, or give the host this power.",
} as const

export const secret_missing = {
  code: "secret_missing",
  message: "The host {host} has no secret {secret}.",
  hint: "Add the secret to the host (on the command line: --secret {secret}=env:{secret} or =@file), or correct its name.",
} as const

export const service_not_allowed = {
  code: "service_not_allowed",
  message: "The host {host} does not let the service {service} reach {origin}.",
  hint: "Add the origin to allowedOrigins of the host, or use another origin.",
} as const

export const service_conflict = {
  code: "service_conflict",
  message: "Two cubes mean different origins by the service {service}: {origins}.",
  hint: "Decide it under services of the document.",
} as const

export const service_unknown = {
  code: "service_unknown",
  message: "No cube placed here uses the service {service}.",
  hint: "Remove it, or correct its name.",
} as const

export const service_origin_malformed = {
  code: "service_origin_malformed",
  message: "The origin of the service {service} is not a scheme and a host.",
  hint: "Write https://host or https://host:port in lower case, without path.",
} as const

export const policy_missing = {
  code: "policy_missing",
  message: "The policy {policy} was not handed to the runner.",
  hint: "Pass it: createRunner(source, registry, host, { policies: [{policy}] }), or remove it here.",
} as const

export const policy_on_composition = {
  code: "policy_on_composition",
  message: "Policies surround single cubes; {composition} is a composition.",
  hint: "Set the policy on the cubes inside that composition.",
} as const

export const saga_inside = {
  code: "saga_inside",
  message: "{composition} is a saga and stands in a document that is none, so nothing would be undone.",
  hint: 'Write "mode": "saga" in this document too, or use a composition that is no saga.',
} as const

export const saga_not_supported = {
  code: "saga_not_supported",
  message: "This document is a saga, and the runner has no part that runs sagas.",
  hint: 'Give createRunner `saga` of "cubular/saga", on a host with a clock and stores, or remove "mode": "saga".',
} as const

export const topic_unpublished = {
  code: "topic_unpublished",
  message: "No cube and no composition known here publishes {topic}.",
  hint: "Messages on it can only come from outside. Check how the topic is written if they should not.",
} as const

export const message_input_missing = {
  code: "message_input_missing",
  message: "A message on {topic} starts no run: nothing feeds the input {input}.",
  hint: 'Give it "#/…", a pointer into the message\'s data, or { "value": … }.',
} as const

export const data_refuted = {
  code: "data_refuted",
  message: "What is published on {topic} never fits the input {input}: it gives {gives}, the input takes {takes}.",
  hint: "Point to another part of the data, or compare with the topic's schema in the cube's manifest.",
} as const

export const composition_invalid = {
  code: "composition_invalid",
  message: "The composition has {errors} errors. The first: {first}",
  hint: "See .issues for all of them, each with its path.",
} as const

export const run_failed = {
  code: "run_failed",
  message: "The run failed at {steps}: {problem}",
  hint: "Each failed step says why under steps of the result.",
} as const

export const run_cancelled = {
  code: "run_cancelled",
  message: "The run was cancelled.",
  hint: "Start it again if its result is still wanted.",
} as const

export const run_over = {
  code: "run_over",
  message: "The run is over.",
  hint: "What a step begins must end before its process does: await it.",
} as const

export const deadline_exceeded = {
  code: "deadline_exceeded",
  message: "The run was not done within {deadlineMs} ms.",
  hint: "Give it more time, or make its slow steps faster.",
} as const

export const budget_exceeded = {
  code: "budget_exceeded",
  message: "The run needs more {budget} than its budget of {limit}.",
  hint: "Raise the budget, or look for a step that does more than it should.",
} as const

export const run_option_refused = {
  code: "run_option_refused",
  message: "The option {option} of the run is refused.",
  hint: "It takes: {takes}.",
} as const

export const host_lacks = {
  code: "host_lacks",
  message: "The host has no {power}.",
  hint: "Run on a host that has it, or do without.",
} as const

export const runner_stopped = {
  code: "runner_stopped",
  message: "The runner was stopped.",
  hint: "Create a new runner.",
} as const

export const no_such_step = {
  code: "no_such_step",
  message: "The plan has no step {path}.",
  hint: "Steps: {steps}.",
} as const

export const cube_not_created = {
  code: "cube_not_created",
  message: "The cube {cube} could not be made.",
  hint: "Look at the error's cause, at the config and at what the host offers.",
} as const

export const cube_threw = {
  code: "cube_threw",
  message: "The cube {cube} failed with an error that has no code.",
  hint: "The error is this one's cause. Whoever writes the cube should throw a CubeError.",
} as const

export const outputs_refused = {
  code: "outputs_refused",
  message: "{cube} gave outputs that cannot be taken; expected here: {expected}.",
  hint: "The path leads to the place. Return an object with every required output, made of JSON values and numeric typed arrays.",
} as const

export const input_mutated = {
  code: "input_mutated",
  message: "{cube} changed a value it was given.",
  hint: "Values belong to the run. Copy before writing: { ...object }, array.slice().",
} as const

export const wire_value_refused = {
  code: "wire_value_refused",
  message: 'The value for {port} of {instance} is refused at "{pointer}": expected {expected}.',
  hint: "Look at what the source gives, or wire another output.",
} as const

export const pointer_unresolved = {
  code: "pointer_unresolved",
  message: "The source's value has nothing at {pointer}.",
  hint: "Point to a part that is always there, or make the input optional.",
} as const

export const inputs_refused = {
  code: "inputs_refused",
  message: "The inputs are refused ({problems}). The first: {first}",
  hint: "See .issues for all of them, each with its path.",
} as const

export const input_missing = {
  code: "input_missing",
  message: "The input {input} is missing.",
  hint: "Give a value for it.",
} as const

export const input_unknown = {
  code: "input_unknown",
  message: "The composition takes no such input.",
  hint: "Inputs: {known}.",
} as const

export const input_value_refused = {
  code: "input_value_refused",
  message: "The input {input} does not take this value: expected {expected}.",
  hint: "The path leads to the place in the value.",
} as const

export const need_not_declared = {
  code: "need_not_declared",
  message: "{cube} uses {need} and has not declared it.",
  hint: "Add {need} to the cube's needs.",
} as const

export const store_not_declared = {
  code: "store_not_declared",
  message: "{cube} uses the {store} store {name} and has not declared it.",
  hint: "Let the cube's `opens` name it, for the config it was placed with.",
} as const

export const service_not_declared = {
  code: "service_not_declared",
  message: "{cube} calls the service {service} and has not declared it.",
  hint: "Add it to the cube's services, with its origin.",
} as const

export const service_path_refused = {
  code: "service_path_refused",
  message: "A path of the service {service} must begin with a slash.",
  hint: 'Give the path only: the origin is declared, as in fetch(service, "/today").',
} as const

export const random_bound_refused = {
  code: "random_bound_refused",
  message: "random.below takes a whole number from 1 to 9007199254740991.",
  hint: "Check the number of choices before drawing.",
} as const

export const call_not_declared = {
  code: "call_not_declared",
  message: "{cube} calls {called} and has not declared it.",
  hint: "Add {called} to the cube's dependencies.",
} as const

export const call_too_deep = {
  code: "call_too_deep",
  message: "More than {limit} calls of cubes are inside each other.",
  hint: "Look for a cube that calls itself without end.",
} as const

export const replay_diverged = {
  code: "replay_diverged",
  message: "The step asks for {power}; the record holds {recorded} here.",
  hint: "The cube takes other things from its host than it did. Record the run anew.",
} as const

export const replayed_failure = {
  code: "replayed_failure",
  message: "This failed when it was recorded ({code}).",
  hint: "Run the composition itself to see why.",
} as const

export const record_malformed = {
  code: "record_malformed",
  message: "This is no record of a run.",
  hint: "Give a record as --record or record: true wrote it; the path leads to the part that is not.",
} as const

export const lifecycle_illegal = {
  code: "lifecycle_illegal",
  message: "{call} is not possible while the cube is {state}.",
  hint: "It is possible while it is: {from}.",
} as const

export const handle_config_refused = {
  code: "handle_config_refused",
  message: "{cube} does not take this config: expected {expected}.",
  hint: "Compare it with the config schema in the cube's manifest.",
} as const

export const topic_not_declared = {
  code: "topic_not_declared",
  message: "{cube} publishes nothing on {topic}.",
  hint: "Topics: {topics}.",
} as const

export const publish_refused = {
  code: "publish_refused",
  message: "The data does not fit the topic {topic}: expected {expected}.",
  hint: "Compare it with the topic's schema in the cube's manifest.",
} as const

export const publish_too_many = {
  code: "publish_too_many",
  message: "A step publishes more than {limit} messages.",
  hint: "Publish one message that holds a list, or split the work between steps.",
} as const

export const publish_too_late = {
  code: "publish_too_late",
  message: "The step is over: nothing can be published any more.",
  hint: "Publish before process returns, or before its promise is fulfilled.",
} as const

export const messages_unavailable = {
  code: "messages_unavailable",
  message: "The host could not take the messages.",
  hint: "Try again; the log of whoever runs the host says why.",
} as const
