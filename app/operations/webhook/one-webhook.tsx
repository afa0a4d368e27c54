import { Send } from 'lucide-react';
import { dates } from '#shared/kernel/dates.fr.ts';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import type { PauseReason, TypedWebhook } from '#shared/operations/webhook/webhook.ts';
import { SecretOnce } from '../../ui/late/secret-once.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { StateMark } from './webhook-marks.tsx';

interface OneWebhookProps {
  readonly webhook: {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly types: readonly string[] | null;
    readonly owner: string | null;
    readonly pausedAt: Date | null;
    readonly pauseReason: PauseReason | null;
    readonly olderSecretUntil: Date | null;
  };
  readonly isOfGroup: boolean;
  readonly isOn: boolean;
  readonly now: Date;
  readonly answer:
    | { readonly rotated: { readonly secret: string } }
    | { readonly errors: Readonly<Partial<Record<string, string>>>; readonly values: TypedWebhook | null }
    | undefined;
}

/** One webhook: how it stands, its gestures and its settings. */
export function OneWebhook({ webhook, isOfGroup, isOn, now, answer }: OneWebhookProps) {
  const { name, url, types, owner, pausedAt, pauseReason, olderSecretUntil } = webhook;
  const rotated = answer && 'rotated' in answer ? answer.rotated : null;
  const refused = answer && 'errors' in answer ? answer : undefined;
  const isPaused = pausedAt !== null;
  return (
    <>
      {!isOn && <Notice kind="warning">{words.off}</Notice>}
      {refused && !refused.values && <Notice kind="danger">{refused.errors['']}</Notice>}
      {rotated && (
        <SecretOnce key={rotated.secret} secret={rotated.secret} lead={words.rotated} words={words.secret} />
      )}
      <section className="card stack max-w-[46rem]" aria-labelledby="webhook">
        <h2 id="webhook" className="row">
          {name} <StateMark isPaused={isPaused} />
        </h2>
        {isPaused && pauseReason && <p>{words.pauseReasons[pauseReason]}</p>}
        <p className="break-all">{url}</p>
        <p className="muted">
          {types ? words.chosen(types.length) : words.allChosen} · {words.owner(owner)}
          {olderSecretUntil &&
            olderSecretUntil > now &&
            ` ${words.olderUntil(dates.exact(olderSecretUntil))}`}
        </p>
        <div className="row">
          <PostButton fields={{ intent: 'test' }} action="?" className="btn primary sm">
            <Send className="icon" aria-hidden="true" />
            {words.test}
          </PostButton>
          <PostButton fields={{ intent: isPaused ? 'resume' : 'pause' }} action="?" describedBy="pause-hint">
            {isPaused ? words.resume : words.pause}
          </PostButton>
        </div>
        <p className="muted small" id="pause-hint">
          {words.resumeHint}
        </p>
        <details className="fold" open={refused?.values != null}>
          <summary className="btn sm">{words.settings}</summary>
          <div className="stack mt-4">
            <WebhookForm
              initial={{ name, url, all: types === null, types: types ?? [] }}
              refused={refused?.values ? refused : undefined}
              isOfGroup={isOfGroup}
            >
              <button className="btn primary" type="submit" name="intent" value="save">
                {words.save}
              </button>
            </WebhookForm>
            <PostButton fields={{ intent: 'rotate' }} action="?" describedBy="rotate-hint">
              {words.rotate}
            </PostButton>
            <p className="muted small" id="rotate-hint">
              {words.rotateHint}
            </p>
            <PostButton
              fields={{ intent: 'remove' }}
              action="?"
              className="btn danger sm"
              describedBy="remove-hint"
            >
              {words.remove}
            </PostButton>
            <p className="muted small" id="remove-hint">
              {words.removeHint}
            </p>
          </div>
        </details>
      </section>
    </>
  );
}
