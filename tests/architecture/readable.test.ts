import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';

/** Where rights are asked: by name, or as said here. */
const ASKS = /(?:^|[-/])rights\.ts$/;
const ASKING: Readonly<Record<string, string>> = {
  'app/programme/steering/scope.server.ts': 'requireSteering asks [PI1]',
  'app/publication/synthesis/figure.server.ts': 'putFigure asks which figures are this person’s [SY10]',
  'db/boards/boards.ts': 'finds a board for a member',
  'db/documents/documents.ts': 'finds a document for whoever reads it',
  'db/library/dataset/dataset-checks.ts': 'findCheckForMember asks whether somebody is of its group',
  'db/library/dataset/datasets.ts': 'findDatasetForMember and listDatasetsForMember ask [DS1]',
  'db/library/resource/resources.ts': 'findResourceForMember asks [RS5]',
  'db/people/group/groups.ts': 'findGroupForMember and listGroupsForMember ask the role that counts',
  'db/people/organisation/organisation-admins.ts': 'finds the organisation that somebody administers',
  'db/people/organisation/signatory-lists.ts': 'finds the organisation for which somebody signs',
  'db/programme/application/applications.ts': 'findApplication asks [AP1]',
  'db/programme/experiment/experiments.ts': 'findExperiment and listExperiments ask [EX1]',
  'db/programme/mission/missions.ts': 'findMissionForMember asks [MS3]',
  'db/programme/steering/steering-synthesis.ts':
    'of a synthesis only how far it is, in a scope of whoever steers',
  'db/programme/track/tracks.ts': 'findTrack and listTracks ask [ST3]',
  'db/publication/adoption/adoptions.ts': 'findAdoption asks [RP5]',
  'db/documents/history/document-visits.ts': 'listOpened asks [A6], by `isReadableBy`',
  'db/publication/dossier/thematic-dossiers.ts': 'findDossier asks [TD1]',
  'db/publication/sheet/use-case-sheets.ts': 'findSheet and listSheets ask [US1]',
  'db/publication/synthesis/syntheses.ts': 'findSeasonSynthesis and holdSynthesis ask [SY1]',
  'db/publication/synthesis/synthesis-chapters.ts':
    'findChapter asks [SY1]; a list is of a synthesis that was asked',
  'db/search/recent.ts': 'lists what somebody sees in groups that they read',
  'db/search/search.ts': 'looks for what somebody may find, by `searchRightsOf`',
  'db/seed/install/experiments.ts': 'nobody asks: the demonstration reads what it made',
};

const gives = (text: string): boolean => /\basReadable<?['"\w\s|]*>?\(/.test(text);

/** Those of these files that call an id readable. */
const givenIn = (paths: readonly string[]): string[] =>
  paths.filter((path) => !ASKS.test(path) && gives(readFileSync(path, 'utf8')));

describe('[WR7] only what asks a right says that an object may be read', () => {
  test('the tree keeps it', () => {
    const product = sourceFiles(['shared', 'db', 'server', 'app']);
    expect(givenIn(product).filter((path) => !Object.hasOwn(ASKING, path))).toEqual([]);
    expect(Object.keys(ASKING).filter((path) => !gives(readFileSync(path, 'utf8')))).toEqual([]);
  });

  test('a planted one is found, and what only names the type is not', () => {
    expect(gives("listLog(db, asReadable<'experiment'>(params.id))")).toBe(true);
    expect(gives('const id = asReadable(sent)')).toBe(true);
    expect(gives("function listLog(db: Db, id: Readable<'experiment'>)")).toBe(false);
  });
});
