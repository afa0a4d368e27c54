import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';

const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** [PS8] The life of the sheet since its first publication, in dated lines. */
export function PublicChanges({
  changes,
}: {
  changes: readonly { readonly kind: keyof typeof words.changes; readonly at: Date }[];
}) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="historique" className="plate">
      <h2 id="historique">{words.history}</h2>
      <ul className="small mt-2">
        {changes.map(({ kind, at }) => (
          <li key={at.getTime()}>{words.changes[kind](day.format(at))}</li>
        ))}
      </ul>
    </section>
  );
}
