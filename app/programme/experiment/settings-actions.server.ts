import type { Db } from '#db/kernel/client.ts';
import type { ExperimentChange } from '#db/programme/experiment/experiment-change.ts';
import {
  editExperiment,
  nameTeamMember,
  setCities,
  unnameTeamMember,
} from '#db/programme/experiment/experiment-settings.ts';
import {
  addPartner,
  linkObject,
  removePartner,
  unlinkObject,
} from '#db/programme/experiment/experiment-surroundings.ts';
import { TEAM_ROLES } from '#shared/programme/experiment/experiment.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { choiceOf } from '../../kernel/refusal.server.ts';
import { answer, field, readTyped } from './answer.server.ts';

const FIELDS = {
  'title.empty': 'title',
  'title.tooLong': 'title',
  'experiment.dayInvalid': 'startsOn',
  'experiment.periodReversed': 'endsOn',
  'experiment.nameMissing': 'name',
  'experiment.leadNotOne': 'leadId',
} as const;

const INTENTS = [
  'facts',
  'cities',
  'name',
  'unname',
  'partner',
  'removePartner',
  'restorePartner',
  'link',
  'unlink',
] as const;

/** Every gesture of the settings of an experiment, by its intent. */
export async function changeSettings(
  db: Db,
  change: ExperimentChange,
  experiment: { readonly id: string; readonly title: string },
  form: FormData,
) {
  const typed = readTyped(form);
  const of = (name: string) => field(typed, name);
  const [page, id] = [programmePaths.experimentSettings(experiment), of('id')];
  const saved = `${page}?enregistre=1`;
  const end = (result: Parameters<typeof answer>[0], to = saved) =>
    answer(result, { to, typed, fields: FIELDS });
  const intent = choiceOf(typed.intent, INTENTS);
  switch (intent) {
    case 'facts': {
      const facts = {
        title: of('title'),
        summary: of('summary'),
        startsOn: of('startsOn'),
        endsOn: of('endsOn'),
      };
      return end(await editExperiment(db, { ...change, typed: facts }));
    }
    case 'cities': {
      const organisationIds = form.getAll('city').filter((city) => typeof city === 'string');
      return end(await setCities(db, { ...change, organisationIds, leadId: of('leadId') }));
    }
    case 'name':
      return end(
        await nameTeamMember(db, {
          ...change,
          person: of('email').trim() || of('person'),
          role: choiceOf(typed.role, TEAM_ROLES),
        }),
      );
    case 'unname':
      return end(
        await unnameTeamMember(db, { ...change, memberId: id, role: choiceOf(typed.role, TEAM_ROLES) }),
      );
    case 'partner':
      return end(await addPartner(db, { ...change, typed: { name: of('name'), part: of('part') } }));
    case 'removePartner':
    case 'restorePartner': {
      const isBack = intent === 'restorePartner';
      const to = isBack ? page : `${page}?partenaire=${encodeURIComponent(id)}`;
      return end(await removePartner(db, { ...change, partnerId: id, isBack }), to);
    }
    case 'link':
      return end(await linkObject(db, { ...change, key: id }));
    case 'unlink':
      return end(await unlinkObject(db, { ...change, key: id }));
  }
}
