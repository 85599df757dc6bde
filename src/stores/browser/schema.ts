/** Raised, from the first release on, with every change of what `makePlaces` makes, which then needs a way from the one before. */
export const FORMAT = 1

/** The version of the database is its format and, for each time a table was raised or a mark given, so many. */
export const FORMATS = 1000

/** Where what is kept. All of it is made with the database, so that naming a store or a table never waits for other tabs. */
export const places = [
  "about",
  "kv",
  "notes",
  "tables",
  "records",
  "quarantine",
  "blobs",
  "parts",
  "queues",
  "messages",
  "dead",
  "journals",
  "entries",
] as const

export type Place = (typeof places)[number]

/** Makes everything in an empty database. A row that lacks the field of an index is not in it. */
export function makePlaces(database: IDBDatabase, transaction: IDBTransaction): void {
  for (const place of places) database.createObjectStore(place)
  transaction.objectStore("notes").createIndex("ends", ["store", "expires"])
  transaction.objectStore("blobs").createIndex("large", "large")
  // Of all tables in one, so that a table that is new or changed needs no other version of the database.
  transaction.objectStore("records").createIndex("by", "entries", { multiEntry: true })
  const messages = transaction.objectStore("messages")
  messages.createIndex("due", ["head", "due", "number"])
  messages.createIndex("line", ["line", "partition", "number"])
  messages.createIndex("held", ["held", "due", "number"])
}

/** Whether a database has all of it. */
export function hasPlaces(database: IDBDatabase): boolean {
  return places.every((place) => database.objectStoreNames.contains(place))
}
