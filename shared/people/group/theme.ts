/** The three themes of the season. A theme is always shown as colour, icon and word together. */
export const THEME_KEYS = ['transition', 'biodiversite', 'risques'] as const;
export type ThemeKey = (typeof THEME_KEYS)[number];
