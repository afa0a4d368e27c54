import { House, ListTodo, MapPin, Settings, UserRound, Users } from 'lucide-react';
import { Link, Outlet, type ShouldRevalidateFunctionArgs, useLocation, useMatches } from 'react-router';
import { canOnPlatform } from '#shared/access.ts';
// Not the whole catalogue: this module is part of every page of the workspace, the document's included.
import { frame } from '#shared/messages/fr/frame.ts';
import { initialsOf } from '#shared/organisation/organisation.ts';
import { paths } from '#shared/paths.ts';
import { requireMember, signInFirst } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { crumbsOf, frameHandleOf } from '../frame-handle.ts';
import { SignOut } from '../offline/sign-out.tsx';
import { useOffline } from '../offline/use-offline.ts';
import { Frame, type NavigationItem } from '../ui/frame.tsx';
import { StatusSlot } from '../ui/status-slot.tsx';
import type { Route } from './+types/workspace';

export const middleware: Route.MiddlewareFunction[] = [signInFirst];

export function loader({ context }: Route.LoaderArgs) {
  const { env } = context.get(servicesContext);
  return { member: requireMember(context), isDemo: env.DEMO, isOffline: env.OFFLINE };
}

/** Who is here does not change by going about: only after a form, or when a page asks for everything again. */
export function shouldRevalidate({ formMethod, currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined || currentUrl.href === nextUrl.href;
}

export default function Workspace({ loaderData: { member, isDemo, isOffline } }: Route.ComponentProps) {
  const { pathname } = useLocation();
  const matches = useMatches();
  useOffline(isOffline);
  const item = (href: string, label: string, icon: NavigationItem['icon']): NavigationItem => ({
    href,
    label,
    icon,
    isCurrent: href === '/' ? pathname === '/' : isUnder(pathname, href),
  });
  const home = item(paths.home(), frame.home, House);
  const isAdministering = canOnPlatform(member.platformRole, 'people.read');
  return (
    <StatusSlot>
      {(status) => (
        <Frame
          words={frame}
          main={[
            home,
            item(paths.groups(), frame.myGroups, Users),
            item(paths.myCards(), frame.myCards, ListTodo),
            item(paths.cities(), frame.cities, MapPin),
          ]}
          secondary={isAdministering ? [item(paths.administration(), frame.administration, Settings)] : []}
          shortcuts={[
            home,
            item(paths.groups(), frame.groups, Users),
            item(paths.myCards(), frame.myCards, ListTodo),
            item(paths.account(), frame.account, UserRound),
          ]}
          crumbs={crumbsOf(matches)}
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
          status={status}
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

/** Documents and boards live at addresses of their own but belong to the groups. */
function isUnder(pathname: string, href: string): boolean {
  if (href === paths.groups() && /^\/(documents|tableaux)\//.test(pathname)) return true;
  return pathname === href || pathname.startsWith(`${href}/`);
}
