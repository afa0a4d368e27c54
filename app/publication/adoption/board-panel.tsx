import { Form, Link } from 'react-router';
import { paths } from '#shared/paths.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import type { AdoptionRefusal } from './refusal.ts';

interface BoardPlateProps {
  /** There is one, for whoever may see it or not. */
  readonly hasBoard: boolean;
  /** The board, where the reader may see it. */
  readonly board: {
    readonly id: string;
    readonly title: string;
    readonly group: { readonly name: string; readonly organisationId: string | null };
  } | null;
  readonly mayMake: boolean;
  /** It may stand in the space of the reader’s organisation. */
  readonly hasSpace: boolean;
  /** Working groups in which the reader may make boards. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly refused: AdoptionRefusal | undefined;
}

/** [RP8] The board of the plan: where it is, or how it is made. */
export function BoardPlate({ hasBoard, board, mayMake, hasSpace, groups, refused }: BoardPlateProps) {
  if (!hasBoard && !mayMake) return null;
  return (
    <Plate id="tableau" title={words.board}>
      {board && (
        <p>
          <Link to={paths.board(board)}>{board.title}</Link>
          <span className="muted block small">
            {board.group.organisationId ? words.boardInSpace : words.boardIn(board.group.name)}
          </span>
        </p>
      )}
      {hasBoard && !board && <p>{words.boardElsewhere}</p>}
      {!hasBoard && hasSpace && (
        <Form method="post">
          <input type="hidden" name="intent" value="board" />
          <input type="hidden" name="group" value="" />
          <p className="small muted">{words.boardHint}</p>
          <button className="btn primary mt-3" type="submit">
            {words.makeBoardInSpace}
          </button>
        </Form>
      )}
      {!hasBoard && groups.length > 0 && (
        <details className="mt-4" open={refused?.errors.group !== undefined || !hasSpace}>
          <summary>{words.elsewhere}</summary>
          <Form method="post">
            <input type="hidden" name="intent" value="board" />
            <SelectField
              label={words.boardGroup}
              name="group"
              error={refused?.errors.group}
              defaultValue={refused?.values.group}
            >
              {namedOptions(groups)}
            </SelectField>
            <button className="btn mt-3" type="submit">
              {words.makeBoard}
            </button>
          </Form>
        </details>
      )}
    </Plate>
  );
}
