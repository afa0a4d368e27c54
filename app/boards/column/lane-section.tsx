import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Column } from '#shared/boards/board.ts';
import { boardStructure as structure } from '#shared/boards/board-structure.fr.ts';
import { type Lane, SEVERAL } from '#shared/boards/view/lanes.ts';
import { CardList } from '../card/card-list.tsx';
import { QuickAdd } from '../card/quick-add.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { useNear } from '../use-near.ts';
import { ColumnCount } from './column-count.tsx';

interface LaneSectionProps {
  readonly lane: Lane;
  readonly name: string;
  readonly isFolded: boolean;
  readonly onFold: (laneId: string) => void;
  /** On small screens, the column that is shown. */
  readonly current: string | undefined;
  readonly isLong: boolean;
}

/** A lane across all columns: its name, how many cards it has, and those of each column under that column's head. */
export const LaneSection = memo(function LaneSection(props: LaneSectionProps) {
  const { lane, name, isFolded, onFold, current, isLong } = props;
  const headingId = `lane-${lane.id}`;
  const Chevron = isFolded ? ChevronRight : ChevronDown;
  return (
    <section className="lane" aria-labelledby={headingId} data-lane={lane.id}>
      <h2 className="lane-head">
        <button
          className="btn quiet"
          type="button"
          id={headingId}
          aria-expanded={!isFolded}
          onClick={() => onFold(lane.id)}
        >
          <Chevron className="icon" aria-hidden="true" />
          {name} <ColumnCount count={lane.count} limit={null} />
        </button>
      </h2>
      {!isFolded && <LaneCells lane={lane} name={name} current={current} isLong={isLong} />}
    </section>
  );
});

/** About the height of a card with the gap after it. */
const CARD_PX = 156;

/** The cards of a lane; of a long board, drawn while they are in sight or nearly, with their room kept otherwise. */
function LaneCells({ lane, name, current, isLong }: Omit<LaneSectionProps, 'isFolded' | 'onFold'>) {
  const { ref, isNear, height } = useNear<HTMLDivElement>(isLong);
  const most = lane.columns.reduce((sum, { cards }) => Math.max(sum, cards.length), 1);
  return (
    <div
      className="lane-cells"
      ref={ref}
      style={isNear ? undefined : { minHeight: height || most * CARD_PX }}
    >
      {isNear &&
        lane.columns.map((column) => (
          <LaneCell
            key={column.id}
            column={column}
            laneId={lane.id}
            laneName={name}
            isCurrent={column.id === current}
            isLong={isLong}
          />
        ))}
    </div>
  );
}

interface LaneCellProps {
  readonly column: Column;
  readonly laneId: string;
  readonly laneName: string;
  readonly isCurrent: boolean;
  readonly isLong: boolean;
}

const LaneCell = memo(function LaneCell({ column, laneId, laneName, isCurrent, isLong }: LaneCellProps) {
  const { edit } = useBoardWorld();
  const [isAdding, setAdding] = useState(false);
  const name = column.name || words.unnamedColumn;
  return (
    <div className={isCurrent ? 'lane-cell is-shown' : 'lane-cell'} data-column={column.id}>
      <CardList
        column={column}
        lane={{ id: laneId, name: laneName }}
        isLong={isLong}
        empty={structure.emptyCell}
      />
      {edit && laneId !== SEVERAL && (
        <QuickAdd
          label={words.addCard}
          longLabel={structure.addCardIn(name, laneName)}
          fieldLabel={words.cardTitle}
          isOpen={isAdding}
          onOpenChange={setAdding}
          onAdd={(title) => edit.actions.addCard(column.id, title, laneId)}
        />
      )}
    </div>
  );
});
