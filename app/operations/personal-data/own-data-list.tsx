import { dates } from '#shared/kernel/dates.fr.ts';
import { file } from '#shared/kernel/file/file.fr.ts';
import { personalData } from '#shared/operations/personal-data/personal-data.fr.ts';
import type { OwnDataState } from '#shared/operations/personal-data/personal-data.ts';
import { personalDataPaths } from '#shared/operations/personal-data/personal-data-paths.ts';
import { MadeFiles } from '../../ui/records/made-files.tsx';

const words = personalData.export;

interface Shown {
  readonly id: string;
  readonly state: OwnDataState;
  readonly done: number;
  readonly total: number;
  readonly bytes: number | null;
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
}

/** The archives of one's own data. */
export function OwnDataList({ exports }: { exports: readonly Shown[] }) {
  const files = exports.map(({ id, state, done, total, bytes, askedAt, expiresAt }) => ({
    ...{ id, state, done, total },
    says:
      state === 'failed' ? words.failed : state === 'waiting' ? words.waiting : words.running(done, total),
    href: personalDataPaths.ownDataFile(id),
    download: words.download(file.size(bytes ?? 0)),
    line:
      words.askedOn(dates.short(askedAt)) + (expiresAt ? `. ${words.until(dates.short(expiresAt))}.` : ''),
  }));
  return <MadeFiles files={files} words={words} />;
}
