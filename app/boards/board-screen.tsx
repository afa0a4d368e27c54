import { useCallback, useMemo, useRef, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import { isFiltering } from '#shared/boards/card/card-filter.ts';
import { readFilter, readLanes } from '#shared/boards/view/board-address.ts';
import { readLayout } from '#shared/boards/view/layout-address.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import type { OrganisationBadge, PersonBadge } from '#shared/people/organisation/organisation.ts';
import { realtime } from '#shared/realtime/realtime.fr.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { AsideNote } from '../realtime/aside-note.tsx';
import { ClosedNotice } from '../realtime/closed-notice.tsx';
import { LineState } from '../realtime/line-state.tsx';
import { PeoplePresent } from '../realtime/people-present.tsx';
import { ReturnNote } from '../realtime/return-note.tsx';
import { reasonOf, SaveState } from '../realtime/save-state.tsx';
import { useFreshPage } from '../realtime/use-fresh-page.ts';
import { useLiveRoom, useRoomState } from '../realtime/use-live-room.ts';
import { usePresence } from '../realtime/use-presence.ts';
import { Status } from '../ui/status-slot.tsx';
import { BoardHeader } from './board-header.tsx';
import { CardMenus } from './card/card-menu.tsx';
import { CardPanel } from './card/card-panel.tsx';
import { OpenCardProvider } from './card/open-card.ts';
import { showCard } from './card/show-card.ts';
import { openCardOf, useFocusOnOpen } from './card/use-open-card.ts';
import { ColumnTabs } from './column/column-tabs.tsx';
import { useHistoryKeys } from './history/history-buttons.tsx';
import type { BoardOpening } from './list/opening.ts';
import { OpeningList } from './list/opening-list.tsx';
import { LiveBoard } from './live-board.tsx';
import { BoardWorldProvider } from './parts/board-world.ts';
import { CardMarksProvider, useMarksOf } from './parts/card-marks.ts';
import { knownLanes } from './parts/lane-names.ts';
import { placeOf } from './parts/places.ts';
import { useBoardAddress } from './parts/use-board-address.ts';
import { SelectionBar } from './selection/selection-bar.tsx';
import { useBoard } from './use-board.ts';
import { useBoardWorldOf } from './use-board-world.ts';
import { type CommentCount, useCommentCounts } from './use-comment-counts.ts';
import { LiveArrangement } from './view/arrangement.ts';
import { FilterBar } from './view/filter-bar.tsx';
import { FilterChips } from './view/filter-chips.tsx';
import type { Reveal } from './view/layout-props.ts';
import { OtherLayout } from './view/other-layout.tsx';

interface BoardScreenProps {
  readonly board: { readonly id: string; readonly title: string };
  readonly me: PersonBadge;
  readonly access: RoomAccess;
  readonly people: readonly PersonBadge[];
  readonly organisations: readonly OrganisationBadge[];
  /** `YYYY-MM-DD` when the page was made. */
  readonly today: string;
  readonly uploadMegabytes: number;
  readonly opening: BoardOpening;
  /** The card of the address. */
  readonly cardId: string | null;
  readonly canTrash: boolean;
  /** How closely one follows it, in words. */
  readonly follows: string;
  readonly commentCounts: readonly CommentCount[];
}

/** The page of a board: lists at first, alive as soon as the room is open, the open card beside. */
export function BoardScreen({ board, me, access, opening, cardId, ...props }: BoardScreenProps) {
  const name = roomName({ kind: 'board', id: board.id });
  const room = useLiveRoom(name, me.id, access);
  usePresence(room, me);
  const state = useRoomState(room);
  useFreshPage(room, state, access, board.title);
  const { view, board: live } = useBoard(room);
  const isLive = state.isReady;
  const { counts, refresh } = useCommentCounts(board.id, room, props.commentCounts);
  const columns = isLive
    ? live.columns.map(({ cards, ...column }) => ({ ...column, total: cards.length }))
    : opening.columns;
  const [isFilterOpen, setFilterOpen] = useState(false);
  const { params } = useBoardAddress();
  const layout = readLayout(params);
  const reveal = useRef<Reveal>(null);
  const fields = isLive ? live.fields : opening.fields;
  const filter = useMemo(() => readFilter(params), [params]);
  // Lanes are of the board: the other layouts have their own groups.
  const by = layout === 'board' ? knownLanes(readLanes(params), fields) : null;
  const arrangement = useMemo(() => new LiveArrangement(view), [view]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);

  const open = openCardOf(cardId, isLive ? live : null, opening);
  const current = columns.find(({ id }) => id === chosen)?.id ?? open?.columnId ?? columns[0]?.id;
  const show = useCallback(
    (id: string) => {
      const shown = arrangement.placeOf(id);
      const place = shown ?? placeOf(view.getBoard(), id);
      if (!place) return;
      setChosen(place.column.id);
      reveal.current?.(id);
      if (shown) setFolded((before) => without(before, shown.lane.id));
      showCard(place);
    },
    [view, arrangement],
  );
  const fold = useCallback((lane: string) => setFolded((before) => toggled(before, lane)), []);
  const heading = useFocusOnOpen(open ? cardId : null, show);
  const world = useBoardWorldOf({
    ...props,
    board,
    userId: me.id,
    view,
    show,
    labels: isLive ? live.labels : opening.labels,
    fields,
    arrangement,
    filter,
    by,
    doc: isLive && state.canWrite && room ? room.doc : null,
  });

  useHistoryKeys(world.edit, show);

  const readOnly =
    state.save.state === 'readonly'
      ? reasonOf(state.save)
      : !room && access !== 'write' && realtime.reasons.role;
  const lanes = arrangement.getLanes();
  const marks = useMarksOf(isLive ? live : null, opening, counts);
  const discussion = room && isLive ? { boardId: board.id, room, me, access, onRead: refresh } : null;
  const skipped = isLive ? live.skipped : opening.skipped;
  return (
    <BoardWorldProvider value={world}>
      <OpenCardProvider value={cardId}>
        <CardMarksProvider value={marks}>
          <CardMenus board={live}>
            <main id="contenu" className={open ? 'boardpage has-card' : 'boardpage'}>
              <Status>
                <SaveState save={state.save} />
                <LineState state={state} />
                <ReturnNote returned={state.returned} />
                <PeoplePresent room={room} />
              </Status>
              <div className="boardmain">
                <BoardHeader
                  archived={live.archived}
                  views={live.views}
                  isFilterOpen={isFilterOpen}
                  onFilter={() => setFilterOpen(!isFilterOpen)}
                  canTrash={props.canTrash}
                  follows={props.follows}
                />
                <ClosedNotice save={state.save} room={room} name={name} title={board.title} />
                <AsideNote userId={me.id} room={name} title={board.title} />
                {readOnly && <p className="note info small board-note">{readOnly}</p>}
                {skipped > 0 && <p className="note warning small board-note">{words.skipped(skipped)}</p>}
                {state.isAllowed && (
                  <>
                    {isFilterOpen && <FilterBar filter={filter} by={by} hasLanes={layout === 'board'} />}
                    <FilterChips
                      filter={filter}
                      by={by}
                      shown={lanes.reduce((sum, { count }) => sum + count, 0)}
                      total={live.columns.reduce((sum, { cards }) => sum + cards.length, 0)}
                    />
                    {layout === 'board' && <SelectionBar />}
                    {layout === 'board' && (
                      <ColumnTabs columns={columns} current={current} onChoose={setChosen} />
                    )}
                    {layout !== 'board' ? (
                      <OtherLayout
                        layout={layout}
                        columns={lanes[0]?.columns ?? live.columns}
                        isFiltered={isFiltering(filter)}
                        isLive={isLive}
                        opening={opening}
                        ref={reveal}
                      />
                    ) : isLive ? (
                      <LiveBoard
                        board={live}
                        lanes={lanes}
                        isFiltered={isFiltering(filter)}
                        folded={folded}
                        onFold={fold}
                        current={current}
                      />
                    ) : (
                      <OpeningList opening={opening} current={current} />
                    )}
                  </>
                )}
              </div>
              {open && state.isAllowed && (
                <CardPanel key={cardId} {...open} heading={heading} discussion={discussion} />
              )}
            </main>
          </CardMenus>
        </CardMarksProvider>
      </OpenCardProvider>
    </BoardWorldProvider>
  );
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? toggled(ids, id) : ids;
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
