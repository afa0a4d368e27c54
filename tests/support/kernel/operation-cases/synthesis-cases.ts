import { type Cases, COORDINATION, type TriedWorld } from './operation-case.ts';

const ofSynthesis = ({ publication: { synthesisId } }: TriedWorld) => ({ synthesisId });
const ofChapter = ({ publication: { chapterId } }: TriedWorld) => ({ chapterId });
const inSynthesis = (world: TriedWorld) => ({ ...ofSynthesis(world), chapter: world.publication.chapterId });
const SETTINGS = { title: 'Synthèse', due: '2023-06-30' };

/** Operations of syntheses and of their chapters. */
export const synthesisCases: Cases<
  | `synthesis.${'begin' | 'edit' | 'addChapter' | 'shiftChapter' | 'removeChapter' | 'putChapterBack' | 'openWhole' | 'recordAssembly' | 'publish' | 'withdraw'}`
  | `synthesisChapter.${'edit' | 'setDue' | 'step' | 'setCities' | 'remindCity'}`
> = {
  'synthesis.begin': {
    input: ({ groupId, publication: { seasonId } }) => ({ seasonId, group: groupId, ...SETTINGS }),
    allowed: COORDINATION,
  },
  'synthesis.edit': { input: (world) => ({ ...ofSynthesis(world), ...SETTINGS }), allowed: COORDINATION },
  'synthesis.addChapter': {
    input: (world) => ({ ...ofSynthesis(world), chapterTitle: 'Les rues', owner: '', chapterDue: '' }),
    allowed: COORDINATION,
  },
  'synthesis.shiftChapter': {
    input: (world) => ({ ...inSynthesis(world), places: 1 }),
    allowed: COORDINATION,
  },
  'synthesis.removeChapter': { input: inSynthesis, allowed: COORDINATION },
  'synthesis.putChapterBack': {
    input: (world) => ({ ...ofSynthesis(world), chapter: world.publication.removedChapterId }),
    allowed: COORDINATION,
  },
  'synthesis.openWhole': {
    input: (world) => ({ ...ofSynthesis(world), isConfirmed: true }),
    allowed: COORDINATION,
  },
  'synthesis.recordAssembly': {
    input: (world) => ({
      ...ofSynthesis(world),
      documentId: world.publication.documentId,
      chapters: [],
      from: [],
      fileIds: [],
    }),
    allowed: COORDINATION,
  },
  'synthesis.publish': { input: (world) => ({ ...ofSynthesis(world), text: null }), allowed: COORDINATION },
  'synthesis.withdraw': { input: ofSynthesis, allowed: COORDINATION },
  'synthesisChapter.edit': {
    input: (world) => ({ ...ofChapter(world), owner: '', due: '' }),
    allowed: COORDINATION,
  },
  'synthesisChapter.setDue': { input: (world) => ({ ...ofChapter(world), due: '' }), allowed: COORDINATION },
  'synthesisChapter.step': {
    input: (world) => ({ ...ofChapter(world), to: 'writing', reason: '', seen: '1' }),
    allowed: COORDINATION,
  },
  'synthesisChapter.setCities': {
    input: (world) => ({ ...ofChapter(world), cities: [] }),
    allowed: COORDINATION,
  },
  'synthesisChapter.remindCity': {
    input: (world) => ({ ...ofChapter(world), city: world.organisationId }),
    allowed: COORDINATION,
  },
};
