import { findExperimentRole } from '#db/programme/experiment/experiment-rights.ts';
import { holdWritten } from '#db/publication/sheet/use-case-sheet-experiments.ts';
import { holdSheet, type SheetForMember } from '#db/publication/sheet/use-case-sheets.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

/** Who acts, on which sheet, which is held. */
export interface OnSheet extends ByPerson {
  readonly sheet: SheetForMember;
}

/** [US1] Whoever writes the sheet of the input, or manages all of them: to whom it does not show it is absent. */
export const writingSheet: Right<{ readonly sheetId: string }, OnSheet> = async (
  { tx, now },
  { userId },
  { sheetId },
) => {
  const sheet = userId === null ? null : await holdSheet(tx, { sheetId, userId, now });
  if (userId === null || !sheet) return fail('access.notFound');
  return sheet.role === 'manager' || sheet.role === 'writer'
    ? ok({ by: userId, sheet })
    : fail('access.forbidden');
};

/** [US1] Whoever writes the experiment of the input: to whom it does not show it is absent. */
export const writingExperiment: Right<
  { readonly experiment: string },
  ByPerson & { readonly experimentId: Readable<'experiment'> }
> = async ({ tx, now }, { userId }, { experiment: experimentId }) => {
  const role = userId === null ? null : await findExperimentRole(tx, { experimentId, userId, now });
  if (userId === null || !role) return fail('access.notFound');
  return role === 'coordinator' || role === 'team'
    ? ok({ by: userId, experimentId: asReadable(experimentId) })
    : fail('access.forbidden');
};

/** [US11] Whoever writes both the sheet and the experiment of the input. */
export const writingBoth: Right<{ readonly sheetId: string; readonly experiment: string }, OnSheet> = async (
  { tx, now },
  { userId },
  { sheetId, experiment: experimentId },
) => {
  if (userId === null) return fail('access.notFound');
  const sheet = await holdWritten(tx, { sheetId, experimentId, userId, now });
  return sheet.ok ? ok({ by: userId, sheet: sheet.value }) : sheet;
};
