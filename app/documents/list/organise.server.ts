import { data, type RouterContextProvider } from 'react-router';
import type { Done } from '../../kernel/done.server.ts';
import { choice, gestureOf, gesturesOf, text } from '../../kernel/gesture.server.ts';

/** In which group, as the page found it. */
interface Page {
  readonly groupId: string;
}

const inGroup = gesturesOf(({ groupId }: Page) => ({ groupId }));
const ofDocument = gesturesOf((_page: Page) => ({}));
/** The list stays, and says itself what was done, with its undo. */
const done = (): Done => ({ to: '', said: '', focus: null });
const isPinned = (sent: readonly FormDataEntryValue[]) => {
  const said = choice(['true', 'false'])(sent);
  return said && said === 'true';
};

/** What the list of documents asks of its folders and of the places of its documents. */
export const organisingGestures = {
  createFolder: inGroup('folder.create', { fields: { parentId: text, name: text }, done }),
  renameFolder: inGroup('folder.rename', { fields: { folderId: text, name: text }, done }),
  moveFolder: inGroup('folder.move', { fields: { folderId: text, parentId: text }, done }),
  removeFolder: inGroup('folder.remove', { fields: { folderId: text }, done }),
  restoreFolder: inGroup('folder.restore', { fields: { folderId: text }, done }),
  put: ofDocument('document.putIntoFolder', { fields: { documentId: text, folderId: text }, done }),
  place: ofDocument('document.place', { fields: { documentId: text, beforeId: text }, done }),
  pin: ofDocument('document.pin', { fields: { documentId: text, isPinned }, done }),
};

/** Does what the list asks. Answers `{ error }`: a French sentence, or null. */
export async function organise(context: Readonly<RouterContextProvider>, form: FormData, page: Page) {
  const answer = await gestureOf(form, organisingGestures).perform(context, page, form);
  if ('to' in answer) return { error: null };
  const [error = null] = Object.values(answer.data.errors);
  return data({ error: error ?? null }, { status: answer.init?.status ?? 422 });
}
