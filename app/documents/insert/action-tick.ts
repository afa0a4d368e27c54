import { documentOutcomes as words } from '#shared/documents/outcome/document-outcomes.fr.ts';
import { paths } from '#shared/paths.ts';
import { nameBook } from './name-book.ts';

/** The names follow a card within two seconds; a busy server has longer. */
const UNSAID_MS = 10_000;

/**
 * [DA8] The box of an action, in the text that is written or read: its tick is the card's, which the server moves in this person's
 * name. `refuse` says why it did not.
 */
export function tickBox(id: () => string | null, refuse: (why: string) => void) {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.setAttribute('aria-label', words.tick);
  /** What was asked, until the names say so. */
  let asked: boolean | null = null;
  let known = false;
  const forget = () => {
    asked = null;
    box.checked = known;
  };
  box.addEventListener('change', async () => {
    const actionId = id();
    if (actionId === null) return;
    asked = box.checked;
    const answer = await send(actionId, asked);
    if (answer === null) {
      nameBook.refresh();
      // Moved back by somebody before the names said it: they will never say it.
      setTimeout(forget, UNSAID_MS);
      return;
    }
    forget();
    refuse(answer);
  });
  return {
    box,
    show({ isDone, canTick }: { readonly isDone: boolean; readonly canTick: boolean }) {
      known = isDone;
      if (asked === known) asked = null;
      box.checked = asked ?? known;
      box.disabled = !canTick;
    },
  };
}

/** Null when it is done, else why not. */
async function send(actionId: string, isDone: boolean): Promise<string | null> {
  const body = new FormData();
  body.set('done', isDone ? 'oui' : 'non');
  const answer = await fetch(paths.action(actionId), { method: 'POST', body }).catch(() => null);
  if (answer?.ok) return null;
  const said: { error?: string } | null = answer && (await answer.json().catch(() => null));
  return said?.error ?? words.unreachable;
}
