import { FileText } from 'lucide-react';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { guidePaths } from '#shared/publication/public-document/guide-paths.ts';
import { publicHome } from '#shared/publication/public-site/public-home.fr.ts';
import type { PublicHome } from '#shared/publication/public-site/public-home.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { Plate } from '../../../ui/page/plate.tsx';

/** [PS10] What there is to read: the latest guides, and the last synthesis that is published. */
export function Reading({
  guides,
  guideCount,
  synthesis,
}: Pick<PublicHome, 'guides' | 'guideCount' | 'synthesis'>) {
  if (guides.length === 0 && !synthesis) return null;
  return (
    <div className={guides.length > 0 && synthesis ? 'two' : undefined}>
      {guides.length > 0 && (
        <Plate
          id="guides"
          title={publicHome.guides.title}
          beside={<a href={guidePaths.guides()}>{publicHome.guides.all(guideCount)}</a>}
        >
          <ul className="told">
            {guides.map(({ address, title, writers, publishedAt }) => (
              <li key={address}>
                <FileText className="icon" aria-hidden="true" />
                <div>
                  <a className="t break-words" href={paths.publicDocument(address)}>
                    {title}
                  </a>
                  {writers.length > 0 && <p>{publicSite.by(new Intl.ListFormat('fr').format(writers))}</p>}
                </div>
                <time dateTime={dates.iso(publishedAt)}>{dates.short(publishedAt)}</time>
              </li>
            ))}
          </ul>
        </Plate>
      )}
      {synthesis && <Synthesis synthesis={synthesis} />}
    </div>
  );
}

function Synthesis({ synthesis }: { synthesis: NonNullable<PublicHome['synthesis']> }) {
  const words = publicHome.synthesis;
  const { season, chapters, publishedAt } = synthesis;
  return (
    <Plate id="synthese" title={words.title(season.name)}>
      <p>
        {words.lead} <strong>{words.published(publishedAt)}</strong>
      </p>
      {chapters.length > 0 && (
        <ol className="rope small mt-4">
          {chapters.map((chapter) => (
            <li key={chapter} className="done">
              {chapter}
            </li>
          ))}
        </ol>
      )}
      <p className="mt-4">
        <a href={synthesisPaths.publicSynthesis({ season: season.number })}>{words.read}</a>
      </p>
    </Plate>
  );
}
