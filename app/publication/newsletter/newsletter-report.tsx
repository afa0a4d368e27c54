import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import {
  NEWSLETTER_MAIL_STATES,
  type NewsletterMailState,
} from '#shared/publication/newsletter/newsletter.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { RecordTable } from '../../ui/records/record-table.tsx';

/** [NL6] What left, for whoever composes newsletters: what a server did not take has not left. */
export function NewsletterReport({
  report,
}: {
  report: {
    readonly total: number;
    readonly states: Readonly<Record<NewsletterMailState, number>>;
    readonly refused: readonly {
      readonly name: string;
      readonly email: string;
      readonly refusal: string | null;
    }[];
  };
}) {
  const { total, states, refused } = report;
  return (
    <Plate id="rapport" title={words.report}>
      <p>{words.reportOf(total)}</p>
      <dl className="mt-3">
        {NEWSLETTER_MAIL_STATES.filter((state) => states[state] > 0).map((state) => (
          <div className="row" key={state}>
            <dt>{words.states[state]}</dt>
            <dd>
              <strong>{states[state]}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {refused.length > 0 && (
        <RecordTable caption={words.refusedTable} columns={[words.person, words.reason]} first="w-[40%]">
          {refused.map(({ name, email, refusal }) => (
            <tr key={email}>
              <th scope="row">
                {name} <span className="muted">{email}</span>
              </th>
              <td data-l={words.reason}>{refusal}</td>
            </tr>
          ))}
        </RecordTable>
      )}
    </Plate>
  );
}
