import { z } from 'zod';
import { isDay } from '#shared/kernel/day/days.ts';
import { ACCESS_STATUSES, PRODUCER_KINDS } from '#shared/library/dataset/dataset.ts';
import { IMPORTANCES } from '#shared/library/need/data-need.ts';
import { THEME_KEYS } from '#shared/people/group/theme.ts';

const code = z.string().max(64).optional().catch(undefined);

/** What the address asks of the table; what is none of ours is not asked. */
const Asked = z.object({
  theme: z.enum(THEME_KEYS).optional().catch(undefined),
  region: code,
  organisationId: code,
  importance: z.enum(IMPORTANCES).optional().catch(undefined),
  accessStatus: z.enum(ACCESS_STATUSES).optional().catch(undefined),
  producerKind: z.enum(PRODUCER_KINDS).optional().catch(undefined),
  day: z
    .string()
    .refine((text) => isDay(text) && text > '2000' && text < '2100')
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(2_000).catch(1),
});
export type AskedNeeds = z.output<typeof Asked>;

/** Reads the filters of an address. */
export function askedNeeds(request: Request): AskedNeeds {
  const given = new URL(request.url).searchParams;
  const value = (name: string) => given.get(name) || undefined;
  return Asked.parse({
    theme: value('theme'),
    region: value('region'),
    organisationId: value('ville'),
    importance: value('importance'),
    accessStatus: value('statut'),
    producerKind: value('producteur'),
    day: value('jour'),
    page: value('page') ?? '1',
  });
}

/** As the statements take them: what is absent is not there at all. */
export function filtersOf({ day: _day, page: _page, ...asked }: AskedNeeds) {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as {
    [Name in keyof typeof asked]?: NonNullable<(typeof asked)[Name]>;
  };
}
