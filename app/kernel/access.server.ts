import { fromNodeHeaders } from 'better-auth/node';
import { data, type MiddlewareFunction, type RouterContextProvider, redirect } from 'react-router';
import { recordRefusal } from '#db/kernel/audit/audit-refusals.ts';
import { routes } from '#db/kernel/traced.ts';
import { isGuest } from '#db/people/entry/ties.ts';
import { findGroupForMember, type GroupForMember } from '#db/people/group/groups.ts';
import { listWhomToAsk } from '#db/people/member/whom-to-ask.ts';
import { findOrganisationBadge } from '#db/people/organisation/organisations.ts';
import {
  canInGroup,
  canOnPlatform,
  type GroupAction,
  PLATFORM_ROLES,
  type PlatformAction,
} from '#shared/kernel/access/access.ts';
import { isOpenToGuests } from '#shared/kernel/access/guest-pages.ts';
import { errorPage } from '#shared/kernel/frame.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { needsSecondFactor } from '#shared/people/person/second-factor.ts';
import { SITE_PAGES } from '#shared/publication/public-site/site-page.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { fr } from '#shared/words.fr.ts';
import {
  type Member,
  memberContext,
  refusedRightContext,
  servicesContext,
  sessionEndContext,
} from '../context.ts';

type Context = Readonly<RouterContextProvider>;

/** [ID3] Where somebody may go whose role needs a second factor that they have not set up. */
const BEFORE_SECOND_FACTOR = new Set([
  paths.accountSecondFactor(),
  paths.signOut(),
  ...SITE_PAGES.map(sitePaths.page),
]);

const isBeforeSecondFactor = (page: string) =>
  BEFORE_SECOND_FACTOR.has(page) || page === helpPaths.help() || page.startsWith(helpPaths.guide(''));

/** [EN6] Where somebody begins whose tie is not confirmed. */
const GUESTS_HOME = '/candidatures';

/** Root middleware: who is asking, once a request. A suspended account is a visitor. */
export const readMember: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const { auth, db, env } = context.get(servicesContext);
  const session = await auth.api.getSession({
    headers: fromNodeHeaders(Object.fromEntries(request.headers)),
  });
  if (session && !session.user.suspendedAt) {
    const { id, name, email, jobTitle, organisationId, twoFactorEnabled } = session.user;
    const administersId = session.user.administersId ?? null;
    const platformRole = PLATFORM_ROLES.find((role) => role === session.user.platformRole) ?? 'member';
    const page = new URL(request.url).pathname.replace(/\.data$/, '');
    const isMissing =
      !twoFactorEnabled && needsSecondFactor(env.secondFactorRoles, { platformRole, administersId });
    if (isMissing && !isBeforeSecondFactor(page)) throw redirect(paths.accountSecondFactor());
    // [EN6] Whom nobody knows yet is a visitor but for what is theirs.
    const isNew = !organisationId && platformRole === 'member' && (await isGuest(db, id));
    if (isNew && (page === paths.home() || page === paths.signIn())) throw redirect(GUESTS_HOME);
    if (isNew && !isOpenToGuests(page)) return next();
    context.set(sessionEndContext, session.session.expiresAt);
    context.set(memberContext, {
      id,
      name,
      email,
      jobTitle,
      platformRole,
      administersId,
      isGuest: isNew,
      organisation: organisationId ? await findOrganisationBadge(db, organisationId) : null,
    });
  }
  return next();
};

/** [PS15] What no page answers is told to visitors as to members: a sign-in would lead to nothing. */
const isNoPage = (pattern: string) => pattern === '*' || pattern === '/*';

/** A longer way back would be a header that proxies refuse, with an error of their own. */
const LONGEST_WAY_BACK = 2_000;

