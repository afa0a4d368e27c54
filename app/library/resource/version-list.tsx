import { dates } from '#shared/kernel/dates.fr.ts';
import { file as fileWords } from '#shared/kernel/file/file.fr.ts';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { isServed, type Scan } from '#shared/library/resource/resource.ts';
import { paths } from '#shared/paths.ts';
import { PostButton } from '../../ui/post-button.tsx';

const words = resource.page;

interface ListedVersion {
  readonly number: number;
  readonly name: string;
  readonly bytes: number;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
  readonly scan: Scan;
}

/** [RS7] Every version of a file, the latest first, each to download and to go back to. */
export function VersionList({
  resource: shown,
  versions,
  canShare,
  now,
}: {
  resource: { readonly id: string };
  versions: readonly ListedVersion[];
  canShare: boolean;
  now: Date;
}) {
  return (
    <ol className="ruled" reversed>
      {versions.map((version, at) => (
        <li className="version-row" key={version.number}>
          <div>
            <p className="row">
              <strong>{words.version(version.number)}</strong>
              {at === 0 && <span className="badge success">{words.latest}</span>}
              {version.scan === 'waiting' && <span className="badge warning">{resource.quarantine}</span>}
              {version.scan === 'infected' && <span className="badge danger">{resource.infected}</span>}
            </p>
            {version.note && <p>{version.note}</p>}
            <p className="small">
              {isServed(version) ? (
                <a href={paths.resourceFile(shown, version.number)} download={version.name}>
                  {words.download(version.name, fileWords.size(version.bytes))}
                </a>
              ) : (
                version.name
              )}
            </p>
            <p className="muted small">
              <time dateTime={version.at.toISOString()} title={dates.exact(version.at)}>
                {words.by(version.by, dates.relative(version.at, now))}
              </time>
            </p>
          </div>
          {canShare && at > 0 && isServed(version) && (
            <PostButton fields={{ intent: 'restore', number: version.number }}>
              {words.restoreOf(version.number)}
            </PostButton>
          )}
        </li>
      ))}
    </ol>
  );
}
