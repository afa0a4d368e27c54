import { type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { mail as mailWords } from '#shared/kernel/mail/mail.fr.ts';
import { memberContext, servicesContext } from '../context.ts';
import type { Told } from './told-page.tsx';

/** What undoes a gesture: the form that does it. */
const Undo = z.object({ label: z.string(), action: z.string(), fields: z.record(z.string(), z.string()) });

/** What follows a gesture that was done. */
export interface Done {
  /** The page that follows. */
  readonly to: string;
  /** What was done, in one sentence: seen at the foot of that page until it is left, and heard. */
  readonly said: string;
  /** The id of what takes the focus there if the pressed button is gone; null for the heading, where it is another page. */
  readonly focus: string | null;
  /** The form that undoes it, sent to the page that follows if not to another `action`. */
  readonly undo?: {
    readonly label: string;
    readonly action?: string;
    readonly fields: Readonly<Record<string, string>>;
  };
  /** [IB4] A mail was made: where none leaves from here, that is said too. */
  readonly hasMailed?: boolean;
  /** What the answer carries besides: cookies of a session that began or ended. */
  readonly headers?: Headers | undefined;
}

/** [WR6] What gestures of one page say there: in one sentence, and what takes the focus. */
export const afterOn =
  <Page>(addressOf: (page: Page) => string) =>
  (said: string, focus: Done['focus']) =>
  (_made: unknown, page: Page): Done => ({ to: addressOf(page), said, focus });

/** The same as the page that follows shows it. */
const Sent: z.ZodType<Told> = z.object({
  id: z.string(),
  said: z.string(),
  focus: z.string().nullable(),
  undo: Undo.nullable(),
});

const PURPOSE = 'done';
/** The page that follows is there at once, or its reader has gone elsewhere. */
const SECONDS = 60;

type Context = Readonly<RouterContextProvider>;

/** [WR6] Goes to the page that follows, which says what was done and takes the focus. */
export function goOn(
  context: Context,
  { to, said: done, focus, undo, hasMailed, headers: carried }: Done,
): Response {
  const { signature, newId, origin, mailFolder } = context.get(servicesContext);
  const said = hasMailed && mailFolder ? `${done} ${keptWords(context)}` : done;
  const { pathname } = new URL(to, origin);
  const told: Told = { id: newId(), said, focus, undo: undo ? { action: to, ...undo } : null };
  const headers = new Headers(carried);
  headers.append(
    'Set-Cookie',
    cookie(context, signature.sign(PURPOSE, [pathname, JSON.stringify(told)]), SECONDS),
  );
  return redirect(to, { headers });
}

/** [IB4] That no mail leaves, and where they are for whoever may read them. */
function keptWords(context: Context): string {
  const role = context.get(memberContext)?.platformRole;
  const mayRead = role !== undefined && canOnPlatform(role, 'platform.administer');
  return mayRead ? mailWords.keptHere : mailWords.noServer;
}

/** [WR6] What the gesture before this page has to say here, once: the headers take it away. Null where nothing is to be said. */
export function takeDone(
  context: Context,
  request: Request,
): { readonly told: Told; readonly headers: HeadersInit } | null {
  const name = `${nameOf(context)}=`;
  const cookies = request.headers.get('Cookie')?.split(/;\s*/) ?? [];
  const sent = cookies.find((each) => each.startsWith(name))?.slice(name.length);
  const [pathname, told] = (sent && context.get(servicesContext).signature.read(PURPOSE, sent)) || [];
  if (!told || pathname !== pageOf(request)) return null;
  return { told: Sent.parse(JSON.parse(told)), headers: { 'Set-Cookie': cookie(context, '', 0) } };
}

/** The page that is asked for, or that the data are of: those of the home page are at `/_.data`. */
const pageOf = ({ url }: Request) =>
  new URL(url).pathname.replace(/^\/_(?:root)?\.data$/, '/').replace(/\.data$/, '');

const isSecure = (context: Context) => context.get(servicesContext).origin.startsWith('https:');

/** [SC13] Of this host alone, where the line is secure. */
const nameOf = (context: Context) => `${isSecure(context) ? '__Host-' : ''}cordee-done`;

function cookie(context: Context, value: string, seconds: number): string {
  const secure = isSecure(context) ? '; Secure' : '';
  return `${nameOf(context)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
