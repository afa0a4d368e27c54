import type { RouterContextProvider } from 'react-router';
import type { InputOf, MadeBy } from '#server/kernel/operations.ts';
import { memberContext, type Registered, servicesContext } from '../context.ts';
import { type Done, goOn } from './done.server.ts';
import { notOurs, type refuse, refuseBy } from './refusal.server.ts';

/** How a field of a form is read; null for what no form of ours sends. */
type FieldReader<T> = (sent: readonly FormDataEntryValue[]) => T | null;

/** One text; a form that leaves it out sends an empty one. */
export const text: FieldReader<string> = (sent) => {
  const [first = '', ...more] = sent;
  return typeof first === 'string' && more.length === 0 ? first : null;
};

/** The same of what is shown to nobody again: a password. */
export const secret: FieldReader<string> = (sent) => text(sent);

/** A box: « oui » when it is ticked, nothing otherwise. */
export const ticked: FieldReader<boolean> = (sent) => {
  const said = text(sent);
  return said === '' || said === 'oui' ? said === 'oui' : null;
};

/** One of the words that a list or a button offers. */
export const choice =
  <const Word extends string>(words: readonly Word[]): FieldReader<Word> =>
  (sent) =>
    words.find((word) => word === text(sent)) ?? null;

/** The texts of several controls with one name, or of one with several choices. */
export const texts: FieldReader<string[]> = (sent) =>
  sent.every((each) => typeof each === 'string') ? [...sent] : null;

/** What was typed, to be shown again beside the refusal, and which form of the page it is. */
export type Typed = Readonly<Partial<Record<string, string>>> & { readonly form: string };

/** What one button of a page does. `Page` is what the action has found out before: who, and where. */
export interface Gesture<Page> {
  readonly perform: (
    context: Readonly<RouterContextProvider>,
    page: Page,
    form: FormData,
  ) => Promise<Done | ReturnType<typeof refuse<Typed>>>;
}

type Names = keyof Registered & string;
type FieldsOf<N extends Names, Given> = {
  readonly [K in Exclude<keyof InputOf<Registered[N]>, keyof Given>]-?: FieldReader<
    InputOf<Registered[N]>[K]
  >;
};
type Read<Fields> = { readonly [K in keyof Fields]: Fields[K] extends FieldReader<infer T> ? T : never };

interface Declared<N extends Names, Page, Given, Fields> {
  /** How each further value of the operation's input is read from the field of that name. */
  readonly fields: Fields & FieldsOf<N, Given>;
  /** Which form of the page a refusal goes back to, where the page has several. */
  readonly form?: (typed: Read<Fields>, error: string) => string;
  /** Where a refusal is shown, when that is no field of the form: by its code, as the operation names fields. */
  readonly at?: Readonly<Partial<Record<string, string>>>;
  /** [WR6] The page that follows, what it says and what takes its focus. */
  readonly done: (made: MadeBy<Registered[N]>, page: Page, typed: Read<Fields>) => Done;
}

/**
 * Binds forms of one page to operations: `given` is what the page itself knows of their input. A form that leaves out a field of an input
 * does not compile, and no form holds a rule.
 */
export function gesturesOf<Page, const Given extends object>(given: (page: Page) => Given) {
  return function gesture<N extends Names, Fields extends Readonly<Record<string, FieldReader<unknown>>>>(
    operation: N,
    { fields, form: formOf, at = {}, done }: Declared<N, Page, Given, Fields>,
  ): Gesture<Page> {
    return {
      async perform(context, page, sent) {
        const typed = readFields(fields, sent) as Read<Fields>;
        const { operations } = context.get(servicesContext);
        const asker = { userId: context.get(memberContext)?.id ?? null };
        const input = { ...typed, ...given(page) } as unknown as InputOf<Registered[N]>;
        let hasMailed = false;
        const mailed = () => {
          hasMailed = true;
        };
        const outcome = await operations.run(operation, asker, input, { mailed });
        if (outcome.ok) return { ...done(outcome.value, page, typed), hasMailed };
        const { error } = outcome;
        const placed = Object.entries(outcome.fields).map(([field, code]) => [at[code ?? ''] ?? field, code]);
        const form = formOf?.(typed, error) ?? operation;
        return refuseBy({ error, fields: Object.fromEntries(placed) }, shownAgain(fields, typed, form));
      },
    };
  };
}

function shownAgain(
  fields: Readonly<Record<string, FieldReader<unknown>>>,
  typed: Readonly<Record<string, unknown>>,
  form: string,
): Typed {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(typed)) {
    if (fields[name] === secret) continue;
    if (typeof value === 'string') shown[name] = value;
    // Ids of what was chosen.
    if (fields[name] === texts && Array.isArray(value)) shown[name] = value.join(' ');
  }
  return { ...shown, form };
}

function readFields(fields: Readonly<Record<string, FieldReader<unknown>>>, form: FormData) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, reader]) => {
      const value = reader(form.getAll(name));
      if (value === null) throw notOurs();
      return [name, value];
    }),
  );
}

/** [SC18] What the pressed button of a form does. Anything but exactly one of these intents is a 400: nothing is done in somebody's place. */
export function gestureOf<Page>(
  form: FormData,
  gestures: Readonly<Record<string, Gesture<Page>>>,
): Gesture<Page> {
  const [intent, ...more] = form.getAll('intent');
  const isOne = typeof intent === 'string' && more.length === 0 && Object.hasOwn(gestures, intent);
  const gesture = isOne ? gestures[intent] : undefined;
  if (!gesture) throw notOurs();
  return gesture;
}

/**
 * [SC18] Does what the pressed button of the form says (`gestureOf`), and goes to the page that follows. Gives the refusal, for the form
 * that was sent.
 */
export async function act<Page>(
  context: Readonly<RouterContextProvider>,
  form: FormData,
  gestures: Readonly<Record<string, Gesture<Page>>>,
  page: Page,
) {
  const answer = await gestureOf(form, gestures).perform(context, page, form);
  if ('to' in answer) throw goOn(context, answer);
  return answer;
}
