const month = new Intl.DateTimeFormat('fr', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const short = new Intl.DateTimeFormat('fr', { timeZone: 'UTC', month: 'short' });

/** Months and days that are text (`2023-03`, `2023-03-14`) in French words. */
export const months = {
  /** « mars 2023 » */
  long: (given: string) => month.format(new Date(`${given}-01T00:00:00Z`)),
  /** « d’avril 2023 », « de mars 2023 » */
  of: (given: string): string => {
    const said = months.long(given);
    return /^[aoé]/.test(said) ? `d’${said}` : `de ${said}`;
  },
  /** « Mars 2023 » */
  title: (given: string) => {
    const text = month.format(new Date(`${given}-01T00:00:00Z`));
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  /** « janv. » */
  short: (given: string) => short.format(new Date(`${given}-01T00:00:00Z`)),
} as const;
