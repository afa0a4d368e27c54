import { kindOfEvent, type ProgrammeVerb } from '#shared/people/activity/programme-events.ts';
import { EVALUATION_PARTS, type EvaluationPart } from '#shared/programme/experiment/evaluation.ts';
import { months } from '../../kernel/day/months.fr.ts';
import { KINDS } from '../../kinds.ts';

const PARTS: Readonly<Record<EvaluationPart, string>> = {
  service: 'le service imaginé',
  relevance: 'la pertinence',
  data: 'les données durables et normées',
  deployment: 'le déploiement ailleurs',
};

/** « le journal de mars 2023 », « l’évaluation (la pertinence) » */
function placeOf(subject: string): string {
  const [about, of = ''] = subject.split(':');
  if (about === 'log') return `le journal ${months.of(of)}`;
  const part = EVALUATION_PARTS.find((known) => known === of);
  return part ? `l’évaluation (${PARTS[part]})` : 'l’évaluation';
}

/** [NO12] Of every event: what somebody did to an object (`@`), and what is said under its name. */
const EVENTS: Readonly<Record<ProgrammeVerb, readonly [line: string, news: string]>> = {
  'experiment.opened': ['a ouvert l’expérimentation @', 'nouvelle expérimentation'],
  'experiment.stateChanged': ['a changé l’état de l’expérimentation @', 'nouvel état'],
  'experiment.milestoneChanged': ['a mis à jour les jalons de @', 'jalons mis à jour'],
  'experiment.commented': ['a commenté @', 'commentaire'],
  'experiment.evaluated': ['a écrit l’évaluation de @', 'évaluation écrite'],
  'log.written': ['a écrit @', 'mois écrit'],
  'data-need.asked': ['a exprimé le besoin de données @', 'nouveau besoin'],
  'data-need.changed': ['a mis à jour le besoin de données @', 'besoin mis à jour'],
  'issue.created': ['a proposé la problématique @', 'nouvelle problématique'],
  'issue.shared': ['partage la problématique @', 'partagée par une ville de plus'],
  'interview.kept': ['a noté un entretien', 'nouvel entretien'],
  'note.kept': ['a gardé la note de veille @', 'nouvelle note'],
  'track.opened': ['a ouvert le chantier @', 'nouveau chantier'],
  'track.moved': ['a changé la phase du chantier @', 'nouvelle phase'],
  'call.published': ['a publié l’appel à projets @', 'publié'],
  'call.extended': ['a prolongé l’appel à projets @', 'prolongé'],
  'call.opened': ['l’appel à projets @ est ouvert aux candidatures', 'ouvert aux candidatures'],
  'call.closed': ['l’appel à projets @ est clos', 'clos'],
  'application.submitted': ['a déposé la candidature @', 'déposée'],
  'application.resubmitted': [
    'a corrigé et déposé de nouveau la candidature @',
    'corrigée et déposée de nouveau',
  ],
  'application.completed': ['a remis le complément de la candidature @', 'complément remis'],
  'application.decided': ['la décision sur la candidature @ est annoncée', 'décision annoncée'],
  'mission.ordered': ['a commandé la mission @', 'nouvelle mission'],
  'mission.stateChanged': ['a changé l’état de la mission @', 'nouvel état'],
  'mission.delivered': ['a remis un livrable de la mission @', 'livrable remis'],
  'mission.answered': ['a répondu sur un livrable de la mission @', 'réponse sur un livrable'],
  'adoption.declared': ['a déclaré un intérêt pour @', 'intérêt déclaré'],
  'adoption.moved': ['a mis à jour la reprise de @', 'reprise mise à jour'],
  'facilitator.added': ['a ajouté la structure d’animation @', 'nouvelle structure'],
  'facilitator.checked': [
    'vérifie un cas d’usage sur le territoire de @',
    'une ville vérifie un cas d’usage',
  ],
  'facilitator.asked': ['cherche de l’aide sur le territoire de @', 'une ville cherche de l’aide'],
  'facilitator.changed': ['a mis à jour la structure d’animation @', 'fiche mise à jour'],
  'event.published': ['a annoncé l’événement @', 'annoncé'],
  'event.changed': ['a changé le moment ou le lieu de l’événement @', 'nouveau moment ou nouveau lieu'],
  'event.cancelled': ['a annulé l’événement @', 'annulé'],
  'event.restored': ['a rétabli l’événement @', 'de nouveau prévu'],
  'event.replayed': ['a donné la rediffusion de l’événement @', 'rediffusion'],
  'newsletter.sent': ['a envoyé la lettre d’information @', 'envoyée'],
  'bulletin.published': ['a publié l’actualité @', 'publiée'],
};

/** « (Valmont) »; nothing where no place is known. */
const within = (place: string) => (place === '' ? '' : ` (${place})`);

/** [NO12] Every event as pages, mails and choices say it; `place` is where in the object, of whom, or into what. */
export const programmeEvent = {
  line(verb: ProgrammeVerb, title: string, place: string): string {
    const named = `« ${title} »`;
    if (verb === 'experiment.commented') return `a commenté ${placeOf(place)} de ${named}`;
    return EVENTS[verb][0].replace('@', () => named) + within(place);
  },
  news: (verb: ProgrammeVerb, place: string) =>
    verb === 'experiment.commented' ? `commentaire sur ${placeOf(place)}` : EVENTS[verb][1] + within(place),
  /** To choose it among others: « Appel à projets : publié ». */
  type: (verb: ProgrammeVerb) => `${KINDS[kindOfEvent(verb)].one} : ${EVENTS[verb][1]}`,
} as const;
