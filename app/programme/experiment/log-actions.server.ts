import type { Db } from '#db/kernel/client.ts';
import type { ExperimentChange } from '#db/programme/experiment/experiment-change.ts';
import { addComment, removeComment } from '#db/programme/experiment/experiment-comments.ts';
import { removeDifficulty, writeDifficulty } from '#db/programme/experiment/experiment-difficulties.ts';
import { writeEffort } from '#db/programme/experiment/experiment-efforts.ts';
import { writeLog } from '#db/programme/experiment/experiment-logs.ts';
import { seenIn } from '#shared/kernel/sent-values.ts';
import { TEAM_ROLES } from '#shared/programme/experiment/experiment.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { choiceOf } from '../../kernel/refusal.server.ts';
import { answer, field, readTyped } from './answer.server.ts';

const FIELDS = {
  'experiment.moodMissing': 'mood',
  'experiment.logEmpty': 'done',
  'experiment.daysInvalid': 'days',
  'experiment.costInvalid': 'cost',
  'experiment.kindMissing': 'kind',
  'experiment.descriptionMissing': 'description',
  'experiment.commentEmpty': 'text',
} as const;

const INTENTS = [
  'log',
  'effort',
  'comment',
  'removeComment',
  'restoreComment',
  'difficulty',
  'removeDifficulty',
  'restoreDifficulty',
] as const;

/** Every gesture of the page of a log, by its intent. */
export async function changeLog(
  db: Db,
  change: ExperimentChange,
  experiment: { readonly id: string; readonly title: string },
  form: FormData,
) {
  const typed = readTyped(form);
  const of = (name: string) => field(typed, name);
  const [page, id, month] = [programmePaths.experimentLog(experiment), of('id'), of('month')];
  const end = (result: Parameters<typeof answer>[0], to: string) =>
    answer(result, { to, typed, fields: FIELDS });
  const intent = choiceOf(typed.intent, INTENTS);
  switch (intent) {
    case 'log': {
      const text = { mood: of('mood'), done: of('done'), difficulties: of('difficulties'), help: of('help') };
      const efforts = TEAM_ROLES.filter((role) => `days-${role}` in typed).map((role) => ({
        role,
        days: of(`days-${role}`),
        cost: of(`cost-${role}`),
      }));
      const seen = seenIn(of('seen'));
      return end(
        await writeLog(db, { ...change, month, seen, typed: text, efforts }),
        `${page}?enregistre=${encodeURIComponent(month)}#mois-${month}`,
      );
    }
    case 'effort': {
      const role = choiceOf(typed.role, TEAM_ROLES);
      const given = { role, days: of('days'), cost: of('cost') };
      return end(await writeEffort(db, { ...change, month, typed: given }), `${page}#effort`);
    }
    case 'comment':
      return end(
        await addComment(db, { ...change, subject: `log:${id}`, text: of('text') }),
        `${page}#mois-${id}`,
      );
    case 'removeComment':
    case 'restoreComment': {
      const isBack = intent === 'restoreComment';
      const to = isBack ? page : `${page}?commentaire=${encodeURIComponent(id)}`;
      return end(await removeComment(db, { ...change, commentId: id, isBack }), to);
    }
    case 'difficulty': {
      const given = {
        kind: of('kind'),
        description: of('description'),
        lever: of('lever'),
        metOn: of('metOn'),
        resolvedOn: of('resolvedOn'),
      };
      return end(
        await writeDifficulty(db, { ...change, difficultyId: id || null, typed: given }),
        `${page}#difficultes`,
      );
    }
    case 'removeDifficulty':
    case 'restoreDifficulty': {
      const isBack = intent === 'restoreDifficulty';
      const to = isBack ? `${page}#difficultes` : `${page}?difficulte=${encodeURIComponent(id)}`;
      return end(await removeDifficulty(db, { ...change, difficultyId: id, isBack }), to);
    }
  }
}
