import { Fragment } from 'react';
import { linkedParagraphs } from '#shared/kernel/text/linked-text.ts';

/** [AE2] A plain text: its paragraphs, with the addresses in it as links. */
export function Paragraphs({
  text,
  className = 'stack max-w-(--measure)',
}: {
  text: string;
  className?: string;
}) {
  return (
    <div className={className}>
      {linkedParagraphs(text).map((parts, rank) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text have no other name.
        <p className="whitespace-pre-line break-words" key={rank}>
          {parts.map(({ text: said, href }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor have their parts.
            <Fragment key={place}>{href ? <a href={href}>{said}</a> : said}</Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}
