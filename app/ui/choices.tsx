/** The options of a list: what is known, each by its French name. */
export function optionsOf<T extends string | number>(known: readonly T[], said: Readonly<Record<T, string>>) {
  return known.map((value) => (
    <option key={value} value={value}>
      {said[value]}
    </option>
  ));
}

type Named = { readonly id: string } & ({ readonly name: string } | { readonly title: string });

/** The same of whatever has a name or a title. */
export function namedOptions(items: readonly Named[]) {
  return items.map((item) => (
    <option key={item.id} value={item.id}>
      {'name' in item ? item.name : item.title}
    </option>
  ));
}
