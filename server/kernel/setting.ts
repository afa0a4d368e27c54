import { z } from 'zod';

/** What people are told of a setting beside what its schema says itself (its default, its choices, its bounds). */
interface Setting {
  readonly meaning: string;
  /** In words, where the schema neither lists its values nor bounds a number. */
  readonly accepted?: string;
  /** What holds when the variable is absent and has no default. */
  readonly absent?: string;
}

/** Where each setting says what it is for, next to how it is parsed; `settings-page.ts` makes the page of them. */
export const about = z.registry<Setting>();
