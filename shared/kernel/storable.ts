/** A text of the outside as the database can hold it: PostgreSQL takes no NUL, and no half of a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
