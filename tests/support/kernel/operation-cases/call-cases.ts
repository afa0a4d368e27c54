import { randomUUID } from 'node:crypto';
import { defaultCriteria } from '#db/seed/default-form/default-criteria.ts';
import { type Cases, COORDINATION, PEOPLE, SIGNED_IN, type TriedWorld } from './operation-case.ts';

/** Whoever is of the city that applies. */
const LEADING = ['organisationAdmin'] as const;
/** Whoever runs committees: administrators of the platform do not. */
const CHAIRING = ['coordinator'] as const;
const TYPED = {
  ...{ title: 'Saison 3', presentation: '', opensDay: '2023-10-01', opensTime: '09:00' },
  ...{ closesDay: '2023-11-01', closesTime: '12:00', tolerance: '' },
};
const FIELD = {
  ...{ label: 'Titre', help: '', kind: 'text', required: '', min: '', max: '' },
  ...{ choices: '', formats: '', onlyIf: '', criterion: '', purpose: '', askedOf: '' },
};
const SETTINGS = { assessUntil: '', heldOn: '', embargoAt: '', attendees: '', remarks: '' };
const DECISION = { outcome: 'selected', waitingRank: '', motivation: '' };

const ofCall = ({ calls: { callId } }: TriedWorld) => ({ callId });
const ofClosed = ({ calls: { closedCallId } }: TriedWorld) => ({ callId: closedCallId });
const ofSection = (world: TriedWorld) => ({ ...ofCall(world), section: 'projet' });
const ofField = (world: TriedWorld) => ({ ...ofCall(world), key: 'titre', block: '' });
const ofDraft = ({ calls: { draftId } }: TriedWorld) => ({ applicationId: draftId });
const ofSubmitted = ({ calls: { submittedId } }: TriedWorld) => ({ applicationId: submittedId });
const ofFree = ({ calls: { freeId } }: TriedWorld) => ({ applicationId: freeId });
const ofGiven = ({ calls: { givenId } }: TriedWorld) => ({ applicationId: givenId });

/** Operations of calls, of what is applied for and of its assessment. */
export const callCases: Cases<
  | `call.${'create' | 'change' | 'publish' | 'unpublish' | 'extend' | 'changeCriteria' | 'grantDerogation' | 'revokeDerogation'}`
  | `callForm.${'addSection' | 'renameSection' | 'moveSection' | 'removeSection' | 'addField' | 'addInner' | 'moveField' | 'removeField' | 'changeField' | 'setRules' | 'undo' | 'discard' | 'save'}`
  | `application.${'create' | 'begin' | 'enter' | 'submit' | 'handIn' | 'withdraw' | 'restore' | 'takeOver' | 'addCoLead' | 'removeCoLead' | 'askCorrection' | 'registerFile'}`
  | `assessment.${'assign' | 'unassign' | 'saveDraft' | 'giveMarks' | 'say' | 'declareRecusal' | 'liftRecusal' | 'askExpert' | 'giveOpinion'}`
  | `committee.${'balance' | 'set' | 'announce' | 'decide' | 'openExperiment'}`
