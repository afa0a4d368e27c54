import { isDay } from '../../kernel/day/days.ts';
import { parseTitle } from '../../kernel/title.ts';
import { THEME_KEYS, type ThemeKey } from '../../people/group/theme.ts';
import type { SeasonError } from '../call/call-errors.ts';

/** A season as its page has it. */
export interface SeasonFields {
  readonly number: number;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly themes: readonly { readonly key: ThemeKey; readonly name: string }[];
}

/** The same as a form sends it; the name of a theme is empty when the season does without it. */
export interface TypedSeason extends Readonly<Record<ThemeKey, string>> {
  readonly number: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** [CA13] Everything that is wrong with what was typed, by control, or the season. */
export function parseSeason(
  typed: TypedSeason,
):
  | { readonly fields: SeasonFields }
  | { readonly faults: Readonly<Partial<Record<keyof TypedSeason, SeasonError>>> } {
  const faults: Partial<Record<keyof TypedSeason, SeasonError>> = {};
  const number = /^\d{1,2}$/.test(typed.number.trim()) ? Number(typed.number) : 0;
  const name = parseTitle(typed.name);
  if (number < 1) faults.number = 'season.numberInvalid';
  if (!name.ok || name.value.length > 120) faults.name = 'season.nameInvalid';
  for (const day of ['startsOn', 'endsOn'] as const)
    if (!isDay(typed[day])) faults[day] = 'season.dateInvalid';
  if (!faults.startsOn && !faults.endsOn && typed.startsOn > typed.endsOn)
    faults.endsOn = 'season.datesReversed';
  const themes = THEME_KEYS.map((key) => ({ key, name: typed[key].replace(/\s+/gu, ' ').trim() })).filter(
    (theme) => theme.name !== '',
  );
  const [first = 'transition'] = THEME_KEYS;
  if (themes.length === 0) faults[first] = 'season.themesMissing';
  for (const theme of themes) if (theme.name.length > 120) faults[theme.key] = 'season.themeNameTooLong';
  if (Object.keys(faults).length > 0 || !name.ok) return { faults };
  const { startsOn, endsOn } = typed;
  return { fields: { number, name: name.value, startsOn, endsOn, themes } };
}
