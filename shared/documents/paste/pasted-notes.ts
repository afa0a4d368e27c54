const CALL = /^\s*\[?(\d{1,4}|[ivx]{1,6}|\*)\]?\s*$/i;

/**
 * Notes of Word, LibreOffice, Google Docs and Markdown: a call that leads down to a numbered text, which leads back. The text takes
 * the place of its call, as our schema has it, and leaves the end of the page.
 */
export function noteCalls(root: HTMLElement): void {
  const found = [...root.querySelectorAll('a[href]')].flatMap((call) => {
    const name = /#([^#]+)$/.exec(call.getAttribute('href') ?? '')?.[1];
    if (!name || !CALL.test(call.textContent ?? '')) return [];
    const target = targetOf(root, name, call);
    return target ? [{ call, target }] : [];
  });
  const texts = new Map(found.map(({ target }) => [target, noteText(target)]));
  for (const { call, target } of found) {
    const text = texts.get(target);
    if (!text) continue;
    const note = root.ownerDocument.createElement('span');
    note.className = 'footnote';
    note.textContent = text;
    const around = call.closest('sup');
    (around && around.textContent?.trim() === call.textContent?.trim() ? around : call).replaceWith(note);
  }
  for (const [target, text] of texts) if (text) removeNote(target);
}

/** The text to which a call leads, when it stands further down. */
function targetOf(root: HTMLElement, name: string, call: Element): Element | null {
  const named = [...root.querySelectorAll('[id], a[name]')].find(
    (one) =>
      one !== call &&
      (one.id === name || one.getAttribute('name') === name) &&
      // Node.DOCUMENT_POSITION_FOLLOWING
      (call.compareDocumentPosition(one) & 4) !== 0,
  );
  return named?.closest('li, p, div, aside, dd') ?? null;
}

/** What a note says, without its number and the way back. */
function noteText(target: Element): string {
  const copy = target.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a')) {
    const said = link.textContent ?? '';
    if (CALL.test(said) || /^(?:\s|↩|\ufe0e|⤴|\^)*$/u.test(said)) link.remove();
  }
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** With the boxes and the rule that only held notes. */
function removeNote(target: Element): void {
  let gone = target;
  while (
    gone.parentElement &&
    isOnly(gone) &&
    gone.parentElement.localName !== 'body' &&
    gone.parentElement.parentElement
  ) {
    gone = gone.parentElement;
  }
  const before = gone.previousElementSibling;
  if (before?.localName === 'hr') before.remove();
  gone.remove();
}

function isOnly(element: Element): boolean {
  const { parentElement } = element;
  return [...(parentElement?.childNodes ?? [])].every(
    (node) =>
      node === element ||
      (node.nodeType === 3 && !node.textContent?.trim()) ||
      (node.nodeType === 1 && ['hr', 'br'].includes((node as Element).localName)),
  );
}
