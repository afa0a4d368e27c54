/** A text of the outside as the database can hold it: PostgreSQL takes no NUL, and no half of a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** [SC16] Can the database hold this text as it is? */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/**
 * [SC16] Where in a value of JSON stands the first text that the database cannot hold, names included: its path (`''` for the value itself), or null.
 * However deep the value is.
 */
export function unstorableIn(value: unknown): string | null {
  const left: { readonly path: string; readonly value: unknown }[] = [{ path: '', value }];
  for (let one = left.pop(); one; one = left.pop()) {
    const { path, value: inner } = one;
    if (typeof inner === 'string' && !isStorable(inner)) return path;
    if (typeof inner !== 'object' || inner === null) continue;
    for (const [name, next] of Object.entries(inner).reverse()) {
      const at = path === '' ? name : `${path}.${name}`;
      if (!isStorable(name)) return path;
      left.push({ path: at, value: next });
    }
  }
  return null;
}

/** [SC19] The text that these bytes write; null when they are no UTF-8. Nothing is replaced in silence. */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** [SC19] Is everything that this address or form writes with signs of percent UTF-8? A sign of percent by itself is one, and no fault. */
export function isWellEncoded(text: string): boolean {
  try {
    // What comes of it is looked at: a bundler takes a call for nothing whose answer nobody uses.
    const read = [...text.matchAll(/(?:%[0-9a-f]{2})+/gi)].map(([written]) => decodeURIComponent(written));
    return read.every((letters) => letters !== '');
  } catch {
    return false;
  }
}

/** [SC19] A text that a header carries, percent-encoded, for headers have no letters: null when it is not, or when the text cannot be kept. */
export function headerText(given: string): string | null {
  if (!/^[ -~]*$/.test(given)) return null;
  try {
    const text = decodeURIComponent(given);
    return isStorable(text) ? text : null;
  } catch {
    return null;
  }
}
