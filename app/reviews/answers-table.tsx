import { dates } from '#shared/kernel/dates.fr.ts';
import type { SigningBasis } from '#shared/people/organisation/signatory.ts';
import { signingBasis } from '#shared/people/organisation/signing-basis.fr.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import type { ReviewAnswer } from '#shared/reviews/review.ts';
import { DataTable } from '../ui/records/data-table.tsx';

export interface ShownAnswer {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly answer: {
    readonly answer: ReviewAnswer;
    readonly reason: string;
    readonly at: Date;
    readonly basis: SigningBasis | null;
    readonly by: string;
  } | null;
  readonly earlier: number;
}

const BADGES: Record<ReviewAnswer, string> = {
  approve: 'badge success',
  approveWithReservation: 'badge warning',
  refuse: 'badge danger',
};

/** [RV5] Who was asked, and what each says; silence is told once the round is over. */
export function AnswersTable({ answers, isOpen }: { answers: readonly ShownAnswer[]; isOpen: boolean }) {
  return (
    <DataTable caption={words.answersTable}>
      <thead>
        <tr>
          <th scope="col">{words.organisation}</th>
          <th scope="col">{words.answer}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ organisation, answer, earlier }) => (
          <tr key={organisation.id}>
            <th scope="row">{organisation.name}</th>
            <td>
              {answer ? (
                <span className={BADGES[answer.answer]}>{words.answers[answer.answer]}</span>
              ) : (
                <span className="muted">{isOpen ? words.noAnswerYet : words.silence}</span>
              )}
            </td>
            <td>
              {answer && words.by({ by: answer.by, at: dates.exact(answer.at) })}
              {answer && <span className="muted small block break-words">{signingBasis(answer.basis)}</span>}
              {earlier > 0 && <span className="muted small block">{words.earlier(earlier)}</span>}
            </td>
            <td className="whitespace-pre-line">{answer?.reason}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
