import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenApiPage } from '#server/operations/api/openapi-page.ts';
import { wallOf } from '#tests/support/architecture/walls.ts';
import { API_ROWS } from '#tests/support/operations/api-rows.ts';
import { answerJudge } from '#tests/support/operations/conforming-answers.ts';
import {
  type Answer,
  type Demonstration,
  startDemonstration,
  WHO,
  type Who,
} from '#tests/support/people/demonstration.ts';
import { ROUTE_ROWS } from '#tests/support/route-rows.ts';
import { addressOf, tableRoutes } from '#tests/support/route-table.ts';
import { sampleNames } from '#tests/support/sample-names.ts';

/** Their right is a token of the address, or none is needed: their own tests try them. */
const OPEN_ACTIONS = new Set([
  'connexion',
  'connexion/lien',
  'connexion/code',
  'connexion/retour/:fournisseur',
  'mot-de-passe',
  'premiere-installation',
  'invitation/:jeton',
  'signataires/:jeton',
  'desabonnement/:jeton',
  'controles/:jeton',
  'verification/:empreinte?',
  'seances/:seance/reponse',
  'cas-d-usage/:adresse/reproduire',
]);
/**
 * These read what is sent before they ask the database, which then decides about rights inside its transaction: what cannot be read is
 * refused as such (400, 422) and tells nothing. Their own tests try the wrong person with what can.
 */
const READ_FIRST = new Set([
  'documents/:document/extraits/:excerpt',
  'documents/:document/demande',
  'problematiques/nouvelle',
  'problematiques/ecoute',
  'problematiques/:problematique/modifier',
  'administration/personnes',
  'actions/:action',
  'seances/:seance/compte-rendu',
  'donnees/controler',
  'donnees/jeux/nouveau',
  'tableaux/:tableau/*',
]);
/** [PG3] What a page may ask the database at most. */
const MOST_STATEMENTS = wallOf('statements of a page');
/** Words that only readers of the sample objects know. */
const TITLE = /Charte de l’arbre urbain|Choisir où planter/;

let demonstration: Demonstration;
let names: Readonly<Record<string, string>>;
beforeAll(async () => {
  demonstration = await startDemonstration({}, { isHeard: true });
  names = await sampleNames(demonstration);
});
afterAll(() => demonstration.close());

function sampleOf(path: string): string {
  if (path === 'donnees-ouvertes/:fichier') return '/donnees-ouvertes/cas-d-usage.csv';
  if (path === 'experimentations/:experimentation/fichiers/:fichier')
    return addressOf(path, { ...names, fichier: 'effort.csv' });
  if (path === 'documents/:document/versions/:version/:format')
    return addressOf(path, { ...names, version: 'x' });
  const needsCall = path === 'candidatures/export.csv' || path === 'candidatures/nouvelle';
  return addressOf(path, names) + (needsCall ? `?appel=${names.appel}` : '');
}

/** Turned away: absent, refused, or sent to the sign-in or to where the page itself sends. */
function isTurnedAway({ status, headers }: Answer, page: string): boolean {
  const to = headers.location ?? '';
  return (
    [401, 403, 404, 405].includes(status) || (status === 302 && (to.startsWith('/connexion') || to === page))
  );
}

