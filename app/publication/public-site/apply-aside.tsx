import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { apply as words } from '#shared/programme/application/apply.fr.ts';

/** What follows, what to prepare, whom to ask: beside the steps, whichever is open. */
export function ApplyAside({
  closesAt,
  toPrepare,
  questions,
}: {
  closesAt: Date;
  toPrepare: readonly string[];
  /** Where the questions of the call stand. */
  questions: string;
}) {
  const said = words.aside;
  return (
    <aside className="stack-lg" aria-label={said.label}>
      <section className="plate" aria-labelledby="suite">
        <h2 id="suite">{said.next}</h2>
        <ol className="rope small mt-3">
          <li className="now">
            <strong>{said.today}</strong>
            <p className="muted">{said.todayText}</p>
          </li>
          <li>
            <strong>{said.until(closesAt)}</strong>
            <p className="muted">{said.untilText}</p>
          </li>
          <li>
            <strong>{said.submission}</strong>
            <p className="muted">{said.submissionText}</p>
          </li>
          <li>
            <strong>{said.after}</strong>
            <p className="muted">{said.afterText}</p>
          </li>
        </ol>
      </section>
      <section className="plate" aria-labelledby="preparer">
        <h2 id="preparer">{said.prepare}</h2>
        <ul className="ruled mt-3">
          {toPrepare.map((label) => (
            <li key={label}>{label}</li>
          ))}
          <li>
            <a href={questions}>{said.questions}</a>
          </li>
        </ul>
      </section>
      <section className="plate" aria-labelledby="question">
        <h2 id="question">{said.help}</h2>
        <p className="mt-2">
          {said.helpText} <a href={helpPaths.guide('membre')}>{said.guide}</a>
        </p>
      </section>
    </aside>
  );
}
