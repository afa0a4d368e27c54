import { dates } from '#shared/kernel/dates.fr.ts';
import { type SheetRole, type SheetState, sheetMovesFrom } from '#shared/publication/sheet/sheet-state.ts';
import { sheetVisa as visaWords } from '#shared/publication/sheet/sheet-visa.fr.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { missingOf, type SheetFields } from '#shared/publication/sheet/use-case-sheet.ts';
import { StepForm } from '../../ui/late/step-form.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { SheetBadge } from './sheet-badge.tsx';
import type { SheetRefusal } from './sheet-form.tsx';

interface SheetStatePlateProps {
  readonly sheet: { readonly state: SheetState; readonly role: SheetRole; readonly fields: SheetFields };
  readonly isOld: boolean;
  /** [US7] Both visas stand for what the sheet says now. */
  readonly isReady: boolean;
  readonly steps: readonly {
    readonly rank: number;
    readonly to: SheetState;
    readonly reason: string;
    readonly at: Date;
    readonly byName: string | null;
  }[];
  readonly refused: SheetRefusal | undefined;
}

/** [US5] Where the sheet stands, what it can become, and its dated lines. */
export function SheetStatePlate({ sheet, isOld, isReady, steps, refused }: SheetStatePlateProps) {
  const { state, role, fields } = sheet;
  const missing = missingOf(fields);
  const moves = sheetMovesFrom(state, role);
  const isBlocked = (to: SheetState) => missing.length > 0 && (to === 'review' || to === 'published');
  const complete = moves.filter(({ to }) => !isBlocked(to));
  const offered = complete.filter(({ to }) => to !== 'published' || isReady);
  const isWaiting = complete.some(({ to }) => to === 'published') && !isReady;
  return (
    <Plate id="sheet-state" title={words.state}>
      <p>
        <SheetBadge state={state} isOld={isOld} />
      </p>
      {isOld && <p className="small muted mt-2">{words.toRefreshText}</p>}
      {moves.length > 0 && missing.length > 0 && (
        <p className="note warning mt-3">
          {words.missing(missing.map((field) => words.fields[field]).join(', '))}
        </p>
      )}
      {offered.map(({ to, wantsReason }) => (
        <StepForm
          key={`${steps.length} ${to}`}
          name={words.moves[`${state} ${to}`] ?? ''}
          intent="move"
          to={to}
          wantsReason={wantsReason}
          seen={steps.length}
          refused={refused?.values.to === to ? refused : undefined}
          words={words}
        />
      ))}
      {isWaiting && <p className="small muted mt-3">{visaWords.notReady}</p>}
      {offered.some(({ to }) => to === 'published') && (
        <p className="small muted mt-3">{words.whatIsPublic}</p>
      )}
      <details className="mt-4">
        <summary>{words.steps}</summary>
        <ol className="rope mt-3">
          {steps.map(({ rank, to, reason, at, byName }) => (
            <li key={rank} className="done">
              {words.step(words.states[to], dates.short(at), byName ?? words.someone)}
              {reason && <p className="small break-words">{reason}</p>}
            </li>
          ))}
        </ol>
      </details>
    </Plate>
  );
}
