import { dates } from '#shared/kernel/dates.fr.ts';
import { file } from '#shared/kernel/file/file.fr.ts';
import { openArchive as words } from '#shared/operations/archive/open-archive.fr.ts';
import type { OpenArchiveError, OpenArchiveState } from '#shared/operations/archive/open-archive.ts';
import { openArchivePaths } from '#shared/operations/archive/open-archive-paths.ts';
import { Notice } from '../../ui/notice.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { MadeFiles } from '../../ui/records/made-files.tsx';

interface Shown {
  readonly id: string;
  readonly state: OpenArchiveState;
  readonly done: number;
  readonly total: number;
  readonly bytes: number | null;
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
}

interface Props {
  readonly lead: string;
  readonly archives: readonly Shown[];
  readonly refused: OpenArchiveError | undefined;
}

/** [OA6] Asks for an archive, and what became of those that were asked for. */
export function ArchivePlate({ lead, archives, refused }: Props) {
  const files = archives.map(({ id, state, done, total, bytes, askedAt, expiresAt }) => ({
    ...{ id, state, done, total },
    says:
      state === 'failed' ? words.failed : state === 'waiting' ? words.waiting : words.running(done, total),
    href: openArchivePaths.file(id),
    download: words.download(file.size(bytes ?? 0)),
    line:
      words.askedOn(dates.short(askedAt)) + (expiresAt ? `. ${words.until(dates.short(expiresAt))}.` : ''),
    ...((state === 'waiting' || state === 'running') && {
      gesture: <PostButton fields={{ intent: 'cancel', archive: id }}>{words.cancel}</PostButton>,
    }),
  }));
  return (
    <>
      {refused && <Notice kind="danger">{words.errors[refused]}</Notice>}
      <Plate id="open-archive" title={words.what}>
        <p className="mb-4 max-w-[44rem]">{lead}</p>
        <p className="mb-4 max-w-[44rem]">{words.kept}</p>
        <PostButton fields={{ intent: 'ask' }} className="btn primary wide-s">
          {words.ask}
        </PostButton>
        <MadeFiles files={files} words={words} />
      </Plate>
    </>
  );
}
