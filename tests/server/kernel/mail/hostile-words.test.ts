import { expect, test } from 'vitest';
import { bodiesOf } from '#server/kernel/mail/letter.ts';
import { scriptCorpus } from '#tests/support/documents/script-corpus.ts';
import { programsIn } from '#tests/support/programs-in.ts';

test('[X5] no program of the corpus leaves in a mail, whatever string of a letter holds it', () => {
  const href = 'https://cordee.example/groupes';
  for (const said of scriptCorpus) {
    const link = { label: said, href };
    const { html } = bodiesOf({
      subject: said,
      paragraphs: [said, `${said} vous invite.`],
      sections: [{ title: said, items: [{ ...link, said, further: link }], left: said }],
      choices: [link],
      action: { label: said, href: `${href}?q=${encodeURIComponent(said)}` },
      notice: said,
      links: [link],
    });
    const [, head = '', body = ''] = /^([\s\S]*?)<body[^>]*>([\s\S]*)<\/body>/.exec(html) ?? ['', '', html];
    expect(programsIn(body), said).toEqual([]);
    expect(head).not.toMatch(/<(?!\/?(?:!doctype|html|head|meta|title)\b)(?=[a-z!/])/i);
    expect(body).toContain('vous invite.');
  }
});
