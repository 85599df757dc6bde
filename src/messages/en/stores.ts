export const store_name_malformed = {
  code: "store_name_malformed",
  message: "A store cannot have the name {name}.",
  hint: "Begin with a lower-case letter, go on with lower-case letters, digits and -; 48 characters at most.",
} as const

export const store_missing = {
  code: "store_missing",
  message: "This host has no {kind} store named {name}.",
  hint: "Give it one where the host is created; on the edge that is a binding in wrangler.toml.",
} as const

export const store_binding_missing = {
  code: "store_binding_missing",
  message: "The Worker has no binding {binding}, which {kind} stores need.",
  hint: "Add it to wrangler.toml ({platform}), or give createStores another binding under that name.",
} as const

export const store_key_malformed = {
  code: "store_key_malformed",
  message: "This cannot be a key.",
  hint: 'A key is a text that is neither empty, "." nor "..", without U+0000 and halves of surrogate pairs.',
} as const

export const store_key_too_long = {
  code: "store_key_too_long",
  message: "The key has more than {max} bytes of UTF-8.",
  hint: "Shorten it, or use a hash of it; what it says can stand in the value.",
} as const

export const store_key_repeated = {
  code: "store_key_repeated",
  message: "One call names the same key twice.",
  hint: "Keep the last one, or make two calls.",
} as const

export const store_value_too_large = {
  code: "store_value_too_large",
  message: "The value has {bytes} bytes as JSON; at most {max} are taken.",
  hint: "Put large data into a blob and keep its key here.",
} as const

export const store_metadata_too_large = {
  code: "store_metadata_too_large",
  message: "The metadata has {bytes} bytes as JSON; at most {max} are taken.",
  hint: "Keep what lists must show, and move the rest into the value.",
} as const

export const store_ttl_refused = {
  code: "store_ttl_refused",
  message: "A value cannot live {ttlSec} seconds; {min} to {max} whole seconds are taken.",
  hint: "Workers KV ends no value sooner than {min} seconds, so no store does. For less, keep the time in the value and compare.",
} as const

export const store_batch_refused = {
  code: "store_batch_refused",
  message: "One call takes a list of {min} to {max}; this was {count}.",
  hint: "Cut the list into parts and make a call for each.",
} as const

export const store_option_refused = {
  code: "store_option_refused",
  message: "{option} takes {takes}.",
  hint: "Leave it out for the default, or give a value of that kind.",
} as const

export const store_cursor_refused = {
  code: "store_cursor_refused",
  message: "This cursor is not from a page of the same query.",
  hint: "Give the cursor of the page before and leave all else as it was; without one the list begins anew.",
} as const

export const store_unavailable = {
  code: "store_unavailable",
  message: "The store cannot be reached ({reason}).",
  hint: "Try again. If it stays so, check that its place exists and may be read and written.",
} as const

export const store_busy = {
  code: "store_busy",
  message: "Somebody else kept the store busy for too long.",
  hint: "Try again; write in fewer, larger batches if it happens often.",
} as const

export const store_full = {
  code: "store_full",
  message: "There is no room left for this.",
  hint: "What is stored stays readable. Delete something, or make room on the disk or in the quota.",
} as const

export const store_corrupt = {
  code: "store_corrupt",
  message: "What is stored is damaged ({reason}).",
  hint: "It was left as it is. Restore a backup into a new place and keep the damaged one for analysis.",
} as const

export const store_newer = {
  code: "store_newer",
  message: "What is stored has version {found}; this program knows versions up to {known}.",
  hint: "Nothing was changed. Use the newer program that wrote it.",
} as const

export const store_closed = {
  code: "store_closed",
  message: "The store was closed.",
  hint: "Create the stores anew to go on.",
} as const

export const table_malformed = {
  code: "table_malformed",
  message: "The table's {field} must be {takes}.",
  hint: "TypeScript shows most of these at the same place of defineTable.",
} as const

export const table_changed = {
  code: "table_changed",
  message: "Table {name} is stored with version {version} and another key or other indexes.",
  hint: "Raise the version of the definition and add a migration to it; returning the record as it is will do.",
} as const

export const record_refused = {
  code: "record_refused",
  message: "The record does not fit the table's schema ({problem}).",
  hint: "The path leads to the part. If the schema has changed, raise the table's version and add a migration.",
} as const

export const record_key_kind = {
  code: "record_key_kind",
  message: "{field} takes a {kind}.",
  hint: "Texts have up to 448 bytes of UTF-8 without U+0000 and halves of pairs; numbers are finite.",
} as const

export const record_conflict = {
  code: "record_conflict",
  message: "The record has version {found}, not {expected}: somebody else changed it.",
  hint: "Read it again, apply the change to what is there now, and write with that version. 0 stands for no record.",
} as const

