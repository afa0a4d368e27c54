/** Words of exact texts and review rounds. */
export const review = {
  versionName: (day: string) => `Soumis à la relecture le ${day}`,
} as const;
