export const op_input_missing = {
  code: "op_input_missing",
  message: "The operation {op} needs the input {input}.",
  hint: "Wire something into {input}, or place the cube with another op in its config.",
} as const

export const search_contended = {
  code: "search_contended",
  message: "The record was changed by others again and again.",
  hint: "Try again; or give the version that was read, to hear of each change.",
} as const

export const export_unreadable = {
  code: "export_unreadable",
  message: "Line {line} is not of an export.",
  hint: "Import exactly the bytes data/export has made; the export may be cut off or have been edited.",
} as const

export const export_checksum = {
  code: "export_checksum",
  message: "The export does not have the checksum it says: its content has changed.",
  hint: "Take another copy of the export. Nothing was written.",
} as const

export const export_count = {
  code: "export_count",
  message: "The export says it has {said} rows, and has {rows}.",
  hint: "Take another copy of the export. Nothing was written.",
} as const

export const export_other = {
  code: "export_other",
  message: "The export holds {holds}; this cube takes {takes}.",
  hint: "Name in the config what was exported, with the same version of the table. Nothing was written.",
} as const

export const export_too_large = {
  code: "export_too_large",
  message: "The export has more than {max} bytes.",
  hint: "Export less at once, for example one prefix of keys after the other.",
} as const

export const export_missing = {
  code: "export_missing",
  message: "There is no export to import.",
  hint: "Wire bytes into ndjson, or name in config.from and key a blob that is there.",
} as const

export const backup_not_sealed = {
  code: "backup_not_sealed",
  message: "The store {name} is not sealed: backups are neither put there nor taken from there.",
  hint: "Seal it where the host is created: `sealed(stores, { NAME: key })` of cubular/stores/backup. Nothing was written.",
} as const

export const backup_too_large = {
  code: "backup_too_large",
  message: "The backup is larger than {max} bytes.",
  hint: "Name fewer stores in one backup, or use `cubular backup`, which has no such limit.",
} as const

export const backup_incomplete = {
  code: "backup_incomplete",
  message: "The backup did not get to {names}: {codes}.",
  hint: "The other places have theirs. Look after these, and make the backup again.",
} as const

export const backup_missing = {
  code: "backup_missing",
  message: "There is no backup under this key in {name}.",
  hint: "List the store's blobs to see which there are, or look in another of the places.",
} as const

export const restore_unnamed = {
  code: "restore_unnamed",
  message: "The backup holds {kind} {name}, which config.of does not name.",
  hint: "Name all stores that are in it, or verify it to see which these are. Nothing was written.",
} as const

export const replica_conflict = {
  code: "replica_conflict",
  message: "The record is not the one of that version: it was changed here, or a sync brought a change.",
  hint: 'Read it again, apply the change to what is there now, and give that version. "" stands for no record.',
} as const

export const replica_contended = {
  code: "replica_contended",
  message: "The replica was changed by others again and again.",
  hint: "Try again.",
} as const

export const replica_key_refused = {
  code: "replica_key_refused",
  message: "No record of a replica may have this key.",
  hint: "Take another key: under this one the replica keeps what it knows of itself.",
} as const

export const replica_change_refused = {
  code: "replica_change_refused",
  message: "Change {index} of the exchange cannot be one of this table: {reason}.",
  hint: "Send what data/sync makes, unchanged. Nothing of the exchange was taken.",
} as const

export const replica_mismatch = {
  code: "replica_mismatch",
  message: "The hub keeps {theirs}; this replica keeps {ours}.",
  hint: "Give table, its version and merge alike on both sides; what was written here waits until then.",
} as const

export const replica_twin = {
  code: "replica_twin",
  message: "The hub has the id of this replica: one store is a copy of the other, or both are the same.",
  hint: "Sync with another store. A copy becomes a replica of its own when its table is emptied and synced anew.",
} as const
