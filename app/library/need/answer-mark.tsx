import { Link } from 'react-router';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { paths } from '#shared/paths.ts';

/** What answers a need: nothing, a record that the reader may not see, or one with what its last check found. */
export type ShownAnswer =
  | null
  | 'hidden'
  | { readonly id: string; readonly title: string; readonly errors: number | null };

export function AnswerMark({ answer }: { answer: ShownAnswer }) {
  if (answer === null) return <span className="muted">{words.answerNone}</span>;
  if (answer === 'hidden') return <span className="muted small">{words.answerHidden}</span>;
  const { errors } = answer;
  return (
    <>
      <Link to={paths.dataset(answer)}>{answer.title}</Link>
      <small className="block muted">
        {errors === null ? words.unchecked : errors === 0 ? words.checkGood : words.checkBad(errors)}
      </small>
    </>
  );
}
