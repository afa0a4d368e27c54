import { type ReactNode, useState } from 'react';
import { Link, Outlet, type ShouldRevalidateFunctionArgs, useLocation, useMatches } from 'react-router';
import { countUnread } from '#db/news/notification/notifications.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
// Not the whole catalogue: this module is part of every page of the workspace, the document's included.
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { initialsOf } from '#shared/people/organisation/organisation.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { menuOf } from '../../menu.server.ts';
import { Bell, useUnread } from '../../news/notification/bell.tsx';
import { markOpened } from '../../news/notification/mark-opened.server.ts';
import { useCounts } from '../../news/use-counts.ts';
import { PaletteDoor } from '../../search/palette-door.tsx';
import { OfAccount } from '../../ui/account.ts';
import { Frame } from '../../ui/frame.tsx';
import { StatusSlot } from '../../ui/status-slot.tsx';
import { signInFirst } from '../access.server.ts';
import { crumbsOf, frameHandleOf } from '../frame-handle.ts';
import { FOLD_COOKIE, rememberFold } from '../menu/fold-menu.ts';
import { shownMenu } from '../menu/shown-menu.ts';
import { SignOut } from '../offline/sign-out.tsx';
import { useOffline } from '../offline/use-offline.ts';
import { RefusedPage } from '../refused-page.tsx';
import type { Route } from './+types/workspace';

export const middleware: Route.MiddlewareFunction[] = [signInFirst, markOpened];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { env, db, now } = context.get(servicesContext);
  const member = context.get(memberContext);
  // An address that is none of ours, the one page of it that a visitor has.
  if (!member) return null;
  const [unread, menu] = await Promise.all([
    countUnread(db, { userId: member.id, now: now() }),
    menuOf(db, member, now()),
  ]);
  const isFolded = request.headers.get('Cookie')?.split(/;\s*/).includes(FOLD_COOKIE) ?? false;
  return { member, unread, menu, isFolded, isDemo: env.DEMO, isOffline: env.OFFLINE };
}

/** Who is here does not change by going about: only after a form, or when a page asks for everything again. */
export function shouldRevalidate({ formMethod, currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined || currentUrl.href === nextUrl.href;
}

export default function Workspace({ loaderData }: Route.ComponentProps) {
  return loaderData ? (
    <MembersFrame loaderData={loaderData}>
      <Outlet />
    </MembersFrame>
  ) : (
    <Outlet />
  );
}

/** [PS15] What a page refuses stands in its place: the frame with its search stays, unless the frame itself failed. */
export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  return loaderData ? (
    <MembersFrame loaderData={loaderData}>
      <RefusedPage error={error} isFramed />
    </MembersFrame>
  ) : (
    <RefusedPage error={error} />
  );
}

type FrameData = NonNullable<Route.ComponentProps['loaderData']>;

function MembersFrame({ loaderData, children }: { loaderData: FrameData; children: ReactNode }) {
  const { member, menu, isDemo, isOffline } = loaderData;
  const { pathname } = useLocation();
  const matches = useMatches();
  const [isFolded, setIsFolded] = useState(loaderData.isFolded);
  useOffline(isOffline, member.id);
  const crumbs = crumbsOf(matches);
  const unread = useUnread(loaderData.unread);
  const counts = { ...useCounts(crumbs.at(-1)?.href ?? pathname, loaderData), unread };
  const shown = shownMenu(menu, { pathname, crumbs: crumbs.map(({ href }) => href), counts });
  return (
    <StatusSlot>
      {(status) => (
        <Frame
          words={frame}
          {...shown}
          fold={{
            isFolded,
            change(isNow) {
              setIsFolded(isNow);
              rememberFold(isNow);
            },
          }}
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
          search={<PaletteDoor mayAdminister={canOnPlatform(member.platformRole, 'people.read')} />}
          status={status}
          bell={<Bell unread={unread} />}
          isWorking={matches.some(
            (match) => frameHandleOf(match)?.isWorking && match.loaderData !== undefined,
          )}
        >
          <OfAccount value={member.id}>{children}</OfAccount>
        </Frame>
      )}
    </StatusSlot>
  );
}
