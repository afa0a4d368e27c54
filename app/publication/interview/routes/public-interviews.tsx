import { listPublicInterviews } from '#db/publication/interview/published-interviews.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { publishedInterview as words } from '#shared/publication/interview/published-interview.fr.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ListPage } from '../../public-site/list-page.tsx';
import type { Route } from './+types/public-interviews';

export const handle = staticPage;

/** [IV4] Published interviews and nothing else, for anybody. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  return {
    interviews: await listPublicInterviews(db),
    canonical: origin + interviewPaths.publicInterviews(),
  };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicInterviews({ loaderData: { interviews, canonical } }: Route.ComponentProps) {
  return (
    <ListPage
      title={words.list}
      lead={words.listLead}
      canonical={canonical}
      empty={words.empty}
      items={interviews}
    >
      {({ address, title, person }) => (
        <>
          <h2 className="break-words">
            <a href={interviewPaths.publicInterview(address)}>{title}</a>
          </h2>
          <p className="break-words">{person.hook}</p>
          <p className="small muted">{words.of(person.personName, person.personRole, person.organisation)}</p>
        </>
      )}
    </ListPage>
  );
}
