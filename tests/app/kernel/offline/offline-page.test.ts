import { describe, expect, it } from 'vitest';
import { offlinePage } from '#app/kernel/offline/offline-page.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';

const now = new Date('2025-11-25T10:00:00Z');
const id = '0197a7c2-6f3e-7c11-8a9b-4f5d6e7a8b9c';
const kept = {
  room: `board:${id}`,
  title: '<img src=x> & « suivi »',
  group: 'Groupe "A"',
  account: 'a',
  path: '/',
  build: 'b',
  bytes: 1,
  keptAt: 0,
  openedAt: now.getTime() - 3 * 3_600_000,
};
const page = (options: Partial<Parameters<typeof offlinePage>[0]> = {}) =>
  offlinePage({
    entries: [kept],
    unsent: new Map(),
    hasEnded: false,
    sheets: ['/assets/root-1.css'],
    path: '/',
    now,
    ...options,
  });

describe('[L7] the page that stands in for one that cannot be reached', () => {
  it('lists what can be opened, with its group, when it was opened and what waits', () => {
    const html = page({ unsent: new Map([[kept.room, 3]]) });
    expect(html).toContain(`href="${paths.board({ id, title: kept.title })}"`);
    expect(html).toContain('Tableau · Groupe &quot;A&quot;');
    expect(html).toContain(dates.relative(new Date(kept.openedAt), now));
    expect(html).toContain('3 modifications à envoyer');
    expect(page()).not.toContain('à envoyer');
  });

  it('[L13] says that a session is over, and that what was not sent waits for its owner alone', () => {
    const html = page({ entries: [], hasEnded: true, unsent: new Map([[kept.room, 3]]) });
    expect(html).toContain('Votre session a pris fin');
    expect(html).toContain('vous seul le retrouverez');
    expect(html).toContain('3 modifications à envoyer, gardées sur cet appareil');
    expect(page({ entries: [] })).not.toContain('Votre session');
  });

  it('writes nothing of a title or an address as HTML, and runs nothing', () => {
    const html = page({ path: '/"><script>alert(1)</script>' });
    expect(html).toContain('&lt;img src=x&gt; &amp; « suivi »');
    expect(html).not.toMatch(/<(script|img)/);
  });

  it('says so when nothing is kept', () => {
    expect(page({ entries: [] })).toContain('Aucun document ni aucun tableau');
  });
});
