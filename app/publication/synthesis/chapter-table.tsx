import { ChevronDown, ChevronUp } from 'lucide-react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { isChapterLate } from '#shared/publication/synthesis/chapter.ts';
import type { ChapterState } from '#shared/publication/synthesis/chapter-state.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { PostButton } from '../../ui/post-button.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';
import { ChapterBadge, LateBadge } from './chapter-badge.tsx';
import { noonOf } from './noon.ts';

export interface ShownChapter {
  readonly id: string;
  readonly title: string;
  readonly state: ChapterState;
  readonly dueOn: string | null;
  readonly words: number;
  readonly isTextThere: boolean;
  readonly owner: {
    readonly name: string;
    readonly isGone: boolean;
    readonly organisation: { readonly name: string } | null;
  } | null;
}

interface ChapterTableProps {
  readonly chapters: readonly ShownChapter[];
  /** May put them in another order. */
  readonly canOrder: boolean;
  readonly today: string;
}

/** [SY2] The chapters of a synthesis, a row each, in their order. */
export function ChapterTable({ chapters, canOrder, today }: ChapterTableProps) {
  const { columns } = words;
  return (
    <DataTable caption={words.caption} className="records">
      <thead>
        <tr>
          <th scope="col" className="w-[40%]">
            {columns.chapter}
          </th>
          <th scope="col">{columns.owner}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.due}</th>
          {canOrder && <th scope="col">{columns.order}</th>}
        </tr>
      </thead>
      <tbody>
        {chapters.map((chapter, index) => (
          <tr key={chapter.id}>
            <th scope="row">
              <Link to={synthesisPaths.chapter(chapter)}>{chapter.title}</Link>
              <small>{chapter.isTextThere ? words.wordCount(chapter.words) : words.inTrash}</small>
            </th>
            <td data-l={columns.owner}>
              <Owner owner={chapter.owner} />
            </td>
            <td data-l={columns.state}>
              <ChapterBadge state={chapter.state} />
            </td>
            <td data-l={columns.due}>
              <Due chapter={chapter} today={today} />
            </td>
            {canOrder && (
              <td data-l={columns.order}>
                <Order chapter={chapter} isFirst={index === 0} isLast={index === chapters.length - 1} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Who has a chapter, of which organisation. */
export function Owner({ owner }: Pick<ShownChapter, 'owner'>) {
  if (!owner) return <span className="muted">{words.noOwner}</span>;
  if (owner.isGone) return <span className="muted">{words.ownerGone(owner.name)}</span>;
  return (
    <span>
      {owner.name}
      {owner.organisation && <small className="muted block">{owner.organisation.name}</small>}
    </span>
  );
}

/** [SY4] Until when, and whether that is over. */
export function Due({ chapter, today }: { chapter: Pick<ShownChapter, 'dueOn' | 'state'>; today: string }) {
  if (chapter.dueOn === null) return <span className="muted">{words.noDue}</span>;
  return (
    <>
      {dates.short(noonOf(chapter.dueOn))} {isChapterLate(chapter, today) && <LateBadge />}
    </>
  );
}

function Order({
  chapter: { id, title },
  isFirst,
  isLast,
}: {
  chapter: ShownChapter;
  isFirst: boolean;
  isLast: boolean;
}) {
  return (
    <div className="row nowrap">
      {!isFirst && (
        <PostButton fields={{ intent: 'up', chapter: id }} className="btn quiet sm" label={words.up(title)}>
          <ChevronUp className="icon" aria-hidden="true" />
        </PostButton>
      )}
      {!isLast && (
        <PostButton
          fields={{ intent: 'down', chapter: id }}
          className="btn quiet sm"
          label={words.down(title)}
        >
          <ChevronDown className="icon" aria-hidden="true" />
        </PostButton>
      )}
    </div>
  );
}
