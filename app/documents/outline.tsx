import { useEffect, useState } from 'react';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';

/** A heading counts as the current one once it has passed this far under the top of the window, in pixels. */
const READING_LINE = 140;

/** The headings of a document as links; the one being read is marked. */
export function Outline({ entries }: { entries: readonly OutlineEntry[] }) {
  const current = useCurrentHeading(entries);
  if (entries.length === 0) return <p className="muted small">{documentWords.outlineEmpty}</p>;
  return (
    <ol>
      {entries.map(({ id, text, level }) => (
        <li key={id}>
          <a href={`#${id}`} data-level={level} aria-current={id === current ? 'true' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
}

function useCurrentHeading(entries: readonly OutlineEntry[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const read = () => {
      frame = 0;
      const passed = entries.findLast(({ id }) => {
        const heading = document.getElementById(id);
        return heading && heading.getBoundingClientRect().top < READING_LINE;
      });
      setCurrent(passed?.id ?? null);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(read);
    };
    read();
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [entries]);
  return current;
}
