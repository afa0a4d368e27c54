import type { CDPSession, Page } from '@playwright/test';

/** States that a screen reader says after a name, in the order in which they are told here. */
const STATES = ['checked', 'pressed', 'expanded', 'disabled', 'multiline'];
/** Said when they are off, too. */
const SAID_OFF = new Set(['checked', 'pressed', 'expanded']);

/** What a screen reader gets of a page: what has the focus, from Chromium’s accessibility tree, and what live regions say. */
export interface ScreenReader {
  /** Role, name and states of what has the focus: « checkbox “Vote secret” checked ». */
  focused(): Promise<string>;
  /** The name of the group, toolbar, grid or dialog around it. */
  around(): Promise<string>;
  /** What live regions have said since the page was opened, in order. */
  heard(): Promise<string[]>;
}

/** Listens from the page’s first moment: call it before the page is opened. */
export async function listen(page: Page): Promise<ScreenReader> {
  const session = await page.context().newCDPSession(page);
  await page.addInitScript(gather);
  return {
    focused: () => nodeOf(session, 'document.activeElement'),
    around: () =>
      nodeOf(
        session,
        `document.activeElement.parentElement.closest('[role=toolbar],[role=grid],[role=dialog],[role=alertdialog],[role=listbox],fieldset,[role=radiogroup]')`,
      ),
    heard: () => page.evaluate(() => JSON.parse(document.documentElement.dataset.heard ?? '[]')),
  };
}

/** Runs in the page: keeps the sentences of polite and assertive regions as they come, without what is hidden from whoever listens. */
function gather() {
  const regions =
    '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]';
  const heard: string[] = [];
  const before = new WeakMap<Element, string>();
  const look = () => {
    for (const region of document.querySelectorAll(regions)) {
      const said = region.cloneNode(true) as Element;
      for (const hidden of said.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
      const text = (said.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (before.get(region) === text) continue;
      before.set(region, text);
      if (text === '') continue;
      heard.push(text);
      document.documentElement.dataset.heard = JSON.stringify(heard);
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

async function nodeOf(session: CDPSession, expression: string): Promise<string> {
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (!result.objectId) return '';
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  const [node] = nodes;
  const states = STATES.flatMap((name) => {
    const value = node?.properties?.find((property) => property.name === name)?.value.value;
    if (value === true || value === 'true') return [name];
    return value !== undefined && SAID_OFF.has(name) ? [`not ${name}`] : [];
  });
  const name = String(node?.name?.value ?? '').replace(/\s+/g, ' ');
  return [node?.role?.value, `“${name}”`, ...states].join(' ');
}
