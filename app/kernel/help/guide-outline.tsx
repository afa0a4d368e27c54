import { help as words } from '#shared/kernel/help/help.fr.ts';
import type { GuideBlock } from './guide-block.ts';

/** [AI1] The titles of a guide, each a link. */
export function GuideOutline({ blocks }: { blocks: readonly GuideBlock[] }) {
  const parts = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []));
  if (parts.length < 3) return null;
  return (
    <nav aria-labelledby="sommaire" className="public-outline">
      <h2 id="sommaire">{words.outline}</h2>
      <ul>
        {parts.map(({ anchor, text }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
