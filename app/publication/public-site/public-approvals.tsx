import { shortFingerprint } from '#shared/documents/history/exact-text.ts';
import { publicSynthesis as words } from '#shared/publication/synthesis/public-synthesis.fr.ts';
import type { PublishedApprovals } from '#shared/publication/synthesis/public-synthesis.ts';
import { review } from '#shared/reviews/review.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';

const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** [SY11] Who answered about the text that is read, when, and the fingerprint under which anybody verifies it. */
export function PublicApprovals({ approvals }: { approvals: PublishedApprovals }) {
  const { sha256, asked, given } = approvals;
  const { columns } = words;
  return (
    <section aria-labelledby="approbations" className="mt-8">
      <h2 id="approbations">{words.approvals}</h2>
      <p className="mt-2 mb-4">{words.approvalsLead(given.length, asked)}</p>
      <RecordTable caption={words.caption} columns={[columns.organisation, columns.answer, columns.at]}>
        {given.map(({ organisation, answer, at }) => (
          <tr key={organisation}>
            <th scope="row">{organisation}</th>
            <td data-l={columns.answer}>{review.answers[answer]}</td>
            <td data-l={columns.at}>{day.format(new Date(at))}</td>
          </tr>
        ))}
      </RecordTable>
      <p className="mt-4">
        {words.fingerprint} <code>{shortFingerprint(sha256)}</code>{' '}
        <a href={reviewPaths.verification(sha256)}>{words.verify}</a>
      </p>
    </section>
  );
}
