import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import type { SheetRole, SheetState } from '#shared/publication/sheet/sheet-state.ts';
import { sheetVisa as words } from '#shared/publication/sheet/sheet-visa.fr.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { missingOf, type SheetFields } from '#shared/publication/sheet/use-case-sheet.ts';
import type { VisaChange, VisaKind, VisaStanding } from '#shared/publication/sheet/visa.ts';
import { review } from '#shared/reviews/review.fr.ts';
import type { ReviewAnswer } from '#shared/reviews/review.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import type { SheetRefusal } from './sheet-form.tsx';

interface ShownVisa {
  readonly kind: VisaKind;
  readonly standing: VisaStanding;
  readonly changes: readonly VisaChange[];
  readonly round: {
    readonly id: string;
    readonly number: number;
    readonly deadline: Date;
    readonly seq: number;
    readonly answers: readonly {
      readonly organisation: string;
      readonly isOwn: boolean;
      readonly answer: { readonly answer: ReviewAnswer; readonly at: Date; readonly reason: string } | null;
    }[];
  } | null;
}

interface SheetVisasPlateProps {
  readonly sheet: {
    readonly documentId: string;
    readonly title: string;
    readonly state: SheetState;
    readonly role: SheetRole;
    readonly fields: SheetFields;
  };
  readonly visas: readonly ShownVisa[];
  readonly isReady: boolean;
  readonly isDataChanged: boolean;
  /** Where the text stands now. */
  readonly seq: number;
  readonly deadline: string;
  readonly refused: SheetRefusal | undefined;
}

const LOOKS: Record<VisaStanding, string> = {
  none: 'badge',
  asked: 'badge info',
  outdated: 'badge warning',
  given: 'badge success',
  fallen: 'badge warning',
  refused: 'badge danger',
  silent: 'badge warning',
};

/** [US7] Both visas of a sheet: how each stands, who answered what, what changed since, and the gesture that asks for it. */
export function SheetVisasPlate({ sheet, visas, isReady, isDataChanged, ...page }: SheetVisasPlateProps) {
  const { state, role } = sheet;
  const [city] = visas;
  const isAskable = state !== 'draft' && missingOf(sheet.fields).length === 0;
  const mayAsk = ({ kind, standing }: ShownVisa) => {
    if (!isAskable || standing === 'asked') return false;
    if (kind === 'city')
      return (role === 'manager' || role === 'writer') && (standing !== 'given' || isDataChanged);
    return role === 'manager' && city?.standing === 'given' && standing !== 'given';
  };
  return (
    <Plate id="visas" title={words.title}>
      <p className="small muted">{state === 'draft' ? words.draft : words.lead}</p>
      <ol className="rope mt-4">
        {visas.map((visa) => (
          <li key={visa.kind} className={visa.standing === 'given' ? 'done' : undefined}>
            <p className="row">
              <strong>{words.kinds[visa.kind]}</strong>
              <span className={LOOKS[visa.standing]}>{words.standings[visa.standing]}</span>
            </p>
            {visa.round && <VisaOf sheet={sheet} visa={visa} round={visa.round} seq={page.seq} />}
            {visa.kind === 'city' && isDataChanged && (
              <p className="note warning mt-3">{words.dataChanged}</p>
            )}
            {mayAsk(visa) && <AskForm key={`${visa.kind} ${visa.standing}`} visa={visa} {...page} />}
          </li>
        ))}
      </ol>
      {isReady && state !== 'published' && <p className="note success mt-3">{words.ready}</p>}
    </Plate>
  );
}

function VisaOf({
  sheet: { documentId, title },
  visa: { standing, changes },
  round,
  seq,
}: {
  sheet: Pick<SheetVisasPlateProps['sheet'], 'documentId' | 'title'>;
  visa: ShownVisa;
  round: NonNullable<ShownVisa['round']>;
  seq: number;
}) {
  const isOpen = standing === 'asked' || standing === 'outdated';
  const isWaited = standing === 'asked' && round.answers.some(({ isOwn, answer }) => isOwn && !answer);
  const said = ({ organisation, answer }: (typeof round.answers)[number]) => {
    if (!answer) return isOpen ? words.waiting(organisation) : words.silent(organisation);
    const { [answer.answer]: spoken } = review.answers;
    return words.answered(organisation, spoken.toLocaleLowerCase('fr'), dates.short(answer.at));
  };
  return (
    <>
      <ul className="small mt-2">
        {round.answers.map((one) => (
          <li key={one.organisation} className="break-words">
            {said(one)}
            {one.answer?.reason && <span className="muted block">{one.answer.reason}</span>}
          </li>
        ))}
      </ul>
      {changes.length > 0 && (
        <p className="small mt-2">{words.changed(changes.map((change) => words.changes[change]))}</p>
      )}
      {isOpen && <p className="small muted mt-2">{words.until(dates.exact(round.deadline))}</p>}
      <p className="row small mt-2">
        <Link className={isWaited ? 'btn primary' : undefined} to={reviewPaths.review(round.id)}>
          {isWaited ? words.answerNow : words.round(round.number)}
        </Link>
        {changes.includes('text') && seq > round.seq && (
          <Link to={paths.documentComparison({ id: documentId, title }, { from: round.seq, to: seq })}>
            {words.compare}
          </Link>
        )}
      </p>
    </>
  );
}

function AskForm({
  visa: { kind, round },
  deadline,
  refused,
}: Pick<SheetVisasPlateProps, 'deadline' | 'refused'> & { visa: ShownVisa }) {
  const said = refused?.values.form === 'visa' && refused.values.kind === kind ? refused : undefined;
  const id = `deadline-${kind}`;
  return (
    <Form method="post" className="mt-3" noValidate>
      <input type="hidden" name="intent" value="visa" />
      <input type="hidden" name="kind" value={kind} />
      <ErrorSummary
        title={useCaseSheet.refused}
        faults={faultsOf(said?.errors).map((fault) => ({ ...fault, field: fault.field && id }))}
        answer={said}
      />
      <TextField
        label={words.deadline}
        hint={words.deadlineHint}
        name="deadline"
        required
        id={id}
        type="datetime-local"
        error={said?.errors.deadline}
        defaultValue={said?.values.deadline ?? deadline}
      />
      <button className="btn primary mt-3" type="submit">
        {(round ? words.askAgain : words.ask)[kind]}
      </button>
    </Form>
  );
}