/** Layout middleware of the workspace: a visitor goes to the sign-in page, and comes back where they wanted to be. */
export const signInFirst: MiddlewareFunction<Response> = ({ request, context, pattern }, next) => {
  if (context.get(memberContext) || isNoPage(pattern)) return next();
  const { pathname, search } = new URL(request.url);
  // [PS10] The session that came along is over: at home nobody asks to sign in.
  if (pathname === paths.home()) throw redirect(paths.publicHome());
  const here = pathname + search;
  throw redirect(paths.signIn(here.length <= LONGEST_WAY_BACK ? here : pathname.slice(0, LONGEST_WAY_BACK)));
};

/** The person behind the request. Behind `signInFirst`, which has already turned visitors away. */
export function requireMember(context: Context): Member {
  const member = context.get(memberContext);
  if (!member) throw redirect(paths.signIn());
  return member;
}

/** 404: not allowed to see it, or it does not exist; the two look the same from outside. */
export function notFound() {
  return data(null, { status: 404 });
}

/** 403 with its reason: allowed to see it, not to do this. */
export function forbidden() {
  return data(fr.errors['access.forbidden'], { status: 403 });
}

/** [PS15] The same in a group: whom to ask has a name. */
function forbiddenIn(whom: readonly string[]) {
  const { title, whomOf, whom: anybody } = errorPage.forbidden;
  const ask =
    whom.length > 0 ? whomOf(new Intl.ListFormat('fr', { type: 'disjunction' }).format(whom)) : anybody;
  return data({ title, text: `${fr.errors['access.forbidden']} ${ask}` }, { status: 403 });
}

/** Does the platform role of whoever asks allow this? A member's refusal is told to the audit trail, by `noteRefusal`. */
export function mayOnPlatform(context: Context, action: PlatformAction): boolean {
  const member = context.get(memberContext);
  if (!member) return false;
  const may = canOnPlatform(member.platformRole, action);
  if (!may) context.set(refusedRightContext, action);
  return may;
}

/** [OT1] Root middleware: whoever traces hears by which pattern of addresses the page was found. */
export const nameRoute: MiddlewareFunction<Response> = ({ pattern }, next) => {
  routes.publish(`/${pattern.replace(/^\//, '')}`);
  return next();
};

/**
 * [AU8] Root middleware: a page that somebody's role does not open, in a group or on the platform, leaves a line in the audit trail, and so
 * does the page of an object that is absent to them.
 */
export const noteRefusal: MiddlewareFunction<Response> = async ({ context, pattern }, next) => {
  const answer = await next();
  const right = context.get(refusedRightContext);
  const member = context.get(memberContext);
  const page = `/${pattern.replace(/^\//, '')}`;
  const refusal = right ? { right } : refusalBy(answer, page);
  if (!refusal || !member) return answer;
  const { db, log, now } = context.get(servicesContext);
  // A line that cannot be written refuses nothing more.
  await recordRefusal(db, { userId: member.id, ...refusal, page, now: now() }).catch((error: unknown) =>
    log.error({ err: error }, 'a refusal left no line in the trail'),
  );
  return answer;
};

function refusalBy({ status }: Response, page: string) {
  if (status === 403) return { status } as const;
  return status === 404 && page.includes(':') ? ({ status } as const) : null;
}

/** The person, if their platform role allows this; else the page does not exist for them. */
export function requirePlatform(context: Context, action: PlatformAction): Member {
  const member = requireMember(context);
  if (!mayOnPlatform(context, action)) throw notFound();
  return member;
}

/** The person and the group of an address segment, if their role in it allows this. */
export async function requireInGroup(
  context: Context,
  segment: string | undefined,
  action: GroupAction,
): Promise<{ member: Member; group: GroupForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const groupId = idOfSegment(segment);
  const group = groupId ? await findGroupForMember(db, { groupId, userId: member.id, now: now() }) : null;
  if (!group) throw notFound();
  if (!canInGroup(group.role, action))
    throw forbiddenIn(await listWhomToAsk(db, { groupId: group.id, now: now() }));
  return { member, group };
}
