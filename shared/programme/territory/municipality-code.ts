const SHAPE = /^(?:\d{5}|2[AB]\d{3})$/;

/**
 * [T1] An Insee code as the register writes it, five characters kept as text (`01004`, `2A004`); null when it has
 * another shape. Only case and surrounding spaces are forgiven.
 */
export function municipalityCodeOf(value: string): string | null {
  const code = value.trim().toUpperCase();
  return SHAPE.test(code) ? code : null;
}

/** [T2] The code that a spreadsheet has turned into a number: `1004` was `01004`. Null for anything else. */
export function withLeadingZero(value: string): string | null {
  const digits = value.trim();
  return /^\d{4}$/.test(digits) ? `0${digits}` : null;
}