/** Every gesture that the file of a route knows by name. */
function intentsOf(file: string): string[] {
  const text = readFileSync(`app/${file}`, 'utf8');
  if (!/export (?:async function|const|function) action\b|export \{ action/.test(text)) return [];
  const named = [
    ...text.matchAll(/intent[^\n']{0,40}'(\w+)'|case '(\w+)'|z\.literal\('(\w+)'\)/g),
    ...[...text.matchAll(/z\.enum\(\[([^\]]+)\]/g)].flatMap(([, list = '']) => [
      ...list.matchAll(/'(\w+)'()()/g),
    ]),
  ].map(([, one, two, three]) => one || two || three || '');
  return [...new Set(['', ...named])];
}

describe('[SC7] [A5] the matrix of rights', () => {
  test('[PG3] every route answers each of eight people as its row says, with few statements, and none is left out', async () => {
    expect(Object.keys(ROUTE_ROWS).sort()).toEqual(tableRoutes.map(({ path }) => path).sort());
    for (const { path } of tableRoutes) {
      const address = sampleOf(path);
      const answers: number[] = [];
      let most = 0;
      for (const who of WHO) {
        const { status, text, headers, statements } = await demonstration.askHeard(who, address);
        answers.push(status);
        // Who comes first also notes the visit, and what only the first one has to find out.
        const isHeardAgain = statements > MOST_STATEMENTS && status === 200;
        const heard = isHeardAgain ? await demonstration.askHeard(who, address) : { statements };
        most = Math.max(most, heard.statements);
        if (status === 404 || status === 302)
          expect.soft(TITLE.test(text + JSON.stringify(headers)), `${who} ${address}`).toBe(false);
      }
      expect.soft(most, `${address}: statements`).toBeLessThanOrEqual(MOST_STATEMENTS);
      expect.soft(`${address}: ${answers.join(' ')}`).toBe(`${address}: ${ROUTE_ROWS[path]}`);
    }
  });

  test('whoever is turned away from a page may send it nothing either, whatever the gesture', async () => {
    let tried = 0;
    for (const { path, file } of tableRoutes) {
      const row = ROUTE_ROWS[path]?.split(' ') ?? [];
      // Of what only takes what is sent the row says nothing: those are tried who may know nothing of a group.
      const isUnknown = new Set(row.filter((status) => status !== '302')).size === 1 && row[3] !== '200';
      const turnedAway = WHO.filter((who, at) =>
        isUnknown ? who === 'visitor' || who === 'outsideCity' : row[at] !== '200',
      );
      if (OPEN_ACTIONS.has(path) || path === 'deconnexion') continue;
      for (const intent of intentsOf(file))
        for (const who of turnedAway) {
          const address = sampleOf(path);
          const page = (row[WHO.indexOf(who)] === '302' && (await locationOf(who, address))) || '-';
          const answer = await demonstration.ask(who, address, {
            method: 'POST',
            headers: {
              origin: demonstration.origin,
              'content-type': 'application/x-www-form-urlencoded',
            },
            body: new URLSearchParams({
              intent,
              title: 'Ne doit pas rester',
              name: 'Ne doit pas rester',
            }).toString(),
          });
          tried++;
          const isUnread = READ_FIRST.has(path) && [400, 422].includes(answer.status);
          expect
            .soft(isUnread || isTurnedAway(answer, page), `${who} ${intent} ${address}: ${answer.status}`)
            .toBe(true);
        }
    }
    expect(tried).toBeGreaterThan(500);
  });

  test('every operation of REST answers each of eight people as its row says', async () => {
    const page: OpenApiPage = JSON.parse((await demonstration.ask('visitor', '/api/v1/openapi.json')).text);
    const { paths } = page;
    const judge = answerJudge(page);
    const readings = Object.keys(paths).filter((path) => paths[path]?.get);
    expect(Object.keys(API_ROWS).sort()).toEqual(readings.sort());
    const known: Readonly<Record<string, string | undefined>> = {
      group: names.groupe,
      document: names.document,
      board: names.tableau,
      dataset: names.jeu,
      organisation: names.organisation,
      experiment: names.experimentation,
      call: names.appel,
      application: names.candidature,
      mission: names.mission,
      issue: names.problematique,
    };
    for (const [path, operations] of Object.entries(paths)) {
      const address = `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? 'x')}`;
      for (const method of Object.keys(operations)) {
        if (method === 'get') {
          const answers: number[] = [];
          for (const who of WHO) {
            const { status, text, headers } = await demonstration.ask(who, address);
            answers.push(status);
            if (headers['content-type']?.includes('json'))
              expect.soft(judge('GET', path, status, JSON.parse(text)), `${who} ${path}`).toEqual([]);
          }
          expect.soft(`${path}: ${answers.join(' ')}`).toBe(`${path}: ${API_ROWS[path]}`);
          continue;
        }
        for (const [who, allowed] of [
          ['visitor', [401]],
          ['outsideCity', [404, 400, 415]],
        ] satisfies [Who, number[]][]) {
          const headers = { 'content-type': 'application/json' };
          const answer = await demonstration.ask(who, address, {
            method: method.toUpperCase(),
            headers,
            body: '{"title":"Ne doit pas rester"}',
          });
          expect.soft(allowed, `${who} ${method} ${path}: ${answer.status}`).toContain(answer.status);
          expect.soft(TITLE.test(answer.text), `${who} ${method} ${path}`).toBe(false);
        }
      }
    }
  });
});

async function locationOf(who: Who, address: string): Promise<string> {
  return (await demonstration.ask(who, address)).headers.location ?? '';
}
