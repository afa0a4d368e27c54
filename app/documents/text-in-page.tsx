import { Eye } from 'lucide-react';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { AsideNote } from '../realtime/aside-note.tsx';
import { ClosedNotice } from '../realtime/closed-notice.tsx';
import { NamesPresent } from '../realtime/people-present.tsx';
import { useFreshPage } from '../realtime/use-fresh-page.ts';
import { useLiveRoom, useRoomState } from '../realtime/use-live-room.ts';
import type { Drawn } from './editor/drawn.ts';
import { LiveText } from './live-text.tsx';
import { RoomStatus, whyReadOnly } from './room-status.tsx';

interface TextInPageProps {
  readonly document: { readonly id: string; readonly title: string; readonly isFrozen: boolean };
  readonly room: string;
  readonly me: { readonly id: string; readonly name: string; readonly colour: number };
  readonly access: RoomAccess;
  readonly drawn: Drawn;
  readonly uploadMegabytes: number;
}

const noOutline = () => undefined;

/**
 * The live text of a document inside another page, written there as on its own: the same room, the same editor, the same promise
 * of the top bar. Its outline, comments and past are on its own page.
 */
export function TextInPage({ document, room: name, me, access, drawn, uploadMegabytes }: TextInPageProps) {
  const room = useLiveRoom(name, me.id, access);
  const state = useRoomState(room);
  useFreshPage(room, state, access, document.title);
  const why = whyReadOnly(room, state, { access, isFrozen: document.isFrozen });
  return (
    <>
      <RoomStatus room={room} state={state} />
      <LiveText
        documentId={document.id}
        room={room}
        state={state}
        isWriter={access === 'write'}
        drawn={drawn}
        me={me}
        uploadMegabytes={uploadMegabytes}
        onOutline={noOutline}
        comments={null}
      >
        {(tools, text) => (
          <>
            {tools}
            <NamesPresent room={room} />
            {why && (
              <p className="note info mb-4">
                <Eye className="icon" aria-hidden="true" />
                <span>
                  <strong>{documentWords.readOnly}.</strong> {why}
                </span>
              </p>
            )}
            <ClosedNotice save={state.save} room={room} name={name} title={document.title} />
            <AsideNote userId={me.id} room={name} title={document.title} />
            {text}
          </>
        )}
      </LiveText>
    </>
  );
}
