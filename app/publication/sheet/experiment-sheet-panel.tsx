import { Form, Link } from 'react-router';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import type { SheetState } from '#shared/publication/sheet/sheet-state.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { SheetBadge } from './sheet-badge.tsx';

interface ExperimentSheetPlateProps {
  readonly experimentId: string;
  readonly sheet: {
    readonly id: string;
    readonly title: string;
    readonly state: SheetState;
    readonly isOld: boolean;
  } | null;
  /** Where its document may be kept; null for whoever may not write the experiment. */
  readonly groups: readonly { readonly id: string; readonly name: string }[] | null;
}

/** The sheet that tells an experiment, or the one gesture that begins it. */
export function ExperimentSheetPlate({ experimentId, sheet, groups }: ExperimentSheetPlateProps) {
  const { ofExperiment } = words;
  return (
    <Plate id="use-case-sheet" title={ofExperiment.title}>
      {sheet && (
        <p>
          <Link to={sheetPaths.sheet(sheet)}>{sheet.title}</Link>{' '}
          <SheetBadge state={sheet.state} isOld={sheet.isOld} />
        </p>
      )}
      {!sheet && <p className="muted">{groups ? ofExperiment.none : ofExperiment.noneForReader}</p>}
      {!sheet && groups && groups.length === 0 && <p className="small">{ofExperiment.noGroup}</p>}
      {!sheet && groups && groups.length > 0 && (
        <Form method="post" action={sheetPaths.sheets()} className="mt-3">
          <p className="small muted">{ofExperiment.startHint}</p>
          <input type="hidden" name="intent" value="create" />
          <input type="hidden" name="experiment" value={experimentId} />
          {groups.length === 1 ? (
            <input type="hidden" name="group" value={groups[0]?.id} />
          ) : (
            <SelectField label={ofExperiment.group} name="group" id="sheet-group">
              {namedOptions(groups)}
            </SelectField>
          )}
          <button className="btn mt-3" type="submit">
            {ofExperiment.start}
          </button>
        </Form>
      )}
    </Plate>
  );
}
