import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { signatory } from '#shared/people/organisation/signatory.fr.ts';
import { signatoryPaths } from '#shared/people/organisation/signatory-paths.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { Deliverable, Delivery } from '#shared/programme/mission/mission-records.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { LinkNote } from '../../ui/link-note.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { type MissionAnswer, noonOf, typedIn } from './answer.ts';
import { AnswerForm, DeliverForm, type FileField } from './delivery-forms.tsx';

interface DeliverablesProps {
  readonly deliverables: readonly Deliverable[];
  readonly mission: { readonly id: string; readonly title: string };
  readonly maySubmit: boolean;
  readonly mayAnswer: boolean;
  /** [O7] The organisation for which they could answer if they were a signatory of it. */
  readonly unsigned: string | null;
  readonly answer: MissionAnswer | null;
  readonly fileField: FileField;
}

/** What the consultancy owes, what it handed over, and what was answered. */
export function Deliverables({
  deliverables,
  mission,
  maySubmit,
  mayAnswer,
  unsigned,
  answer,
  fileField,
}: DeliverablesProps) {
  const said = words.deliverables;
  const adding = typedIn(answer, 'deliverable');
  return (
    <Plate id="deliverables" title={said.title}>
      {deliverables.length === 0 && <p className="muted">{said.empty}</p>}
      <ul className="ruled">
        {deliverables.map((deliverable) => {
          const [last, ...earlier] = deliverable.deliveries;
          const isAccepted = last?.answer?.verdict === 'accepted';
          return (
            <li key={deliverable.id}>
              <h3 className="break-words">{deliverable.title}</h3>
              <p className="row">
                <State last={last} />
                {deliverable.dueOn && !isAccepted && (
                  <span className="muted small">{said.dueOn(dates.short(noonOf(deliverable.dueOn)))}</span>
                )}
              </p>
              {last && <Handed delivery={last} mission={mission} />}
              {last &&
                !last.answer &&
                mayAnswer &&
                (unsigned ? (
                  <LinkNote
                    text={signatory.note(unsigned)}
                    to={signatoryPaths.account()}
                    link={signatory.noteLink}
                  />
                ) : (
                  <AnswerForm delivery={last} answer={answer} />
                ))}
              {maySubmit && !isAccepted && (
                <DeliverForm deliverable={deliverable} answer={answer} fileField={fileField} />
              )}
              {earlier.length > 0 && (
                <details className="mt-3">
                  <summary>{said.earlier}</summary>
                  {earlier.map((delivery) => (
                    <Handed key={delivery.id} delivery={delivery} mission={mission} />
                  ))}
                </details>
              )}
            </li>
          );
        })}
      </ul>
      {maySubmit && (
        <details className="fold mt-4" open={adding.isRefused} key={deliverables.length}>
          <summary className="btn sm">{said.add}</summary>
          <Form method="post" className="card mt-3" noValidate>
            {adding.isRefused && (
              <ErrorSummary title={words.notSaved} faults={faultsOf(adding.errors)} answer={answer} />
            )}
            <input type="hidden" name="intent" value="deliverable" />
            <TextField
              label={said.name}
              name="title"
              required
              error={adding.errors.title}
              defaultValue={adding.typedOf('title')}
              maxLength={200}
              autoComplete="off"
            />
            <TextField
              label={said.due}
              name="dueOn"
              type="date"
              error={adding.errors.dueOn}
              defaultValue={adding.typedOf('dueOn')}
            />
            <button className="btn primary mt-4" type="submit">
              {said.save}
            </button>
          </Form>
        </details>
      )}
    </Plate>
  );
}

function State({ last }: { last: Delivery | undefined }) {
  const said = words.deliverables;
  if (!last) return <span className="badge">{said.none}</span>;
  if (!last.answer) return <span className="badge info">{said.waiting}</span>;
  const kind = last.answer.verdict === 'accepted' ? 'success' : 'warning';
  return <span className={`badge ${kind}`}>{said.verdicts[last.answer.verdict]}</span>;
}

/** One submission: by whom, what exactly, and what was answered. */
function Handed({ delivery, mission }: { delivery: Delivery; mission: DeliverablesProps['mission'] }) {
  const said = words.deliverables;
  const { answer } = delivery;
  const who = delivery.submittedBy ?? words.log.someone;
  return (
    <div className="mt-2">
      <p>
        <strong>{said.number(delivery.number)}</strong> {said.by(who, dates.exact(delivery.submittedAt))}
      </p>
      {delivery.note && <p className="whitespace-pre-line break-words">{delivery.note}</p>}
      <p className="row">
        {delivery.document && (
          <Link to={paths.document(delivery.document)} className="min-w-0 break-words">
            {delivery.document.title}
          </Link>
        )}
        <a
          href={programmePaths.missionDelivery(mission, delivery.id)}
          download
          className="min-w-0 break-words"
        >
          {delivery.fileName ? `${said.download} (${delivery.fileName})` : said.exact}
        </a>
      </p>
      <p className="muted small break-all">
        {said.hash} <code>{delivery.sha256}</code>
      </p>
      {answer && (
        <>
          <p className="mt-1">
            {said.answered(
              said.verdicts[answer.verdict],
              [answer.by ?? words.log.someone, answer.organisation].filter(Boolean).join(', '),
              dates.exact(answer.at),
            )}
          </p>
          {answer.reason && <p className="whitespace-pre-line break-words">{answer.reason}</p>}
        </>
      )}
    </div>
  );
}
