import type { EditorView } from '@tiptap/pm/view';
import { documentExcerpts as words } from '#shared/documents/excerpt/document-excerpts.fr.ts';
import type { ExcerptFacts, ExcerptMode, ExcerptStanding } from '#shared/documents/excerpt/excerpt.ts';
import { excerptFacts } from '#shared/documents/excerpt/excerpt-facts.fr.ts';
import { dialogDoor } from '../insert/dialog-door.ts';

/** Whose source may be read today. */
const READABLE = new Set<ExcerptStanding>(['current', 'changed', 'kept', 'gone']);
const COMPARABLE = new Set<ExcerptStanding>(['changed', 'kept']);

/** [EC5] What stands at the end of the line of an excerpt that is written in: how it stands, said aloud when it changes, and the gestures. */
export function excerptTools(id: () => string | null, view: EditorView) {
  const [dom, said, compare, toggle] = [
    document.createElement('span'),
    document.createElement('span'),
    button(words.compare),
    button(words.freeze),
  ];
  dom.className = 'excerpt-tools';
  said.setAttribute('role', 'status');
  dom.append(said, compare, toggle);
  let next: ExcerptMode = 'frozen';
  compare.addEventListener('click', () => {
    const excerptId = id();
    if (excerptId !== null) dialogDoor.of(view)('excerptUpdate', { excerptId });
  });
  toggle.addEventListener('click', () => {
    const excerptId = id();
    if (excerptId !== null) dialogDoor.of(view)('excerptMode', { excerptId, mode: next });
  });
  return {
    dom,
    show(known: ExcerptFacts | null) {
      const standing = known?.standing ?? null;
      const text = standing === null ? '' : excerptFacts.standings[standing];
      if (said.textContent !== text) said.textContent = text;
      said.className = text === '' ? '' : 'badge warning';
      compare.hidden = standing === null || !COMPARABLE.has(standing);
      next = known?.mode === 'live' ? 'frozen' : 'live';
      toggle.textContent = next === 'live' ? words.follow : words.freeze;
      // Whoever may not read the source may still stop following it.
      const canFollow = standing !== null && READABLE.has(standing) && standing !== 'gone';
      toggle.hidden = standing === null || standing === 'unverified' || (next === 'live' && !canFollow);
    },
  };
}

function button(text: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn quiet sm';
  made.textContent = text;
  return made;
}
