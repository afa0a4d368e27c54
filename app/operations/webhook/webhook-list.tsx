import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import type { DeliveryState, TypedWebhook } from '#shared/operations/webhook/webhook.ts';
import { When } from '../../realtime/when.tsx';
import { SecretOnce } from '../../ui/late/secret-once.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { DeliveryMark, StateMark } from './webhook-marks.tsx';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly pausedAt: Date | null;
  readonly last: { readonly at: Date; readonly state: DeliveryState } | null;
}

interface WebhookListProps {
  readonly webhooks: readonly Listed[];
  readonly pathOf: (id: string) => string;
  readonly isOfGroup: boolean;
  /** Whether this installation calls other addresses at all. */
  readonly isOn: boolean;
  readonly now: Date;
  readonly answer:
    | { readonly made: { readonly secret: string; readonly path: string } }
    | { readonly errors: Readonly<Partial<Record<string, string>>>; readonly values: TypedWebhook }
    | undefined;
}

const EMPTY: TypedWebhook = { name: '', url: '', all: true, types: [] };

/** The webhooks of one place, and the form that makes another. */
export function WebhookList({ webhooks, pathOf, isOfGroup, isOn, now, answer }: WebhookListProps) {
  const made = answer && 'made' in answer ? answer.made : null;
  const refused = answer && 'errors' in answer ? answer : undefined;
  return (
    <>
      {!isOn && <Notice kind="warning">{words.off}</Notice>}
      {made && (
        <SecretOnce
          key={made.secret}
          secret={made.secret}
          lead={words.created}
          words={words.secret}
          next={<Link to={made.path}>{words.open}</Link>}
        />
      )}
      <Plate id="webhooks" title={words.listTitle}>
        {webhooks.length === 0 ? (
          <p className="muted">{words.none}</p>
        ) : (
          <table className="records">
            <caption className="vh">{words.listTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.name}</th>
                <th scope="col">{words.columns.address}</th>
                <th scope="col">{words.columns.state}</th>
                <th scope="col">{words.columns.last}</th>
              </tr>
            </thead>
            <tbody>
              {webhooks.map(({ id, name, url, pausedAt, last }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to={pathOf(id)}>{name}</Link>
                  </th>
                  <td data-l={words.columns.address} className="break-all">
                    {url}
                  </td>
                  <td data-l={words.columns.state}>
                    <StateMark isPaused={pausedAt !== null} />
                  </td>
                  <td data-l={words.columns.last}>
                    {last ? (
                      <>
                        <DeliveryMark state={last.state} /> <When at={last.at} now={now} />
                      </>
                    ) : (
                      words.never
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Plate>
      <section className="card max-w-[46rem] mt-8" aria-labelledby="new-webhook">
        <h2 id="new-webhook" className="mb-4">
          {words.newTitle}
        </h2>
        <WebhookForm key={made?.secret ?? 'new'} initial={EMPTY} refused={refused} isOfGroup={isOfGroup}>
          <button className="btn primary" type="submit">
            <Plus className="icon" aria-hidden="true" />
            {words.create}
          </button>
        </WebhookForm>
      </section>
    </>
  );
}
