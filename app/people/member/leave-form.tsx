import { Form } from 'react-router';
import { join } from '#shared/people/member/join.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import type { MemberRefusal } from './member-refusal.ts';

const words = join.leave;

/** [MB4] The way out of a group, for somebody who is in it in their own name; it says what stays. */
export function LeaveForm({
  staysByOrganisation,
  refusal,
}: {
  staysByOrganisation: boolean;
  refusal: MemberRefusal | undefined;
}) {
  const own = refusal?.form === 'member.leave' ? refusal : undefined;
  return (
    <details className="fold mt-8" open={Boolean(own)}>
      <summary className="btn sm">{words.title}</summary>
      <Form method="post" className="card mt-2 max-w-2xl">
        <ErrorSummary title={words.title} faults={faultsOf(own?.errors)} answer={own} />
        <p>{words.lead}</p>
        {staysByOrganisation && <p className="muted mt-2">{words.stays}</p>}
        <p className="mt-4">
          <button className="btn danger" type="submit" name="intent" value="leave">
            {words.submit}
          </button>
        </p>
      </Form>
    </details>
  );
}
