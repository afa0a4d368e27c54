import { Form, Link } from 'react-router';
import { findProgrammeReader } from '#db/programme/experiment/experiment-rights.ts';
import { findSheetAt } from '#db/publication/adoption/adopted-sheets.ts';
import { listOwnLetters } from '#db/publication/adoption/sheet-letters.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { letter as words } from '#shared/publication/adoption/letter.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextAreaField } from '../../../ui/field.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import type { Route } from './+types/sheet-letter';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ sheet }) => [
    { href: sheetPaths.publicSheet(sheet.address), label: sheet.title },
    { href: sheetPaths.letter(sheet.address), label: words.write },
  ],
});

/** The sheet of the address, published, for whoever may read the programme; else 404. */
async function requireSheet({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const reader = await findProgrammeReader(db, { userId: member.id, now: now() });
  const sheet = reader && (await findSheetAt(db, params.adresse));
  if (!sheet?.isPublic) throw notFound();
  return { member, sheet, db };
}

export async function loader(args: Route.LoaderArgs) {
  const { member, sheet, db } = await requireSheet(args);
  const { address, title, facts, id: sheetId } = sheet;
  return {
    sheet: { address, title, cities: facts.cities },
    past: await listOwnLetters(db, { sheetId, userId: member.id }),
  };
}

interface Page {
  readonly address: string;
}

const gestures = {
  send: gesturesOf(({ address }: Page) => ({ address }))('sheetLetter.send', {
    fields: { message: text },
    done: ({ sent }, { address }) => ({
      to: sheetPaths.letter(address),
      said: words.sent(sent),
      focus: 'past',
    }),
  }),
};

export async function action(args: Route.ActionArgs) {
  const { sheet } = await requireSheet(args);
  return act(args.context, await args.request.formData(), gestures, { address: sheet.address });
}

export default function SheetLetter({ loaderData: { sheet, past }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.pageTitle(sheet.title))}</title>
      <div className="head">
        <div>
          <h1 className="break-words">{words.pageTitle(sheet.title)}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
      <Form key={past.length} method="post" className="max-w-2xl" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
        <p className="mb-4">
          <strong>{words.toCities(sheet.cities.join(', '))}</strong>
          <span className="muted block small">{words.told}</span>
        </p>
        <TextAreaField
          label={words.message}
          name="message"
          hint={words.hint}
          error={actionData?.errors.message}
          defaultValue={actionData?.values.message}
          rows={8}
          required
        />
        <p className="row mt-4">
          <button className="btn primary" type="submit" name="intent" value="send">
            {words.submit}
          </button>
          <Link to={sheetPaths.publicSheet(sheet.address)} reloadDocument>
            {words.back}
          </Link>
        </p>
      </Form>
      {past.length > 0 && (
        <Plate id="past" title={words.past} className="max-w-2xl mt-8">
          <ul className="ruled">
            {past.map(({ id, message, sentAt }) => (
              <li key={id}>
                <p className="muted small">
                  <time dateTime={sentAt.toISOString()}>{words.wroteOn(dates.short(sentAt))}</time>
                </p>
                <p className="whitespace-pre-line break-words">{message}</p>
              </li>
            ))}
          </ul>
        </Plate>
      )}
    </main>
  );
}
