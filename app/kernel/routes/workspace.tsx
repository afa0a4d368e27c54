import {
  CircleQuestionMark,
  Compass,
  Database,
  FlaskConical,
  History,
  House,
  Inbox,
  Library,
  ListTodo,
  MapPin,
  ScrollText,
  Search,
  Settings,
  UserRound,
  Users,
} from 'lucide-react';
import { Link, Outlet, type ShouldRevalidateFunctionArgs, useLocation, useMatches } from 'react-router';
import { countUnread } from '#db/news/notification/notifications.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
// Not the whole catalogue: this module is part of every page of the workspace, the document's included.
import { frame } from '#shared/kernel/frame.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { paths } from '#shared/paths.ts';
import { initialsOf } from '#shared/people/organisation/organisation.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { servicesContext } from '../../context.ts';
import { useNewsCount } from '../../news/news/use-news-count.ts';
import { Bell } from '../../news/notification/bell.tsx';
import { markOpened } from '../../news/notification/mark-opened.server.ts';
import { PaletteDoor } from '../../search/palette-door.tsx';
import { Frame, type NavigationItem } from '../../ui/frame.tsx';
import { StatusSlot } from '../../ui/status-slot.tsx';
import { requireMember, signInFirst } from '../access.server.ts';
import { crumbsOf, frameHandleOf } from '../frame-handle.ts';
import { SignOut } from '../offline/sign-out.tsx';
import { useOffline } from '../offline/use-offline.ts';
import type { Route } from './+types/workspace';

export const middleware: Route.MiddlewareFunction[] = [signInFirst, markOpened];

export async function loader({ context }: Route.LoaderArgs) {
  const { env, db, now } = context.get(servicesContext);
  const member = requireMember(context);
  const unread = await countUnread(db, { userId: member.id, now: now() });
  // Made here, so that a document or a board need not bring the addresses of the programme.
  const programme = {
    experiments: programmePaths.experiments(),
    applications: programmePaths.applications(),
    synthesis: synthesisPaths.synthesis(),
    help: helpPaths.helpFrom(),
    steering: canOnPlatform(member.platformRole, 'steering.read') ? programmePaths.steering() : null,
  };
  return { member, unread, programme, isDemo: env.DEMO, isOffline: env.OFFLINE };
}

/** Who is here does not change by going about: only after a form, or when a page asks for everything again. */
export function shouldRevalidate({ formMethod, currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined || currentUrl.href === nextUrl.href;
}

export default function Workspace({ loaderData }: Route.ComponentProps) {
  const { member, unread, programme, isDemo, isOffline } = loaderData;
  const { pathname } = useLocation();
  const matches = useMatches();
  useOffline(isOffline, member.id);
  const item = (href: string, label: string, icon: NavigationItem['icon']): NavigationItem => ({
    href,
    label,
    icon,
    isCurrent: href === '/' ? pathname === '/' : isUnder(pathname, href),
  });
  const crumbs = crumbsOf(matches);
  const count = useNewsCount(crumbs.at(-1)?.href ?? pathname, loaderData);
  const news = { ...item(paths.news(), frame.news, History), count };
  const home = item(paths.home(), frame.home, House);
  const isAdministering = canOnPlatform(member.platformRole, 'people.read');
  return (
    <StatusSlot>
      {(status) => (
        <Frame
          words={frame}
          main={[
            home,
            news,
            item(paths.groups(), frame.myGroups, Users),
            item(paths.myCards(), frame.myCards, ListTodo),
            item(programme.experiments, frame.experiments, FlaskConical),
            item(programme.synthesis, frame.synthesis, ScrollText),
            item(programme.applications, frame.applications, Inbox),
            item(paths.resources(), frame.resources, Library),
            item(paths.datasets(), frame.datasets, Database),
            item(paths.cities(), frame.cities, MapPin),
            { ...item(paths.search(), frame.searchPage, Search), isOnlySmall: true },
            { ...item(paths.account(), frame.account, UserRound), isOnlySmall: true },
          ]}
          secondary={[
            ...(programme.steering ? [item(programme.steering, frame.steering, Compass)] : []),
            ...(isAdministering ? [item(paths.administration(), frame.administration, Settings)] : []),
            item(programme.help + pathname, frame.help, CircleQuestionMark),
          ]}
          shortcuts={[
            home,
            news,
            item(paths.groups(), frame.groups, Users),
            item(paths.myCards(), frame.myCards, ListTodo),
          ]}
          crumbs={crumbs}
          account={{
            href: paths.account(),
            label: frame.accountOf(member.name),
            letters: initialsOf(member.name),
            colour: member.organisation?.colour ?? 0,
          }}
          foot={
            <>
              <SignOut userId={member.id}>
                <button className="btn quiet sm -ml-[0.8125rem]" type="submit">
                  {frame.signOut}
                </button>
              </SignOut>
              {isDemo && <p>{frame.demoNotice}</p>}
              <p>
                <Link to={paths.accessibility()}>{frame.accessibility}</Link>
              </p>
            </>
          }
          search={<PaletteDoor mayAdminister={isAdministering} />}
          status={status}
          bell={<Bell counted={unread} />}
          isWorking={matches.some(
            (match) => frameHandleOf(match)?.isWorking && match.loaderData !== undefined,
          )}
        >
          <Outlet />
        </Frame>
      )}
    </StatusSlot>
  );
}

/** Addresses of what belongs to an entry of the navigation without being under its own. */
const BELONGS: Readonly<Record<string, RegExp>> = {
  '/groupes': /^\/(documents|tableaux|seances|decisions)\//,
  '/experimentations': /^\/(missions|problematiques)/,
  '/candidatures': /^\/(instruction|comite)/,
  '/villes': /^\/atd/,
};

function isUnder(pathname: string, href: string): boolean {
  if (BELONGS[href]?.test(pathname)) return true;
  return pathname === href || pathname.startsWith(`${href}/`);
}
