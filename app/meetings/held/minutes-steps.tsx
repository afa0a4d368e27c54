import { FileText } from 'lucide-react';
import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { minutes as words } from '#shared/meetings/held/minutes.fr.ts';
import type { MinutesStatus } from '#shared/meetings/held/minutes.ts';
import { paths } from '#shared/paths.ts';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface ShownMinutes {
  readonly document: { readonly id: string; readonly title: string };
  readonly status: MinutesStatus;
  readonly sheetAt: Date | null;
  readonly canChange: boolean;
  readonly submitted: {
    readonly at: Date;
    readonly by: string | null;
    readonly sha256: string;
    readonly isUnchanged: boolean;
  } | null;
  readonly approved: {
    readonly at: Date;
    readonly by: string | null;
    readonly meeting: { readonly id: string; readonly title: string } | null;
  } | null;
  /** Meetings at which they may be approved. */
  readonly later: readonly { readonly id: string; readonly title: string; readonly startsAt: Date }[];
}

interface MinutesStepsProps {
  readonly meeting: { readonly id: string };
  readonly minutes: ShownMinutes;
  readonly canWrite: boolean;
  readonly canApprove: boolean;
}

const RANK: Readonly<Record<MinutesStatus, number>> = { draft: 0, submitted: 1, approved: 2 };

/** The three steps of minutes along the rope, each with what can be done there, and the proof of the exact text. */
export function MinutesSteps({ meeting, minutes, canWrite, canApprove }: MinutesStepsProps) {
  const { status, submitted, approved, sheetAt, document } = minutes;
  const at = (step: MinutesStatus) =>
    RANK[status] > RANK[step] || status === 'approved' ? 'done' : status === step ? 'now' : '';
  return (
    <div className="cols">
      <section aria-label={words.steps}>
        <ol className="rope">
          <li className={at('draft')}>
            <h2 id="draft">{words.status.draft}</h2>
            <p className="row my-3">
              <Link className="btn primary" to={paths.document(document)}>
                <FileText className="icon" aria-hidden="true" />
                {minutes.canChange ? words.write : words.open}
              </Link>
            </p>
            {sheetAt && <p className="muted small">{words.sheetThere(dates.exact(sheetAt))}</p>}
            {!sheetAt && canWrite && status !== 'approved' && (
              <PostButton fields={{ intent: 'sheet' }}>{words.addSheet}</PostButton>
            )}
          </li>
          <li className={at('submitted')}>
            <h2 id="submitted">{words.status.submitted}</h2>
            {submitted && <p>{words.submittedBy(submitted.by ?? words.former, dates.exact(submitted.at))}</p>}
            {canWrite && status !== 'approved' && (
              <>
                <p className="muted small my-2" id="soumettre-aide">
                  {words.submitHint}
                </p>
                <PostButton
                  fields={{ intent: 'submit' }}
                  className={submitted?.isUnchanged ? 'btn sm' : 'btn primary sm'}
                  describedBy="soumettre-aide"
                >
                  {submitted ? words.submitAgain : words.submit}
                </PostButton>
              </>
            )}
          </li>
          <li className={at('approved')}>
            <h2 id="approved">{words.status.approved}</h2>
            {approved ? (
              <Approved approved={approved} canApprove={canApprove} />
            ) : (
              <Approval minutes={minutes} canApprove={canApprove} />
            )}
          </li>
        </ol>
      </section>
      {submitted && (
        <aside className="plate" aria-labelledby="empreinte">
          <header>
            <h2 id="empreinte">{words.proof}</h2>
          </header>
          <Notice kind={submitted.isUnchanged ? 'success' : 'warning'}>
            {submitted.isUnchanged ? words.unchanged : approved ? words.changedAfter : words.changed}
          </Notice>
          <p className="small">{words.proofLead}</p>
          <p className="held-hash small my-3">
            <code>{submitted.sha256}</code>
          </p>
          <p className="row">
            <a className="btn sm" href={paths.meetingExactText(meeting)} download>
              {words.download}
            </a>
            <Link className="btn sm" to="." reloadDocument>
              {words.verify}
            </Link>
          </p>
          <p className="muted small mt-3">{words.verifyWith}</p>
        </aside>
      )}
    </div>
  );
}

function Approved({
  approved,
  canApprove,
}: {
  approved: NonNullable<ShownMinutes['approved']>;
  canApprove: boolean;
}) {
  return (
    <>
      <p>{words.approvedBy(approved.by ?? words.former, dates.exact(approved.at))}</p>
      {approved.meeting && (
        <p className="small">
          {words.approvedIn} <Link to={paths.meeting(approved.meeting)}>{approved.meeting.title}</Link>
        </p>
      )}
      {canApprove && (
        <>
          <p className="muted small my-2" id="revenir-aide">
            {words.takeBackHint}
          </p>
          <PostButton fields={{ intent: 'takeBack' }} className="btn quiet sm" describedBy="revenir-aide">
            {words.takeBack}
          </PostButton>
        </>
      )}
    </>
  );
}

function Approval({ minutes, canApprove }: { minutes: ShownMinutes; canApprove: boolean }) {
  const { submitted, later } = minutes;
  if (later.length === 0 || !submitted) return <p className="muted small">{words.noLater}</p>;
  if (!canApprove) return null;
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="approve" />
      <SelectField label={words.approveAt} name="at" hint={words.approveHint}>
        {later.map(({ id, title, startsAt }) => (
          <option key={id} value={id}>
            {title}, {dates.short(startsAt)}
          </option>
        ))}
      </SelectField>
      <button className="btn primary sm" type="submit">
        {words.approve}
      </button>
    </Form>
  );
}
