import { data, redirect } from 'react-router';
import { findVerification, type Verification as Proof } from '#db/reviews/review-proof.ts';
import { shortFingerprint } from '#shared/documents/history/exact-text.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { signingBasis } from '#shared/people/organisation/signing-basis.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { verification as words } from '#shared/reviews/verification.fr.ts';
import { servicesContext } from '../../context.ts';
import { SiteFrame } from '../../publication/public-site/site-frame.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';
import { FileCheck } from '../file-check.tsx';
import type { Route } from './+types/verification';

const FINGERPRINT = /^[0-9a-f]{64}$/;

/** [RV13] For anybody: what was signed under a fingerprint, and nothing of the text. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const given = params.empreinte;
  if (given === undefined) return { asked: null, proof: null };
  const sha256 = given.trim().toLowerCase();
  if (sha256 !== given && FINGERPRINT.test(sha256)) throw redirect(reviewPaths.verification(sha256));
  const proof = FINGERPRINT.test(sha256)
    ? await findVerification(context.get(servicesContext).db, sha256)
    : null;
  return data({ asked: sha256.slice(0, 64), proof }, { status: proof ? 200 : 404 });
}

/** Asked for each time: rounds are added. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function Verification({ loaderData: { asked, proof } }: Route.ComponentProps) {
  return (
    <SiteFrame>
      <title>{`${words.title} · ${frame.product}`}</title>
      <meta name="robots" content="noindex" />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {asked !== null && !proof && (
        <div className="note danger" role="status">
          <div>
            <p>
              <strong>{words.unknown}</strong>
            </p>
            <p>{words.unknownText}</p>
          </div>
        </div>
      )}
      {proof && <Signed proof={proof} />}
      <FileCheck known={proof} />
    </SiteFrame>
  );
}

function Signed({ proof: { sha256, format, rounds, files } }: { proof: Proof }) {
  return (
    <>
      <h2>{words.found(shortFingerprint(sha256))}</h2>
      <p className="muted small">{words.text}</p>
      <p>
        <code className="break-all">{sha256}</code>
      </p>
      {format && <p>{words.ofFile(format.toUpperCase())}</p>}
      {rounds.map(({ submittedAt, closedAt, outcome, quorum, answers }) => (
        <section key={closedAt.toISOString()} className="mt-8">
          <h3>{words.outcome[outcome]}</h3>
          <p>
            {words.round(submittedAt, closedAt)} {words.quorum(quorum)}
          </p>
          <DataTable caption={words.tableOf(closedAt)}>
            <thead>
              <tr>
                <th scope="col">{words.organisation}</th>
                <th scope="col">{words.answer}</th>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.basis}</th>
              </tr>
            </thead>
            <tbody>
              {answers.map(({ organisation, answer, at, basis }) => (
                <tr key={organisation}>
                  <th scope="row">{organisation}</th>
                  <td>{answer ? words.answers[answer] : words.silence}</td>
                  <td>{at && words.at(at)}</td>
                  <td className="break-words">{at && signingBasis(basis)}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </section>
      ))}
      {files.length > 0 && (
        <details className="mt-8">
          <summary>{words.files}</summary>
          <ul>
            {files.map((file) => (
              <li key={file.sha256}>
                {words.madeAt(file.format.toUpperCase(), file.madeAt)}
                <br />
                <code className="break-all">{file.sha256}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
