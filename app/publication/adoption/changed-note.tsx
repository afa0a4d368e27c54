import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import type { ChangedNeeds } from '#shared/publication/adoption/changed-needs.ts';
import { Notice } from '../../ui/notice.tsx';

/** [RP7] What the sheet asks for since the answers were given. */
export function ChangedNote({ changed }: { changed: ChangedNeeds }) {
  return (
    <Notice kind="warning">
      <p>
        <strong>{words.changed.title}</strong>
      </p>
      {(['added', 'removed', 'raised', 'lowered'] as const).map(
        (what) =>
          changed[what].length > 0 && (
            <p key={what}>{words.changed[what](changed[what].map(words.quoted))}</p>
          ),
      )}
    </Notice>
  );
}
