import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { documentPast } from '#shared/documents/document-past.fr.ts';
import { type Characters, readAuthors, sharesOf } from '#shared/documents/history/document-authors.ts';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { paths } from '#shared/paths.ts';
import { initialsOf, type PersonBadge } from '#shared/people/organisation/organisation.ts';
import { type Authorship, authorshipOf } from '#shared/realtime/lineage/authorship.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { AuthorsRegister } from './authors-register.ts';

export interface AuthorsGutterProps {
  readonly documentId: string;
  readonly room: LiveRoom;
  readonly onClose: () => void;
}

interface Marked {
  /** Of the paragraph, from the top of the paper, in pixels. */
  readonly top: number;
  readonly characters: Characters;
}

/** Between two looks at a text that is being written. */
const EVERY_MS = 500;
/** The server reads what was written within two seconds ([K2]). */
const READ_AFTER_MS = 3_000;

/** [V6] Beside each paragraph, who wrote it: the room says what stands in it, the server whose it is. */
export function AuthorsGutter({ documentId, room, onClose }: AuthorsGutterProps) {
  const place = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const { authors, hasFailed } = useAuthors(documentId, room);
  const { blocks, isLate } = useBlocks(room, place, authors?.authorship ?? null);
  useEffect(() => {
    const paper = place.current?.closest('.sheet-paper');
    paper?.classList.add('with-authors');
    return () => paper?.classList.remove('with-authors');
  }, []);
  // Of a mark under the pointer, Escape hides the bubble with the layer, wherever the focus is (RGAA 10.13).
  useEffect(() => {
    const onKey = ({ key }: globalThis.KeyboardEvent) => {
      if (key === 'Escape' && place.current?.querySelector('.authors-mark:hover')) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: blocks.length - 1 }[event.key];
    if (event.key === 'Escape') onClose();
    if (to === undefined || to < 0 || to >= blocks.length) return;
    event.preventDefault();
    setActive(to);
    place.current?.querySelectorAll<HTMLElement>('.authors-mark')[to]?.focus();
  };
  return (
    <div
      className="authors-gutter"
      ref={place}
      role="toolbar"
      aria-orientation="vertical"
      aria-label={words.who.layer}
      onKeyDown={onKeyDown}
    >
      {authors && !isLate && (
        <>
          <p className="vh" role="status">
            {words.who.shown(blocks.length)} {words.who.help}
          </p>
          {blocks.map(({ top, characters }, index) => (
            <Mark
              // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no name but its place.
              key={index}
              number={index + 1}
              top={top}
              shares={sharesOf(characters, (author) => authors.people.get(author) ?? null)}
              isActive={index === Math.min(active, blocks.length - 1)}
              onFocus={() => setActive(index)}
            />
          ))}
        </>
      )}
      {!authors && (
        <p className="authors-wait" role={hasFailed ? 'alert' : 'status'}>
          {hasFailed ? documentPast.who.failed : words.who.loading}
        </p>
      )}
    </div>
  );
}

function Mark({
  number,
  top,
  shares,
  isActive,
  onFocus,
}: {
  number: number;
  top: number;
  shares: readonly { who: PersonBadge | null; percent: number }[];
  isActive: boolean;
  onFocus: () => void;
}) {
  const [first] = shares;
  const lines = shares.map(({ who, percent }) =>
    words.who.share(
      who?.name ?? words.formerMember,
      who?.organisation?.name ?? null,
      documentPast.who.percent(percent),
    ),
  );
  const said = lines.length === 0 ? words.who.unwritten : lines.join(' · ');
  return (
    <button
      type="button"
      className="authors-mark"
      style={{ top }}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
    >
      <span className="vh">{words.who.block(number, said)}</span>
      {first ? (
        <Avatar
          letters={first.who ? initialsOf(first.who.name) : '?'}
          colour={first.who?.organisation?.colour ?? 0}
          label={null}
          isSmall
        />
      ) : (
        <span aria-hidden="true">–</span>
      )}
      {shares.length > 1 && (
        <span className="authors-more" aria-hidden="true">
          +{shares.length - 1}
        </span>
      )}
      <span className="authors-tip" aria-hidden="true">
        {lines.length === 0 ? said : lines.map((line) => <span key={line}>{line}</span>)}
      </span>
    </button>
  );
}

/** The paragraphs as they are drawn, with the characters that stand in them. */
function useBlocks(
  room: LiveRoom,
  place: { readonly current: HTMLElement | null },
  authorship: Authorship | null,
) {
  const [blocks, setBlocks] = useState<readonly Marked[]>([]);
  const [isLate, setLate] = useState(true);
  const look = useCallback(() => {
    const paper = place.current?.closest<HTMLElement>('.sheet-paper');
    const text = [...(paper?.querySelectorAll<HTMLElement>('.prose') ?? [])].find(
      (prose) => !prose.closest('.since-visit'),
    );
    if (!paper || !text || !authorship) return;
    const { top } = paper.getBoundingClientRect();
    const written = readAuthors(room.doc, authorship);
    const drawn = [...text.children].filter((child) => !child.matches('.ProseMirror-widget, .notes'));
    setBlocks(
      written.slice(0, drawn.length).map((characters, index) => ({
        characters,
        top: (drawn[index]?.getBoundingClientRect().top ?? top) - top,
      })),
    );
    setLate(false);
  }, [room, place, authorship]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        look();
      }, EVERY_MS);
    };
    // Once the paper has its wider margin.
    const first = requestAnimationFrame(look);
    room.doc.on('update', soon);
    const sizes = new ResizeObserver(soon);
    const paper = place.current?.closest('.sheet-paper');
    if (paper) sizes.observe(paper);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(first);
      room.doc.off('update', soon);
      sizes.disconnect();
    };
  }, [room, place, look]);
  return { blocks, isLate };
}

/** Whose the letters are, by the server: asked again once it has read what was written meanwhile. */
function useAuthors(documentId: string, room: LiveRoom) {
  const [authors, setAuthors] = useState<{
    readonly authorship: Authorship;
    readonly people: ReadonlyMap<string, PersonBadge>;
  } | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () =>
      fetch(paths.documentAuthors({ id: documentId })).then(
        async (answer) => {
          if (!answer.ok) return setFailed(true);
          const { people, ...register }: AuthorsRegister = await answer.json();
          setAuthors({
            authorship: authorshipOf(register),
            people: new Map(people.map((person) => [person.id, person])),
          });
        },
        () => setFailed(true),
      );
    const later = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void ask();
      }, READ_AFTER_MS);
    };
    void ask();
    room.doc.on('update', later);
    return () => {
      clearTimeout(timer);
      room.doc.off('update', later);
    };
  }, [documentId, room]);
  return { authors, hasFailed };
}
