/** The entry at a place that the list is known to have. Throws where it has none: whoever asks has counted wrong. */
export function entryAt<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`no entry ${index} of ${list.length}`);
  return entry;
}
