/** A convention of the programme Action Cœur de Ville: one commune, or several that signed together. */
export interface Agreement {
  /** `ACV008`. */
  readonly id: string;
  readonly name: string;
  /** One of the 222 of the 2022 call; later signatories are kept apart. */
  readonly isInProgramme: boolean;
  /** `2018-09-28`. The sources mix first conventions and amendments: never the day of entry. */
  readonly signedOn: string | null;
}

/** [T5] The identifier of a convention, `ACV` and three digits; null when it has another shape. */
export function agreementIdOf(value: string): string | null {
  const id = value.trim().toUpperCase();
  return /^ACV\d{3}$/.test(id) ? id : null;
}

/** [T6] A day as the files write it (`2018-09-28`, `28/09/2018`, midnight or not), in ISO; null when it is no day. */
export function signatureDayOf(value: string): string | null {
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ]00:00:00(?:\.0+)?Z?)?$/.exec(value);
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : french ? [french[3], french[2], french[1]] : [];
  if (!year || !month || !day) return null;
  // A day that does not exist comes back as another one.
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const written = `${year}-${month}-${day}`;
  return new Date(time).toISOString().slice(0, 10) === written ? written : null;
}

/** [T7] `oui` or `non`, whether the convention is of the 2022 call; null when it is neither. */
export function programmeMarkOf(value: string): boolean | null {
  const mark = value.trim().toLowerCase();
  return mark === 'oui' ? true : mark === 'non' ? false : null;
}
