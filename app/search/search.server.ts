import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { type Found, type SearchFilter, searchEverything } from '#db/search/search.ts';
import { stateOf } from '#shared/kind-states.fr.ts';
import { kindOf } from '#shared/kinds.ts';
import type { SearchAddress } from '#shared/paths.ts';
import { THEME_KEYS } from '#shared/people/group/theme.ts';
import { search as words } from '#shared/search/search.fr.ts';
import type { SearchError } from '#shared/search/search-errors.ts';
import { parseSearch, RESULTS_A_PAGE } from '#shared/search/search-query.ts';

const DAY = 86_400_000;

const Asked = z.object({
  q: z.string().catch(''),
  type: z.string().nullable().catch(null),
  groupe: z.uuid().nullable().catch(null),
  organisme: z.string().min(1).max(64).nullable().catch(null),
  theme: z.enum(THEME_KEYS).nullable().catch(null),
  etat: z.string().max(40).nullable().catch(null),
  depuis: z
    .enum(Object.keys(words.sinces) as [string, ...string[]])
    .nullable()
    .catch(null),
  page: z.coerce.number().int().min(1).max(50).catch(1),
});

/** What an address of the search page asks; whatever it does not understand counts as absent. */
export function readSearch(address: URL) {
  const read = Asked.parse(Object.fromEntries(address.searchParams));
  const kind = kindOf(read.type);
  return {
    text: read.q.trim(),
    kind,
    groupId: read.groupe,
    organisationId: read.organisme,
    theme: read.theme,
    state: stateOf(kind, read.etat)?.state ?? null,
    days: read.depuis,
    page: read.page,
  } satisfies SearchAddress;
}

interface Answer {
  readonly refusal: SearchError | null;
  readonly found: Found | null;
}

/** [SE1] to [SE7] One page of results for this person. */
export async function runSearch(
  db: Db,
  asked: ReturnType<typeof readSearch>,
  reader: { userId: string; now: Date },
): Promise<Answer> {
  const query = parseSearch(asked.text);
  if (!query.ok) return { refusal: query.error, found: null };
  if (query.value.terms.length === 0) return { refusal: null, found: null };
  const { kind, groupId, organisationId, theme, state, days, page } = asked;
  const since = days ? new Date(reader.now.getTime() - Number(days) * DAY) : null;
  const inState = stateOf(kind, state);
  const filter: SearchFilter = { kind, groupId, organisationId, theme, inState, since };
  const skip = (page - 1) * RESULTS_A_PAGE;
  const found = await searchEverything(db, {
    query: query.value,
    filter,
    ...reader,
    skip,
    limit: RESULTS_A_PAGE,
  });
  return found.ok ? { refusal: null, found: found.value } : { refusal: found.error, found: null };
}
