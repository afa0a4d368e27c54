import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { includesClosedNeeds } from '#db/library/need/closed-needs.ts';
import { listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { ACCESS_STATUSES } from '#shared/library/dataset/dataset.ts';
import { openNeeds } from '#shared/publication/open-data/open-table.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { DATA_USES, SERVICE_KINDS, SIZE_CLASSES } from '#shared/publication/sheet/use-case-sheet.ts';
import { operation } from './operation.ts';
import { ALL, tell } from './readings.ts';
import { each, listOf, needed, Page, pageOf, Theme } from './shapes.ts';

const Text = z.string();
const Day = z.iso.date().nullable();
const UseCase = z
  .object({
    /** The end of its public address. */
    id: Text,
    ...each(Text, 'title', 'hook'),
    theme: Theme,
    cities: z.array(Text),
    size: z.enum(SIZE_CLASSES).nullable(),
    serviceKind: z.enum(SERVICE_KINDS).nullable(),
    uses: z.array(z.enum(DATA_USES)),
    effort: z.object({ days: z.number(), cost: z.number() }),
    period: z.object({ startsOn: Day, endsOn: Day }),
    /** [OD2] As the open data tell them. */
    needs: z.array(
      z.object({ ...needed, name: Text, status: z.enum(ACCESS_STATUSES), reason: Text.nullable() }),
    ),
    ...each(z.iso.datetime(), 'firstAt', 'publishedAt'),
    url: z.url(),
  })
  .meta({ id: 'UseCase' });

async function listUseCases({ db, origin }: { readonly db: Db; readonly origin: string }) {
  const { sheets } = await listPublicSheets(db, { size: ALL });
  const includesClosed = await includesClosedNeeds(db);
  return sheets.map(({ facts, address, ...sheet }) => ({
    ...facts,
    ...sheet,
    id: address,
    needs: openNeeds(facts, includesClosed),
    url: origin + sheetPaths.publicSheet(address),
  }));
}

/** [I5] The published sheets, for anybody. */
export const useCaseOperations = [
  operation({
    path: '/use-cases',
    name: 'useCases.list',
    scope: 'public',
    query: Page,
    answer: listOf(UseCase),
    run: async ({ services, query }) => {
      const { items, next } = pageOf(await listUseCases(services), query);
      return ok({ items: items.map((one) => tell(UseCase, one)), next });
    },
  }),
  operation({
    path: '/use-cases/{id}',
    name: 'useCases.read',
    scope: 'public',
    params: z.object({ id: Text.max(200) }),
    answer: UseCase,
    run: async ({ services, params }) => {
      const one = (await listUseCases(services)).find(({ id }) => id === params.id);
      return one ? ok(tell(UseCase, one)) : fail('access.notFound');
    },
  }),
];
