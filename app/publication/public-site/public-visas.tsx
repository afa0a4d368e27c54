import { shortFingerprint } from '#shared/documents/history/exact-text.ts';
import type { PublishedVisas } from '#shared/publication/sheet/published-visas.ts';
import { sheetVisa } from '#shared/publication/sheet/sheet-visa.fr.ts';
import { VISA_KINDS } from '#shared/publication/sheet/visa.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';

const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** [US10] Who approved the text that is read, when, and the fingerprint under which anybody verifies it. */
export function PublicVisas({ visas: { sha256, given } }: { visas: PublishedVisas }) {
  const { published: words, kinds } = sheetVisa;
  return (
    <section aria-labelledby="visas" className="mt-8">
      <h2 id="visas">{words.title}</h2>
      <p className="mt-2">{words.lead}</p>
      <dl className="facts grid-cols-[9.5rem_minmax(0,1fr)] text-base [&>dt]:pt-0 mt-2">
        {VISA_KINDS.map((kind) => (
          <div key={kind} className="contents">
            <dt>{kinds[kind]}</dt>
            <dd>
              {given
                .filter((visa) => visa.kind === kind)
                .map(({ organisation, at, hasReservation }) => (
                  <span key={organisation} className="block">
                    {words.line(organisation, day.format(new Date(at)))}
                    {hasReservation && `, ${words.reservation}`}
                  </span>
                ))}
            </dd>
          </div>
        ))}
        <dt>{words.fingerprint}</dt>
        <dd>
          <code>{shortFingerprint(sha256)}</code>{' '}
          <a href={reviewPaths.verification(sha256)}>{words.verify}</a>
        </dd>
      </dl>
    </section>
  );
}
