import { listLaureates } from '#db/programme/assessment/laureates.ts';
import { listCalls } from '#db/programme/call/calls.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, placeOfPage } from '#shared/kernel/paging.ts';
import type { CallLaureates } from '#shared/programme/call/laureate.ts';
import { publicCalls as words } from '#shared/programme/call/public-calls.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { SiteFrame } from '../../../publication/public-site/site-frame.tsx';
import { SocialMeta } from '../../../publication/public-site/social-meta.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { CallPart } from '../call-part.tsx';
import { partsOfCalls } from '../call-parts.server.ts';
import type { Route } from './+types/calls';

export const handle = staticPage;

/** Past calls of one page: each may name its laureates. */
const PAST = 10;

/** [CA2] [PS11] The calls that are published, open, coming and past, for anybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now, origin } = context.get(servicesContext);
  const at = now();
  const all = await listCalls(db, { mayPrepare: false, now: at });
  const { open, coming, past } = partsOfCalls(all, at);
  const place = placeOfPage(askedPage(new URL(request.url).searchParams), past.length, PAST);
  const shown = past.slice(place.offset, place.offset + PAST);
  const laureates = await listLaureates(db, { callIds: shown.map(({ id }) => id), now: at });
  return {
    open,
    coming,
    past: shown.map((call) => ({ ...call, laureates: inBrief(laureates.get(call.id)) })),
    place,
    canonical: origin + programmePaths.calls(place.page),
  };
}

/** Their summaries are on the page of the call. */
const inBrief = (found: CallLaureates | undefined) =>
  found ? { ...found, named: found.named.map((one) => ({ ...one, summary: '' })) } : null;

/** Asked for each time: an opening and a closing are to the minute. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function Calls({ loaderData }: Route.ComponentProps) {
  const { open, coming, past, place, canonical } = loaderData;
  const isNone = open.length + coming.length + past.length === 0;
  return (
    <SiteFrame>
      <title>{frame.pageTitle(words.title)}</title>
      <SocialMeta title={words.title} description={words.lead} canonical={canonical} kind="website" />
      <h1>{words.title}</h1>
      <p className="lead mt-3 mb-8">{words.lead}</p>
      {isNone && <p role="status">{words.none}</p>}
      {!isNone && open.length === 0 && <p className="mb-8">{words.noneOpen}</p>}
      <CallPart part="open" calls={open} />
      <CallPart part="coming" calls={coming} />
      <CallPart part="past" calls={past} />
      <Pages words={pageWords} page={place.page} pages={place.pages} to={programmePaths.calls} />
    </SiteFrame>
  );
}
