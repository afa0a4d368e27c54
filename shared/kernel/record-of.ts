/** A value for each of the keys that are known, under its key. */
export function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  told: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, told(key)])) as Record<Key, Value>;
}
