import { redirect } from 'react-router';
import {
  listDepartmentNames,
  listFacilitatorsOfDepartment,
} from '#db/programme/facilitator/department-facilitators.ts';
import { findSheetAt, isOfSheet } from '#db/publication/adoption/adopted-sheets.ts';
import { findAdopter, findOwnAdoption } from '#db/publication/adoption/adoptions.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { effortText } from '#shared/publication/adoption/effort.fr.ts';
import { NO_ANSWERS, readAnswers, verdictOf } from '#shared/publication/adoption/feasibility.ts';
import { passageUnder } from '#shared/publication/adoption/passage.ts';
import { nationalProposals } from '#shared/publication/adoption/proposal.ts';
import { whomToAsk } from '#shared/publication/adoption/whom-to-ask.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { SelectField } from '../../../ui/field.tsx';
import { AbsentPage } from '../../public-site/absent-page.tsx';
import { requirePublicSheet } from '../../public-site/public-sheet.server.ts';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import { CheckQuestions } from '../check-questions.tsx';
import { KnownFacilitators } from '../known-facilitators.tsx';
import { VerdictNote } from '../verdict.tsx';
import { WhomToAsk } from '../whom-to-ask.tsx';
import type { Route } from './+types/reproduce';

export const handle = staticPage;

/** [RP2] The questions of a published sheet, and the answer once they are in the address; nothing is kept. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const { sheet, address } = await requirePublicSheet(context, request, params.adresse, sheetPaths.reproduce);
  const asked = new URL(request.url).searchParams;
  const kept = await keptFor(context, sheet.address, asked);
  if (kept) throw redirect(kept);
  const isAsked = asked.size > 0;
  const { needs, effort, cities } = sheet.facts;
  const answers = readAnswers(needs, (field) => asked.get(field));
  const department = asked.get('departement') ?? '';
  return {
    sheet: { title: sheet.title, address: sheet.address, hook: sheet.hook, cities },
    canonical: origin + address,
    needs,
    effort: effortText(effort),
    signIn: context.get(memberContext) ? null : paths.signIn(adoptionPaths.newAdoption(sheet.address, asked)),
    conditionsSaid: passageUnder(sheet.blocks, words.conditionsHeading).join(''),
    answers: isAsked ? answers : NO_ANSWERS,
    proposals: isAsked ? [] : nationalProposals(needs),
    verdict: isAsked ? verdictOf(needs, answers) : null,
    asks: whomToAsk(needs, answers),
    department,
    departments: await listDepartmentNames(db),
    facilitators: department ? await listFacilitatorsOfDepartment(db, department) : null,
  };
}

/** [RP5] Where somebody of a city keeps their answers; null for visitors, for others, and for a city that did it itself. */
async function keptFor(context: Route.LoaderArgs['context'], address: string, asked: URLSearchParams) {
  const member = context.get(memberContext);
  const { db, now } = context.get(servicesContext);
  const who = member && { userId: member.id, now: now() };
  const city = who && (await findAdopter(db, who));
  const sheet = city && (await findSheetAt(db, address));
  if (!sheet || (await isOfSheet(db, { sheetId: sheet.id, organisationId: city.id }))) return null;
  const id = await findOwnAdoption(db, { sheetId: sheet.id, ...who });
  return id ? adoptionPaths.adoption({ id, title: sheet.title }) : adoptionPaths.newAdoption(address, asked);
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function Reproduce({ loaderData }: Route.ComponentProps) {
  const { sheet, canonical, verdict, asks, department, departments, facilitators } = loaderData;
  return (
    <SiteFrame>
      <title>{frame.pageTitle(words.pageTitle(sheet.title))}</title>
      <SocialMeta
        title={words.pageTitle(sheet.title)}
        description={sheet.hook}
        canonical={canonical}
        kind="website"
      />
      {verdict && <meta name="robots" content="noindex" />}
      <header className="mb-6">
        <p className="over">{words.reproduce}</p>
        <h1 className="break-words">{sheet.title}</h1>
        <p className="lead mt-3">{words.lead}</p>
        <p className="mt-3">
          <a href={sheetPaths.publicSheet(sheet.address)}>{words.toSheet}</a>
        </p>
        {loaderData.signIn && (
          <p className="mt-3">
            {words.signedIn} <a href={loaderData.signIn}>{words.signInLink}</a>
            {words.signInAfter}
          </p>
        )}
      </header>
      {verdict && (
        <section className="plate" aria-labelledby="reponse">
          <h2 id="reponse">{words.result}</h2>
          <VerdictNote verdict={verdict} />
          <WhomToAsk asks={asks}>
            {departments.length > 0 && <KnownFacilitators facilitators={facilitators} />}
          </WhomToAsk>
          <p className="small muted mt-4">{words.nothingKept}</p>
        </section>
      )}
      <form method="get" action={`${sheetPaths.reproduce(sheet.address)}#reponse`} className="mt-6">
        <CheckQuestions {...loaderData} />
        <section className="plate">
          {departments.length > 0 && (
            <SelectField
              label={words.department}
              hint={words.departmentHint}
              name="departement"
              defaultValue={department}
            >
              <option value="">{words.chooseDepartment}</option>
              {departments.map(({ code, name }) => (
                <option key={code} value={code}>
                  {`${code} ${name}`}
                </option>
              ))}
            </SelectField>
          )}
          <button className="btn primary mt-4" type="submit">
            {words.submit}
          </button>
        </section>
      </form>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} gone={{ title: publicSite.goneTitle, text: publicSite.gone }} />;
}
