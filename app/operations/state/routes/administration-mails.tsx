import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import type { Route } from './+types/administration-mails';

const words = people.mails;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationMails(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'platform.administer');
  const { mailFolder, origin, now } = context.get(servicesContext);
  if (!mailFolder) throw notFound();
  return { mails: await mailFolder.list(), origin, now: now() };
}

export default function AdministrationMails({ loaderData: { mails, origin, now } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <PageHead title={words.title} lead={words.lead} />
      {mails.length === 0 && <p className="muted">{words.none}</p>}
      <ul className="ruled max-w-[44rem]">
        {mails.map(({ id, subject, to, text, files, at }) => (
          <li key={id}>
            <p>
              <strong>{subject}</strong>
            </p>
            <p className="muted small">
              {words.to(to)} ·{' '}
              <time dateTime={at.toISOString()} title={dates.exact(at)}>
                {dates.relative(at, now)}
              </time>
            </p>
            <details className="mt-1">
              <summary>
                {words.read}
                <span className="vh">, {subject}</span>
              </summary>
              <div className="card mt-2 whitespace-pre-line break-words">
                {text.split('\n').map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a mail never change
                  <Line key={index} line={line} origin={origin} />
                ))}
              </div>
            </details>
            {files.map((file) => (
              <details className="mt-1" key={file.name}>
                <summary>{words.file(file.name)}</summary>
                <pre className="card mt-2 small whitespace-pre-wrap break-words">{file.text}</pre>
              </details>
            ))}
          </li>
        ))}
      </ul>
    </main>
  );
}

/** A line of a mail; one that is an address of ours is a link. */
function Line({ line, origin }: { line: string; origin: string }) {
  return <p className="min-h-[1.45em]">{line.startsWith(`${origin}/`) ? <a href={line}>{line}</a> : line}</p>;
}
