import type { DomainError } from '#shared/errors.ts';
import { access } from './fr/access.ts';
import { dates } from './fr/dates.ts';
import { errorPage, frame } from './fr/frame.ts';
import { server } from './fr/server.ts';

/** The catalogue: every French word of the product, by noun. A second language is a second folder of the same shape. */
export const fr = {
  access,
  dates,
  frame,
  errorPage,
  server,
  errors: { ...access.errors } satisfies Record<DomainError, string>,
} as const;
