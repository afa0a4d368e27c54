import type { Answer, Demonstration, Who } from '#tests/support/people/demonstration.ts';
import { sending } from './generated-requests.ts';
import { formsOf, type RenderedField, type RenderedForm } from './rendered-forms.ts';

/** A button of a form of a page, as this person presses it. */
export interface Press {
  readonly who: Who;
  readonly page: string;
  readonly form: RenderedForm;
  readonly button: RenderedField | null;
}

/** What came of it: what was said, and what is wrong with the way in which it was. */
export interface Outcome {
  readonly isDone: boolean;
  readonly said: string;
  readonly fault: string | null;
  /** Where it led, and what stands there; null where it led nowhere. */
  readonly next: { readonly path: string; readonly text: string } | null;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every button of every form of a page that is posted; a form without a named one has one that says nothing. */
export function pressesOf(who: Who, page: string, html: string): Press[] {
  return formsOf(html, page).flatMap((form) => {
    const buttons = form.buttons.length > 0 ? form.buttons : [null];
    return buttons.map((button) => ({ who, page, form, button }));
  });
}

/** What a press is for, whichever object it is about: the address, the intent, and what is filled in. */
export function kindOf({ form, button }: Press): string {
  const hidden = form.fields.find(({ name }) => name === 'intent');
  const names = [...new Set(form.fields.map(({ name }) => name.replace(ID, 'id').replace(/\d+/g, 'n')))];
  const intent = button?.name === 'intent' ? button.value : (hidden?.value ?? '');
  return `${form.action.replace(/\?.*/, '').replace(ID, 'id')} ${intent.replace(ID, 'id')} (${names.filter((name) => name !== 'intent').join(' ')})`;
}

/** [WR6] Presses it and goes on as a browser without script does, with what it hears and where it stands. */
export async function press(demonstration: Demonstration, { who, form, button }: Press): Promise<Outcome> {
  const { ask, origin } = demonstration;
  const sent = button ? [...form.fields, button] : form.fields;
  const { path, asked } = sending(origin, who, form, sent);
  const answer = await ask(who, path, asked);
  if (answer.status === 302) return followed(demonstration, who, answer);
  if ([200, 401, 422, 429].includes(answer.status)) return focused(answer);
  return { isDone: false, said: '', fault: `answers ${answer.status}`, next: null };
}

async function followed({ ask, cookie, origin }: Demonstration, who: Who, answer: Answer): Promise<Outcome> {
  const to = answer.headers.location ?? '';
  const token = /cordee-done=([^;]+)/.exec(answer.headers['set-cookie'] ?? '')?.[1] ?? '';
  if (!token) return { isDone: true, said: '', fault: `goes to ${to} and says nothing`, next: null };
  const [, told] = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  const { said, focus }: { said: string; focus: string | null } = JSON.parse(told);
  const { pathname, search } = new URL(to, origin);
  const { status, text } = await ask(who, pathname + search, {
    headers: { cookie: `${await cookie(who)}; cordee-done=${token}` },
  });
  const done = { isDone: true, said, next: { path: pathname, text } };
  if (status !== 200) return { ...done, fault: `goes to ${to}, which answers ${status}` };
  const heard = /<div class="toasts">.*?<span role="status">(.*?)<\/span>/s.exec(text)?.[1] ?? '';
  if (!heard.replace(/<[^>]*>/g, '').trim()) return { ...done, fault: `is not heard on ${to}` };
  const stands = (focus !== null && text.includes(` id="${focus}"`)) || /<h1\b/.test(text);
  return { ...done, fault: stands ? null : `has no place on ${to} for the focus` };
}

/** A refusal, and what a page shows on itself, take the focus with their words. */
function focused({ status, text }: Answer): Outcome {
  const answered = { isDone: status === 200, next: null };
  const words = /<[^>]+\bautofocus\b[^>]*>(.{0,2000})/is.exec(text)?.[1];
  const said = (words ?? '')
    .replace(/<[^>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
  if (words === undefined) return { ...answered, said, fault: `answers ${status} where nobody looks` };
  return { ...answered, said, fault: said ? null : 'takes the focus without a word' };
}
