import {
  Activity,
  Archive,
  Building2,
  CalendarRange,
  Globe,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Mail,
  MapPin,
  Megaphone,
  ShieldCheck,
  Target,
  Users,
  Webhook,
} from 'lucide-react';
import { Link } from 'react-router';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { audit } from '#shared/kernel/audit/audit.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { firstSteps } from '#shared/news/to-do/first-steps.fr.ts';
import { openArchive } from '#shared/operations/archive/open-archive.fr.ts';
import { openArchivePaths } from '#shared/operations/archive/open-archive-paths.ts';
import { platformState } from '#shared/operations/state/platform-state.fr.ts';
import { platformStatePaths } from '#shared/operations/state/platform-state-paths.ts';
import { accessToken } from '#shared/operations/token/access-token.fr.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import { webhook } from '#shared/operations/webhook/webhook.fr.ts';
import { webhookPaths } from '#shared/operations/webhook/webhook-paths.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { call } from '#shared/programme/call/call.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import type { Route } from './+types/administration';

const words = people.administration;

export const handle = frameHandle({
  crumbs: () => [{ href: paths.administration(), label: frame.administration }],
});

export function loader({ context }: Route.LoaderArgs) {
  const { platformRole } = requirePlatform(context, 'people.read');
  const { mailFolder } = context.get(servicesContext);
  return {
    setsTargets: canOnPlatform(platformRole, 'steering.setTargets'),
    managesCalls: canOnPlatform(platformRole, 'call.manage'),
    managesSite: canOnPlatform(platformRole, 'site.manage'),
    administers: canOnPlatform(platformRole, 'platform.administer'),
    readsAudit: canOnPlatform(platformRole, 'audit.read'),
    importsCities: canOnPlatform(platformRole, 'territories.import'),
    readsMails: mailFolder !== null && canOnPlatform(platformRole, 'platform.administer'),
  };
}

export default function Administration({ loaderData }: Route.ComponentProps) {
  const { managesSite, managesCalls, importsCities, readsMails, setsTargets, readsAudit, administers } =
    loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(frame.administration)}</title>
      <PageHead title={frame.administration} lead={words.lead} />
      <ul className="ruled max-w-[44rem]">
        {administers && (
          <Place
            to={paths.administrationFirstSteps()}
            icon={ListChecks}
            title={firstSteps.title}
            lead={firstSteps.lead}
          />
        )}
        <Place to={paths.administrationPeople()} icon={Users} title={words.people} lead={words.peopleLead} />
        <Place
          to={paths.administrationOrganisations()}
          icon={Building2}
          title={words.organisationsTitle}
          lead={words.organisationsLead}
        />
        {managesCalls && (
          <>
            <Place
              to={programmePaths.administrationCalls()}
              icon={Megaphone}
              title={call.administration.listTitle}
              lead={call.administration.lead}
            />
            <Place
              to={programmePaths.administrationSeasons()}
              icon={CalendarRange}
              title={call.seasons.title}
              lead={call.seasons.lead}
            />
          </>
        )}
        {importsCities && (
          <Place
            to={paths.administrationCities()}
            icon={MapPin}
            title={words.cities}
            lead={words.citiesLead}
          />
        )}
        {setsTargets && (
          <Place
            to={programmePaths.administrationTargets()}
            icon={Target}
            title={steering.targets.title}
            lead={steering.targets.place}
          />
        )}
        {managesSite && (
          <Place
            to={sitePaths.administration()}
            icon={Globe}
            title={obligations.administration.title}
            lead={obligations.administration.place}
          />
        )}
        {managesSite && (
          <Place
            to={platformStatePaths.page()}
            icon={Activity}
            title={platformState.title}
            lead={platformState.place}
          />
        )}
        {readsMails && (
          <Place to={paths.administrationMails()} icon={Mail} title={words.mails} lead={words.mailsLead} />
        )}
        {administers && (
          <>
            <Place
              to={accessTokenPaths.administration()}
              icon={KeyRound}
              title={accessToken.administration.title}
              lead={accessToken.administration.place}
            />
            <Place
              to={webhookPaths.list(null)}
              icon={Webhook}
              title={webhook.fullTitle}
              lead={webhook.place}
            />
            <Place
              to={openArchivePaths.list(null)}
              icon={Archive}
              title={openArchive.title}
              lead={openArchive.place}
            />
          </>
        )}
        {readsAudit && (
          <Place
            to={programmePaths.administrationAudit()}
            icon={ShieldCheck}
            title={audit.title}
            lead={audit.adminLead}
          />
        )}
      </ul>
    </main>
  );
}

function Place({
  to,
  icon: Icon,
  title,
  lead,
}: {
  to: string;
  icon: LucideIcon;
  title: string;
  lead: string;
}) {
  return (
    <li className="item">
      <Icon className="icon" aria-hidden="true" />
      <div>
        <Link to={to}>{title}</Link>
        <p className="muted">{lead}</p>
      </div>
    </li>
  );
}
