import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import type { ChapterState } from '#shared/publication/synthesis/chapter-state.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import type { SynthesisRefusal } from './synthesis-forms.tsx';

interface WholePlateProps {
  readonly chapters: readonly { readonly title: string; readonly state: ChapterState }[];
  readonly whole: {
    readonly document: { readonly id: string; readonly title: string };
    readonly at: Date;
    readonly byName: string | null;
    /** Titles of chapters that say something else now. */
    readonly changed: readonly string[];
    readonly isInReview: boolean;
  } | null;
  readonly canManage: boolean;
  readonly refused: SynthesisRefusal | undefined;
}

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** [SY8] [SY9] The one text that the chapters make, how fresh it is, and where it is signed. */
export function WholePlate({ chapters, whole, canManage, refused }: WholePlateProps) {
  const open = chapters.filter(({ state }) => state !== 'approved').map(({ title }) => title);
  const said = refused?.values.form === 'assemble' ? refused : undefined;
  return (
    <section className="plate" aria-labelledby="ensemble">
      <h2 id="ensemble">{words.whole}</h2>
      <p className="muted">{whole ? words.wholeLead : words.wholeNone}</p>
      {whole && (
        <>
          <p className="mt-2">
            {words.assembled(dates.exact(whole.at), whole.byName ?? words.someone)}{' '}
            {whole.changed.length > 0 ? words.changed(list.format(whole.changed)) : words.upToDate}
          </p>
          {whole.isInReview && <p className="mt-2">{words.roundOpen}</p>}
          <p className="row mt-3">
            <Link className="btn" to={paths.document(whole.document)}>
              {words.openWhole}
            </Link>
            <Link className="btn" to={reviewPaths.reviews(whole.document)}>
              {words.toReviews}
            </Link>
          </p>
        </>
      )}
      {canManage && (
        <Form method="post" className="mt-4" noValidate>
          <input type="hidden" name="intent" value="assemble" />
          <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
          {open.length > 0 && (
            <>
              <p>{words.notApproved(list.format(open))}</p>
              <label className="check" htmlFor="anyway">
                <input
                  type="checkbox"
                  id="anyway"
                  name="anyway"
                  aria-invalid={said?.errors.anyway ? true : undefined}
                />
                <span>{words.prepareAnyway(open.length)}</span>
              </label>
            </>
          )}
          <button className={whole ? 'btn mt-3' : 'btn primary mt-3'} type="submit">
            {whole ? words.prepareAgain : words.prepare}
          </button>
        </Form>
      )}
    </section>
  );
}
