import { retention as words } from '#shared/operations/personal-data/retention.fr.ts';
import { RETENTION_KEYS, type Retention } from '#shared/operations/personal-data/retention.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';

/** [PD9] How long things are kept, as the nightly work applies it, for anybody. */
export function Durations({ retention, withRegister }: { retention: Retention; withRegister: boolean }) {
  const rows: (readonly [string, string])[] = [
    ...RETENTION_KEYS.map((key) => [words.kinds[key], words.days(retention[key])] as const),
    ...words.fixed,
  ];
  return (
    <section className="prose site-text mt-8" aria-labelledby="durees">
      <h2 id="durees">{words.title}</h2>
      <p>{words.lead}</p>
      <table className="mt-4">
        <caption className="vh">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.kept}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([kind, kept]) => (
            <tr key={kind}>
              <th scope="row">{kind}</th>
              <td>{kept}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {withRegister && (
        <p className="mt-4">
          <a href={sitePaths.page('registre-des-traitements')}>{words.register}</a>
        </p>
      )}
    </section>
  );
}
