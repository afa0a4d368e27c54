import type { TextMark } from './text-surface.ts';

/** Words that somebody proposes, as they stand in the text beside those that they would replace. */
export function proposalOf({ threadId, proposed, by, isCurrent }: TextMark): HTMLElement {
  const place = document.createElement('span');
  place.className = isCurrent ? 'proposal on' : 'proposal';
  place.dataset.thread = threadId;
  place.contentEditable = 'false';
  const words = document.createElement('ins');
  words.textContent = proposed;
  const author = document.createElement('small');
  author.textContent = ` ${by}`;
  place.append(words, author);
  return place;
}