export const index_unknown = {
  code: "index_unknown",
  message: "The table has no index {index}; it has: {known}.",
  hint: "Add the index to the table and raise its version, or query by another one.",
} as const

export const query_refused = {
  code: "query_refused",
  message: "The query cannot be answered from the index: {field} {problem}.",
  hint: "Give the index's fields in their order, all but the last one with a value; the last may have a range.",
} as const

export const receipt_stale = {
  code: "receipt_stale",
  message: "This receipt is no longer good: the message was settled, or delivered once more.",
  hint: "Leave it to whoever has it now. Extend the delivery, or raise visibilitySec, if the work takes longer.",
} as const

export const journal_taken = {
  code: "journal_taken",
  message: "Journal {name} has a writer.",
  hint: "Let that one write, or wait until it closes or its lease has run out.",
} as const

export const journal_fenced = {
  code: "journal_fenced",
  message: "Another writer of journal {name} has taken over since.",
  hint: "Stop. Ask for the right again, and read what was appended before going on.",
} as const

export const journal_position = {
  code: "journal_position",
  message: "Journal {name} ends at {found}, not at {expected}.",
  hint: "Read the entries from there on, and append what still holds.",
} as const

export const blob_body_refused = {
  code: "blob_body_refused",
  message: "A blob is made of a Uint8Array, or of a stream of them.",
  hint: "Encode texts with TextEncoder; give a Response's body, or an async generator that yields Uint8Array.",
} as const

export const blob_type_refused = {
  code: "blob_type_refused",
  message: "This cannot be the media type of a blob.",
  hint: "Give something like image/png: up to 255 printable ASCII characters.",
} as const

export const blob_checksum = {
  code: "blob_checksum",
  message: "The bytes have the SHA-256 {found}, not {expected}.",
  hint: "They were changed on the way, or the checksum belongs to others. Nothing was stored.",
} as const

export const blob_corrupt = {
  code: "blob_corrupt",
  message: "The blob is not what was stored: its bytes or its length have changed.",
  hint: "It was left as it is. Put it anew from a backup.",
} as const

export const blob_changed = {
  code: "blob_changed",
  message: "The blob was replaced or deleted while it was read.",
  hint: "Read it again from the beginning.",
} as const

export const blob_range_refused = {
  code: "blob_range_refused",
  message: "The blob has {size} bytes; the range begins behind them.",
  hint: "Ask for its size with head() first.",
} as const

export const blob_read_too_large = {
  code: "blob_read_too_large",
  message: "One read would give {bytes} bytes; at most {max} are given at once.",
  hint: "Read it with stream(), or in ranges.",
} as const

export const backup_key_refused = {
  code: "backup_key_refused",
  message: "A backup key has 32 bytes; this has {bytes}.",
  hint: "Make one with `cubular backup --new-key FILE`, and keep it where the backups are not.",
} as const

export const backup_key_other = {
  code: "backup_key_other",
  message: "This backup was sealed with another key: {sealedWith}, not {key}.",
  hint: "Give the key whose first letters are {sealedWith}. Without it nobody can read the backup.",
} as const

export const backup_unknown = {
  code: "backup_unknown",
  message: "This is no backup, or one of a newer program.",
  hint: "Look whether the file is the right one and came over in binary form; otherwise update cubular.",
} as const

export const backup_corrupt = {
  code: "backup_corrupt",
  message: "The backup is damaged, cut off or put together from several: part {part} is not what was sealed.",
  hint: "Nothing was restored from it. Take another copy, and replace this one.",
} as const

export const backup_malformed = {
  code: "backup_malformed",
  message: "The backup was opened, but what it holds is not what a backup holds.",
  hint: "Nothing was restored from it. It was sealed by another program, or by a faulty one: take another copy.",
} as const

export const backup_changed_meanwhile = {
  code: "backup_changed_meanwhile",
  message: "The backup was replaced while it was being restored.",
  hint: "Leave the file alone and begin again with `merge`.",
} as const

export const restore_not_empty = {
  code: "restore_not_empty",
  message: "The {kind} store {name} holds something already.",
  hint: "Restore into empty stores, or say `merge` to put the backup over what is there. Nothing was written.",
} as const

export const restore_differs = {
  code: "restore_differs",
  message: "What is there and what the backup says do not fit together.",
  hint: "Queues and journals must begin with what the backup begins with: restore into empty stores. If this came while a backup was made, make it again.",
} as const

export const blob_not_sealed = {
  code: "blob_not_sealed",
  message: "What is under {key} was not sealed, or has been cut off.",
  hint: "It was left as it is. This store opens only what was put into it sealed: put it anew, or read it without `sealed`.",
} as const