> = {
  'call.create': {
    input: ({ calls: { seasonId } }) => ({ season: seasonId, ...TYPED }),
    allowed: COORDINATION,
  },
  'call.change': { input: (world) => ({ ...ofCall(world), ...TYPED }), allowed: COORDINATION },
  'call.publish': { input: ofCall, allowed: COORDINATION },
  'call.unpublish': { input: ofCall, allowed: COORDINATION },
  'call.extend': {
    input: (world) => ({ ...ofCall(world), toDay: '2023-05-14', toTime: '12:00', reason: 'Vacances' }),
    allowed: COORDINATION,
  },
  'call.changeCriteria': {
    input: (world) => ({
      ...ofCall(world),
      key: defaultCriteria.map(({ key }) => key),
      criterionTitle: defaultCriteria.map(({ title }) => title),
      description: defaultCriteria.map(({ description }) => description),
      weight: defaultCriteria.map(({ weight }) => String(weight)),
    }),
    allowed: COORDINATION,
  },
  'call.grantDerogation': {
    input: (world) => ({ ...ofCall(world), organisation: world.organisationId, why: 'En cours' }),
    allowed: COORDINATION,
  },
  'call.revokeDerogation': {
    input: (world) => ({ ...ofCall(world), organisation: world.organisationId }),
    allowed: COORDINATION,
  },
  'callForm.addSection': { input: (world) => ({ ...ofCall(world), label: 'Suite' }), allowed: COORDINATION },
  'callForm.renameSection': {
    input: (world) => ({ ...ofSection(world), label: 'Projet' }),
    allowed: COORDINATION,
  },
  'callForm.moveSection': {
    input: (world) => ({ ...ofSection(world), direction: 'up' }),
    allowed: COORDINATION,
  },
  'callForm.removeSection': { input: ofSection, allowed: COORDINATION },
  'callForm.addField': {
    input: (world) => ({ ...ofSection(world), label: 'Quoi ?', kind: 'text' }),
    allowed: COORDINATION,
  },
  'callForm.addInner': {
    input: (world) => ({ ...ofCall(world), block: 'partenaires', label: 'Qui ?', kind: 'text' }),
    allowed: COORDINATION,
  },
  'callForm.moveField': {
    input: (world) => ({ ...ofField(world), direction: 'down' }),
    allowed: COORDINATION,
  },
  'callForm.removeField': { input: ofField, allowed: COORDINATION },
  'callForm.changeField': { input: (world) => ({ ...ofField(world), ...FIELD }), allowed: COORDINATION },
  'callForm.setRules': { input: (world) => ({ ...ofCall(world), rule: [] }), allowed: COORDINATION },
  'callForm.undo': { input: ofCall, allowed: COORDINATION },
  'callForm.discard': { input: ofCall, allowed: COORDINATION },
  'callForm.save': { input: ofCall, allowed: COORDINATION },
  // Those whose organisation cannot lead are refused in words.
  'application.create': {
    input: ({ calls: { callId } }) => ({ appel: callId, convention: '' }),
    allowed: SIGNED_IN,
  },
  'application.begin': {
    input: ({ calls: { callId } }) => ({ appel: callId, lieu: '', convention: '' }),
    allowed: SIGNED_IN,
  },
  // Nobody without the pass that a code gave.
  'application.enter': {
    input: ({ calls: { callId } }) => ({ pass: 'unknown', appel: callId, lieu: '' }),
    allowed: PEOPLE,
  },
  'application.submit': {
    input: (world) => ({
      ...{ ...ofDraft(world), key: 'une clé', seq: 1 },
      raw: { texts: {}, values: {}, rows: {} },
    }),
    allowed: LEADING,
  },
  'application.handIn': {
    input: (world) => ({ ...ofDraft(world), seq: 1, raw: { texts: {}, values: {}, rows: {} } }),
    allowed: LEADING,
  },
  'application.withdraw': { input: (world) => ({ ...ofDraft(world), note: '' }), allowed: LEADING },
  'application.restore': {
    input: ({ calls: { withdrawnId } }) => ({ applicationId: withdrawnId }),
    allowed: LEADING,
  },
  'application.takeOver': { input: ofDraft, allowed: LEADING },
  'application.addCoLead': {
    input: (world) => ({ ...ofDraft(world), organisation: randomUUID() }),
    allowed: LEADING,
  },
  'application.removeCoLead': {
    input: (world) => ({ ...ofDraft(world), organisation: randomUUID() }),
    allowed: LEADING,
  },
  'application.askCorrection': {
    input: (world) => ({
      ...ofSubmitted(world),
      ...{ fields: ['titre'], message: 'Où ?', until: '2023-04-14' },
    }),
    allowed: CHAIRING,
  },
  'application.registerFile': {
    input: (world) => ({
      ...{ ...ofDraft(world), id: randomUUID(), name: 'a.pdf', contentType: 'application/pdf' },
      ...{ bytes: 3, storageKey: 'applications/a' },
    }),
    allowed: LEADING,
  },
  'assessment.assign': {
    input: (world) => ({ ...ofFree(world), assessorId: world.ids.coordinator }),
    allowed: CHAIRING,
  },
  'assessment.unassign': {
    input: (world) => ({ ...ofGiven(world), assessorId: world.ids.coordinator }),
    allowed: CHAIRING,
  },
  'assessment.saveDraft': {
    input: (world) => ({ ...ofGiven(world), marks: {}, privateNotes: '' }),
    allowed: CHAIRING,
  },
  'assessment.giveMarks': { input: (world) => ({ ...ofGiven(world), marks: {} }), allowed: CHAIRING },
  'assessment.say': { input: (world) => ({ ...ofGiven(world), text: 'Bonjour' }), allowed: CHAIRING },
  'assessment.declareRecusal': {
    input: (world) => ({ ...ofGiven(world), reason: 'J’y habite.' }),
    allowed: CHAIRING,
  },
  'assessment.liftRecusal': {
    input: (world) => ({ ...ofFree(world), recusalId: world.calls.recusalId }),
    allowed: CHAIRING,
  },
  'assessment.askExpert': {
    input: (world) => ({ ...ofFree(world), email: 'x@exemple.fr', question: 'Est-ce juste ?' }),
    allowed: CHAIRING,
  },
  'assessment.giveOpinion': {
    input: (world) => ({ ...ofGiven(world), opinion: 'Oui.' }),
    allowed: ['contributor'],
  },
  'committee.balance': { input: ofClosed, allowed: CHAIRING },
  'committee.set': { input: (world) => ({ ...ofClosed(world), ...SETTINGS }), allowed: CHAIRING },
  'committee.announce': { input: ofClosed, allowed: CHAIRING },
  'committee.decide': { input: (world) => ({ ...ofFree(world), ...DECISION }), allowed: CHAIRING },
  'committee.openExperiment': { input: ofFree, allowed: CHAIRING },
};
