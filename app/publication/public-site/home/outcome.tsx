import { FileText, Lightbulb, Megaphone, Radio } from 'lucide-react';
import type { ReactNode } from 'react';
import { dates } from '#shared/kernel/dates.fr.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { openDataPaths } from '#shared/publication/open-data/open-data-paths.ts';
import { publicHome } from '#shared/publication/public-site/public-home.fr.ts';
import type { NewsKind, PublicHome } from '#shared/publication/public-site/public-home.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { Plate } from '../../../ui/page/plate.tsx';

/** [PS11] Whom the last announcement selected, as far as they agreed to be named. */
export function Laureates({
  call,
  children,
}: {
  call: NonNullable<PublicHome['laureates']>['call'];
  children: ReactNode;
}) {
  const words = publicHome.laureates;
  return (
    <Plate
      id="laureats"
      title={words.title(call.title)}
      beside={<a href={programmePaths.call(call)}>{words.all}</a>}
    >
      {children}
    </Plate>
  );
}

/** [PS10] The programme in counts; those that are nothing are left out. */
export function Figures({ figures }: Pick<PublicHome, 'figures'>) {
  const words = publicHome.figures;
  const all = [
    [words.experiments, figures.experiments, words.cities(figures.cities)],
    [words.sheets, figures.sheets, words.sheetsSaid(figures.sheets)],
    [words.repeating, figures.repeating, words.repeatingSaid],
  ] as const;
  const told = all.filter(([, count]) => count > 0);
  if (told.length === 0) return null;
  return (
    <Plate
      id="chiffres"
      title={words.title(figures.season)}
      beside={<a href={openDataPaths.openData()}>{words.data}</a>}
    >
      <dl className="kpis told-counts">
        {told.map(([name, count, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </Plate>
  );
}

/** [PS10] What was published lately beside who does what. */
export function NewsAndPeople({ news }: Pick<PublicHome, 'news'>) {
  const words = publicHome.news;
  return (
    <div className={news.length > 0 ? 'two' : undefined}>
      {news.length > 0 && (
        <Plate id="actu" title={words.title} beside={<a href={sheetPaths.feed()}>{words.feed}</a>}>
          <ul className="told">
            {news.map(({ kind, title, at, href }) => (
              <li key={href}>
                <KindIcon kind={kind} />
                <a className="t break-words" href={href}>
                  {words.of(words.kinds[kind], title)}
                </a>
                <time dateTime={dates.iso(at)}>{dates.short(at)}</time>
              </li>
            ))}
          </ul>
          {news.some(({ kind }) => kind === 'bulletin') && (
            <p className="mt-3">
              <a href={bulletinPaths.publicBulletins()}>{words.all}</a>
            </p>
          )}
        </Plate>
      )}
      <Plate id="qui" title={publicHome.who.title}>
        <dl className="who">
          {publicHome.who.lines.map(([name, does]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Plate>
    </div>
  );
}

const ICONS = {
  call: Megaphone,
  sheet: Lightbulb,
  bulletin: Radio,
  interview: FileText,
  dossier: FileText,
  guide: FileText,
  synthesis: FileText,
} as const satisfies Record<NewsKind, unknown>;

function KindIcon({ kind }: { kind: PublicHome['news'][number]['kind'] }) {
  const Icon = ICONS[kind];
  return <Icon className="icon" aria-hidden="true" />;
}
