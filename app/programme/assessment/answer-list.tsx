import { assessment as words } from '#shared/programme/assessment/assessment.fr.ts';
import type { ReadAnswer } from './answer-text.ts';

/** What a candidate answered, question by question. */
export function AnswerList({ answers }: { answers: readonly ReadAnswer[] }) {
  if (answers.length === 0) return <p className="muted">{words.noAnswer}</p>;
  return (
    <dl className="stack">
      {answers.map(({ key, label, text, rows }) => (
        <div key={key}>
          <dt className="font-semibold">{label}</dt>
          {rows.length === 0 && (
            <dd className={text ? 'whitespace-pre-line break-words' : 'muted'}>{text || words.noAnswer}</dd>
          )}
          {rows.map(({ id, cells }) => (
            <dd key={id} className="break-words">
              {cells
                .filter((cell) => cell.text !== '')
                .map((cell) => words.cell(cell.label, cell.text))
                .join(' · ')}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
