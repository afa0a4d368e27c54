import { Link } from 'react-router';
import { secondFactor as words } from '#shared/people/person/second-factor.fr.ts';
import { ShownAnswer } from '../../ui/shown-answer.tsx';

/** Recovery codes, shown once: to be written down, or kept as a file, without script. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`;
  return (
    <section aria-labelledby="codes" className="mt-5">
      <ShownAnswer answer={codes}>
        <h2 id="codes">{words.codesTitle}</h2>
        <p className="muted mt-2">{words.codesLead}</p>
      </ShownAnswer>
      <ul className="recovery-codes mt-4">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="row mt-5">
        <a className="btn" href={file} download={words.fileName}>
          {words.download}
        </a>
        <Link className="btn primary" to={next} reloadDocument>
          {words.kept}
        </Link>
      </p>
    </section>
  );
}
