import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { publicSynthesis as words } from '#shared/publication/synthesis/public-synthesis.fr.ts';
import { synthesis } from '#shared/publication/synthesis/synthesis.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import type { SynthesisRefusal } from './synthesis-forms.tsx';

interface PublicPlateProps {
  readonly publication: {
    readonly season: number;
    readonly at: Date;
    readonly withdrawnAt: Date | null;
  } | null;
  readonly canManage: boolean;
  readonly refused: SynthesisRefusal | undefined;
}

/** [SY11] Whether the public reads the synthesis, and who coordinates publishes it or takes it back. */
export function PublicPlate({ publication, canManage, refused }: PublicPlateProps) {
  const isPublic = publication?.withdrawnAt === null;
  const form = refused?.values.form;
  const said = form === 'publish' || form === 'withdraw' ? refused : undefined;
  if (!canManage && !isPublic) return null;
  return (
    <section className="plate" aria-labelledby="publique">
      <h2 id="publique">{words.title}</h2>
      <p className="muted">{words.plateLead}</p>
      {publication && (
        <p className="mt-2">
          {publication.withdrawnAt
            ? words.isWithdrawn(dates.short(publication.withdrawnAt))
            : words.isPublic(dates.short(publication.at))}
        </p>
      )}
      {isPublic && (
        <p className="mt-2">
          <a href={synthesisPaths.publicSynthesis({ season: publication.season })}>{words.read}</a>
        </p>
      )}
      {canManage && (
        <Form method="post" className="mt-4">
          <ErrorSummary title={synthesis.refused} faults={faultsOf(said?.errors)} answer={said} />
          <p className="row">
            <button
              className={publication ? 'btn' : 'btn primary'}
              type="submit"
              name="intent"
              value="publish"
            >
              {isPublic ? words.update : publication ? words.publishAgain : words.publish}
            </button>
            {isPublic && (
              <button className="btn" type="submit" name="intent" value="withdraw">
                {words.withdraw}
              </button>
            )}
          </p>
        </Form>
      )}
    </section>
  );
}
