/** What a refused gesture on the page of a mission answers. */
export interface MissionAnswer {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  /** What was typed, and in which form. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What was typed in a field of the form that was refused; else what is given. */
export function typedIn(answer: MissionAnswer | null, form: string) {
  const isHere = answer?.values.form === form;
  const typed = isHere ? answer.values : {};
  const errors = isHere ? answer.errors : {};
  return {
    errors,
    isRefused: Object.keys(errors).length > 0,
    typedOf: (field: string, otherwise = '') => {
      const value = typed[field];
      return typeof value === 'string' ? value : otherwise;
    },
  };
}

/** « 14 mars 2023 » needs an instant of an ISO day. */
export const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
