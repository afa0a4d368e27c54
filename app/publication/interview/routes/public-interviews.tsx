import {
  countPublicInterviews,
  listPublicInterviews,
} from '#db/publication/interview/published-interviews.ts';
import { askedPage, LINES_A_PAGE, placeOfPage } from '#shared/kernel/paging.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { publishedInterview as words } from '#shared/publication/interview/published-interview.fr.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { KindTabs } from '../../public-site/kind-tabs.tsx';
import { ListPage } from '../../public-site/list-page.tsx';
import { Picture } from '../../public-site/picture.tsx';
import type { Route } from './+types/public-interviews';

export const handle = staticPage;

/** [IV4] Published interviews and nothing else, for anybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const asked = askedPage(new URL(request.url).searchParams);
  const place = placeOfPage(asked, await countPublicInterviews(db));
  return {
    interviews: await listPublicInterviews(db, LINES_A_PAGE, '', place.offset),
    place,
    canonical: origin + interviewPaths.publicInterviews(place.page),
  };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicInterviews({
  loaderData: { interviews, place, canonical },
}: Route.ComponentProps) {
  return (
    <ListPage
      title={words.list}
      lead={words.listLead}
      canonical={canonical}
      empty={words.empty}
      items={interviews}
      place={place}
      to={interviewPaths.publicInterviews}
      above={<KindTabs />}
    >
      {({ address, title, person }) => (
        <>
          <h2 className="break-words">
            <a href={interviewPaths.publicInterview(address)}>{title}</a>
          </h2>
          <p className="break-words">{person.hook}</p>
          <p className="small muted">{words.of(person.personName, person.personRole, person.organisation)}</p>
          <Picture drawn={{ theme: null, marks: 0, filled: 0 }} lines={['', '']} />
        </>
      )}
    </ListPage>
  );
}
