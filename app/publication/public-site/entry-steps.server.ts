import { data, type RouterContextProvider, redirect } from 'react-router';
import { paths } from '#shared/paths.ts';
import { entry as words } from '#shared/people/entry/entry.fr.ts';
import { type EntryPlace, findPlaces, parseCode } from '#shared/people/entry/entry.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../context.ts';
import { type Gesture, type Typed, text } from '../../kernel/gesture.server.ts';
import { notOurs, type Refusal } from '../../kernel/refusal.server.ts';

type Context = Readonly<RouterContextProvider>;

/** The step that is open, as `steps.tsx` draws it. */
const OPEN_STEP = 'etape';
const STEP = `#${OPEN_STEP}`;

/** The page that was asked, for what its buttons do. */
export interface StepsPage {
  readonly request: Request;
}

const refused = (
  errors: Readonly<Partial<Record<string, string>>>,
  typed: Readonly<Partial<Record<string, string>>>,
  status = 422,
) => data<Refusal<Typed>>({ errors, values: { ...typed, form: 'step' } }, { status });

/** Where somebody stands in the steps: by the address of the page, and the mark of their browser. */
export async function readSteps(context: Context, request: Request, places: readonly EntryPlace[]) {
  const { waysIn, env } = context.get(servicesContext);
  const { searchParams, pathname } = new URL(request.url);
  const typed = (searchParams.get('ville') ?? '').trim().slice(0, 200);
  const value = searchParams.get('lieu') ?? '';
  const place = places.find((one) => one.value === value) ?? null;
  const found = place ? [] : findPlaces(places, typed);
  const [only, ...more] = found;
  if (only && more.length === 0)
    throw redirect(`${pathname}?${new URLSearchParams({ lieu: only.value })}${STEP}`);
  const sent = await waysIn.codes.waiting(request.headers);
  const letter = env.DEMO && sent ? waysIn.codes.letterOf(request.headers) : null;
  return {
    typed,
    found,
    place,
    sent,
    isEditing: searchParams.get('adresse') === 'modifier',
    letter: letter && { subject: letter.subject, paragraphs: letter.paragraphs },
    doors: waysIn.providers.list.map(({ id, name }) => ({
      name,
      href: paths.providerDeparture(id, { next: pathname }),
    })),
  };
}

/** [EN1] [EN2] Mails a code to the address of the form, or again to the one before; the page then asks for it. */
const sendCode: Gesture<StepsPage>['perform'] = async (context, { request }, form) => {
  const { codes } = context.get(servicesContext).waysIn;
  const { searchParams, pathname } = new URL(request.url);
  const isAgain = form.get('intent') === 'again';
  const typed = isAgain ? ((await codes.waiting(request.headers))?.email ?? '') : text(form.getAll('email'));
  if (typed === null) throw notOurs();
  const email = parseEmail(typed);
  if (!email.ok) return refused({ email: people.errors[email.error] }, { email: typed.slice(0, 300) });
  searchParams.delete('adresse');
  const page = `${pathname}?${searchParams}`;
  const about = searchParams.get('lieu') ?? pathname;
  const asked = await codes.ask({ email: email.value, about, page, headers: request.headers });
  if (!asked.ok)
    return refused({ '': words.address.tooMany(Math.ceil(asked.seconds / 60)) }, { email: email.value }, 429);
  const headers = new Headers({ 'Set-Cookie': asked.cookie });
  return { to: page + STEP, said: words.code.sent, focus: OPEN_STEP, headers };
};

/** What the first two buttons do, on whichever page the steps are. */
export const codeGestures = { send: { perform: sendCode }, again: { perform: sendCode } };

/** [EN1] Uses the code of the form; or the refusal, with what was typed. */
export async function takeCode(context: Context, request: Request, form: FormData) {
  const { codes } = context.get(servicesContext).waysIn;
  const typed = text(form.getAll('code'));
  if (typed === null) throw notOurs();
  const code = parseCode(typed);
  const values = { code: typed.slice(0, 20) };
  if (!code.ok)
    return { ok: false, answer: refused({ code: words.errors['entry.codeInvalid'] }, values) } as const;
  const used = await codes.use(code.value, request.headers);
  if (used.ok) return used;
  const errors =
    used.left > 0 ? { code: words.code.wrong(used.left) } : { '': words.errors['entry.codeOver'] };
  return { ok: false, answer: refused(errors, values) } as const;
}
