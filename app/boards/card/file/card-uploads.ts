import type * as Y from 'yjs';
import type { CardFile } from '#shared/boards/board.ts';
import { addCardFile } from '#shared/boards/card/card-file-operations.ts';
import { cardFiles } from '#shared/boards/file/card-files.fr.ts';
import { takesFile } from '#shared/boards/file-limit.ts';
import type { BoardError, FileError } from '#shared/errors.ts';
import { fileHeaders, refusalOf } from '#shared/kernel/sent-file.ts';
import { paths } from '#shared/paths.ts';
import { type SendFailure, sendBody } from '../../../ui/late/send-body.ts';
import type { BoardView } from '../../board-view.ts';

const words = cardFiles;

type Code = FileError | Extract<BoardError, 'board.filesFull' | 'board.cardNotFound'>;
type Refusal = Code | SendFailure;

const isCode = (said: string): said is Code => Object.hasOwn(words.errors, said);

/** A file on its way to a card, or refused. */
export interface CardUpload {
  readonly key: number;
  readonly cardId: string;
  readonly name: string;
  readonly percent: number;
  /** Why it was refused, in words; null while it is on its way. */
  readonly refused: string | null;
  /** The same again may be taken. */
  readonly canRetry: boolean;
}

/** The files that this page sends to the cards of one board: closing a card ends none of them. */
export interface CardUploads {
  /** The same list as long as nothing changed. */
  list(): readonly CardUpload[];
  subscribe(listener: () => void): () => void;
  add(cardId: string, files: readonly File[]): void;
  /** Sends again what was refused. */
  retry(key: number): void;
  /** Ends what is on its way, or takes the message of a refusal away. */
  drop(key: number): void;
}

interface Around {
  readonly doc: Y.Doc;
  readonly view: BoardView;
  readonly boardId: string;
  readonly megabytes: number;
  readonly say: (text: string) => void;
}

const made = new WeakMap<Y.Doc, CardUploads>();

/** Those of a live board: the same as long as its document is open. */
export function cardUploadsOf(around: Around): CardUploads {
  const known = made.get(around.doc) ?? createCardUploads(around);
  made.set(around.doc, known);
  return known;
}

let keys = 0;

function createCardUploads({ doc, view, boardId, megabytes, say }: Around): CardUploads {
  const held = new Map<number, { file: File; cancel: () => void }>();
  const listeners = new Set<() => void>();
  let uploads: readonly CardUpload[] = [];

  function publish(next: readonly CardUpload[]) {
    uploads = next;
    const isBusy = uploads.some(({ refused }) => refused === null);
    window[isBusy ? 'addEventListener' : 'removeEventListener']('beforeunload', askToStay);
    for (const listener of listeners) listener();
  }
  const change = (key: number, changed: Partial<CardUpload>) =>
    publish(uploads.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  function forget(key: number) {
    held.delete(key);
    publish(uploads.filter((one) => one.key !== key));
  }
  function refuse(key: number, error: Refusal) {
    if (error === 'cancelled') return;
    const refused = error === 'file.tooLarge' ? words.upload.tooLarge(megabytes) : words.errors[error];
    change(key, { refused, canRetry: ['unreachable', 'file.lost', 'file.unavailable'].includes(error) });
  }

  async function send(key: number, cardId: string) {
    const one = held.get(key);
    if (!one) return;
    const early = refusalOf(one.file, megabytes);
    if (early) return refuse(key, early);
    if (!takesFile(view.getBoard())) return refuse(key, 'board.filesFull');
    if (!navigator.onLine) return refuse(key, 'unreachable');
    change(key, { percent: 0, refused: null });
    const sending = sendBody<CardFile, Code>(paths.boardFiles({ id: boardId }), one.file, {
      headers: fileHeaders(one.file.name),
      isCode,
      onProgress: (percent) => change(key, { percent }),
    });
    one.cancel = sending.cancel;
    const sent = await sending.done;
    if (!held.has(key)) return;
    if ('refused' in sent) return refuse(key, sent.refused);
    const added = addCardFile(doc, { cardId, file: sent.taken });
    if (!added.ok) return refuse(key, added.error);
    forget(key);
    say(words.spoken.added(sent.taken.name));
  }

  doc.once('destroy', () => {
    for (const { cancel } of held.values()) cancel();
    held.clear();
    publish([]);
  });

  return {
    list: () => uploads,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(cardId, files) {
      const added = files.map((file): CardUpload => {
        const key = keys++;
        held.set(key, { file, cancel: () => undefined });
        return { key, cardId, name: file.name, percent: 0, refused: null, canRetry: false };
      });
      if (added.length === 0) return;
      publish([...uploads, ...added]);
      say(words.spoken.started(added.length));
      for (const { key } of added) void send(key, cardId);
    },
    retry(key) {
      const one = uploads.find((upload) => upload.key === key);
      if (one?.refused) void send(key, one.cardId);
    },
    drop(key) {
      const one = uploads.find((upload) => upload.key === key);
      const cancel = held.get(key)?.cancel;
      forget(key);
      cancel?.();
      if (one && one.refused === null) say(words.spoken.cancelled(one.name));
    },
  };
}

/** What is on its way exists nowhere else. */
function askToStay(event: Event) {
  event.preventDefault();
}
