/** The middle of an ISO day, as words of dates want it. */
export const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
