import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { readSiteText } from '#app/publication/public-site/site-text.server.ts';
import { SiteText } from '#app/publication/public-site/site-text.tsx';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';

const drawn = (markdown: string) =>
  renderToStaticMarkup(createElement(SiteText, { blocks: readSiteText(markdown) }));

describe('the text of a page of the site', () => {
  test('[SP1] titles, paragraphs, lists and links are drawn', () => {
    expect(drawn('## Qui\n\nLa **ville** & nous\n\n- un\n- [deux](https://ville.example/a)')).toBe(
      '<div class="prose site-text"><h2>Qui</h2><p>La <strong>ville</strong> &amp; nous</p><ul><li>un</li><li><a href="https://ville.example/a">deux</a></li></ul></div>',
    );
  });

  test('[SP1] markup and addresses that run something are words, never more', () => {
    const html = drawn(
      '<script>alert(1)</script>\n\n[ici](javascript:alert(1)) <img src=x onerror=alert(1)> ![a](https://x.example/t.png)',
    );
    expect(html).not.toMatch(/<script|<img|javascript:|href/);
    expect(html).toContain('&lt;script&gt;');
  });

  test('[SP1] the texts that the product brings have their titles', () => {
    for (const { text } of Object.values(obligations.pages))
      expect(readSiteText(text).filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(2);
  });
});
