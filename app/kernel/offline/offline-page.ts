import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { offline as words } from '#shared/kernel/offline/offline.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { parseRoom } from '#shared/realtime/realtime.ts';
import type { KeptEntry } from './kept-pages.ts';

interface OfflinePage {
  readonly entries: readonly KeptEntry[];
  /** Changes that only this device has, by room. */
  readonly unsent: ReadonlyMap<string, number>;
  /** [L13] The session of who was here is over: nothing of theirs is shown, and what they had not sent is closed. */
  readonly hasEnded: boolean;
  /** Addresses of the style sheets of the build. */
  readonly sheets: readonly string[];
  /** The address that was asked for. */
  readonly path: string;
  readonly now: Date;
}

/**
 * The page that stands in for one that cannot be reached: what happened, and what can be opened all the same. The worker
 * writes it itself, without script: nothing of it can be missing.
 */
export function offlinePage({ entries, unsent, hasEnded, sheets, path, now }: OfflinePage): string {
  const list = entries
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .map((entry) => lineOf(entry, unsent.get(entry.room) ?? 0, now))
    .join('');
  const waiting = hasEnded ? [...unsent.values()].reduce((sum, count) => sum + count, 0) : 0;
  const closed =
    waiting > 0 ? `<p class="small mt-2"><strong>${escapeHtml(words.unsent(waiting))}</strong></p>` : '';
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(frame.pageTitle(words.pageTitle))}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${sheets.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`).join('\n')}
</head>
<body>
<header class="site-top"><a class="brand" href="${paths.home()}" aria-label="${escapeHtml(frame.homeLink)}">${LOGO}<span>${frame.product}</span></a></header>
<main class="site" id="contenu">
<h1>${escapeHtml(words.heading)}</h1>
<p class="lead mt-3">${escapeHtml(words.lead)}</p>
<p class="mt-6"><a class="btn primary" href="${escapeHtml(path)}">${escapeHtml(words.retry)}</a></p>
<section class="plate mt-8 max-w-(--measure)" aria-labelledby="gardes">
<h2 id="gardes">${escapeHtml(words.keptTitle)}</h2>
${list ? `<p class="mt-2">${escapeHtml(words.keptText)}</p><ul class="ruled mt-4">${list}</ul>` : `<p class="mt-2">${escapeHtml(hasEnded ? words.ended : words.nothingKept)}</p>${closed}`}
</section>
</main>
</body>
</html>`;
}

function lineOf({ room, title, group, openedAt }: KeptEntry, unsent: number, now: Date): string {
  const { kind, id } = parseRoom(room) ?? { kind: 'document', id: '' };
  const href = { document: paths.document, board: paths.board, application: programmePaths.application }[
    kind
  ]({
    id,
    title,
  });
  const opened = new Date(openedAt);
  return `<li class="item">${ICONS[kind]}<div>
<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>
<p class="muted">${escapeHtml(`${words.kinds[kind]} · ${group}`)}</p>
${unsent > 0 ? `<p class="small"><strong>${escapeHtml(words.unsent(unsent))}</strong></p>` : ''}
</div><time class="muted small" datetime="${opened.toISOString()}" title="${escapeHtml(dates.exact(opened))}">${escapeHtml(words.opened(dates.relative(opened, now)))}</time></li>`;
}

/** Text as it stands in HTML, in an attribute too. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const icon = (drawing: string) =>
  `<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawing}</svg>`;

const ICONS = {
  document: icon(
    '<path d="M6 2h8l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2Z"/><path d="M13 2v6h6M8 13h8M8 17h8"/>',
  ),
  application: icon('<path d="M5 3h14v18H5z"/><path d="M9 8h6M9 12h6M9 16h3"/>'),
  board: icon('<rect x="3" y="3" width="18" height="18" rx="2"/><path d="M9 3v18M15 3v18"/>'),
} as const;

/** As `app/ui/logo.tsx` draws it. */
const LOGO =
  '<svg class="logo" viewBox="0 0 48 48" fill="none" aria-hidden="true"><path class="logo-rope" d="M8 39C9 29 14 26.5 20.5 28.5C27.5 30.7 30.5 26 26.5 22.2C22.8 18.7 18 22.6 20.5 27C24 33 37 27 40 9" stroke-width="3.6" stroke-linecap="round"/><g fill="currentColor"><circle cx="8" cy="39" r="5.6"/><circle cx="23.4" cy="24.8" r="5.6"/><circle cx="40" cy="9" r="5.6"/></g></svg>';
