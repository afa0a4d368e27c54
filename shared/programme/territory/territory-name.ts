/** The name of a territory as it is printed: its sources write the straight apostrophe of keyboards. */
export function printedName(name: string): string {
  return name.replaceAll("'", '’');
}
