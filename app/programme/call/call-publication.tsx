import { call } from '#shared/programme/call/call.fr.ts';
import type { CallState } from '#shared/programme/call/call.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { PostButton } from '../../ui/post-button.tsx';

const words = call.administration;

interface CallPublicationProps {
  readonly state: CallState;
  readonly opensAt: Date;
  readonly hasOpened: boolean;
  /** Somebody has begun to answer. */
  readonly isTaken: boolean;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
}

/** Shows a call to everybody, or takes it back. */
export function CallPublication({
  state,
  opensAt,
  hasOpened,
  isTaken,
  errors,
  answer,
}: CallPublicationProps) {
  const isPrepared = state === 'preparing';
  if (!isPrepared && (isTaken || state === 'closed' || state === 'tolerance')) return null;
  return (
    <section className="plate" aria-labelledby="publication">
      <h2 className="mb-2" id="publication">
        {isPrepared ? words.publish : words.unpublish}
      </h2>
      <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={answer} />
      <p className="mb-3">
        {!isPrepared ? words.unpublishLead : hasOpened ? words.publishNowLead : words.publishLead(opensAt)}
      </p>
      <PostButton
        fields={{ intent: isPrepared ? 'publish' : 'unpublish' }}
        className={isPrepared ? 'btn primary' : 'btn'}
      >
        {isPrepared ? words.publish : words.unpublish}
      </PostButton>
    </section>
  );
}
