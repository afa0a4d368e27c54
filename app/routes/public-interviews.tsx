import { redirect } from 'react-router';
import { listPublicInterviews } from '#db/published-interviews.ts';
import { interviewPaths } from '#shared/interview-paths.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { publishedInterview as words } from '#shared/messages/fr/published-interview.ts';
import { servicesContext } from '../context.ts';
import { SiteFrame } from '../public-site/site-frame.tsx';
import { SocialMeta } from '../public-site/social-meta.tsx';
import { staticPage } from '../static-page.ts';
import type { Route } from './+types/public-interviews';

export const handle = staticPage;

/** [IV4] Published interviews and nothing else, for anybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const address = interviewPaths.publicInterviews();
  if (new URL(request.url).pathname !== address) throw redirect(address, 301);
  return { interviews: await listPublicInterviews(db), canonical: origin + address };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicInterviews({ loaderData: { interviews, canonical } }: Route.ComponentProps) {
  return (
    <SiteFrame>
      <title>{`${words.list} · ${frame.product}`}</title>
      <SocialMeta title={words.list} description={words.listLead} canonical={canonical} kind="website" />
      <h1>{words.list}</h1>
      <p className="lead mt-3">{words.listLead}</p>
      {interviews.length === 0 ? (
        <p className="mt-8">{words.empty}</p>
      ) : (
        <ul className="public-sheets mt-8">
          {interviews.map(({ address, title, person }) => (
            <li key={address} className="plate">
              <h2 className="break-words">
                <a href={interviewPaths.publicInterview(address)}>{title}</a>
              </h2>
              <p className="break-words">{person.hook}</p>
              <p className="small muted">
                {words.of(person.personName, person.personRole, person.organisation)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </SiteFrame>
  );
}
