import jsonld from 'jsonld';
import { Parser, type Quad, Store, Writer } from 'n3';
import { describe, expect, test } from 'vitest';
import { turtleOf } from '#app/publication/open-data/turtle.server.ts';
import { catalogueOf, PREFIXES } from '#shared/publication/open-data/catalogue.ts';
import { openTables } from '#shared/publication/open-data/sheet-tables.ts';
import { openSheets } from '#tests/support/library/open-sheets.ts';

const origin = 'https://cordee.example';
const now = new Date('2023-06-01T08:00:00Z');
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

function made(includesClosed: boolean, sheets = openSheets) {
  const tables = openTables({ origin, sheets, includesClosed });
  return catalogueOf({ origin, tables, sheets, includesClosed, now });
}

async function read(includesClosed: boolean, sheets = openSheets) {
  const store = new Store(new Parser().parse(await turtleOf(made(includesClosed, sheets))));
  const iri = (term: string) => {
    const [prefix = '', name = ''] = term.split(':');
    return `${Object.entries(PREFIXES).find(([known]) => known === prefix)?.[1]}${name}`;
  };
  const values = (subject: string | Quad['subject'], term: string) =>
    store.getObjects(subject, iri(term), null).map(({ value }) => value);
  const ofType = (term: string) => store.getSubjects(RDF_TYPE, iri(term), null);
  return { values, ofType };
}

describe('the DCAT catalogue', () => {
  test('[OD3] JSON-LD and Turtle are the same graph, to the last statement', async () => {
    const statements = async (of: object, options = {}) => {
      const said: unknown = await jsonld.canonize(of, { format: 'application/n-quads', ...options });
      return String(said).trim().split('\n');
    };
    const linked = await statements(JSON.parse(JSON.stringify(made(true))));
    const quads = new Writer({ format: 'N-Quads' }).quadsToString(
      new Parser().parse(await turtleOf(made(true))),
    );
    const turtle = await statements(quads as unknown as object, { inputFormat: 'application/n-quads' });
    expect(linked.length).toBeGreaterThan(150);
    expect(turtle).toEqual(linked);
  });

  test('[OD3] every data set says what the harvester of data.gouv.fr reads: its documentation names these fields', async () => {
    const { values, ofType } = await read(false);
    expect(ofType('dcat:Catalog')).toHaveLength(1);
    const datasets = ofType('dcat:Dataset');
    expect(datasets).toHaveLength(4);
    for (const dataset of datasets) {
      for (const field of [
        'dct:title',
        'dct:description',
        'dcat:keyword',
        'dct:spatial',
        'dct:accrualPeriodicity',
        'dct:identifier',
        'dcat:landingPage',
        'dct:modified',
        'dcat:contactPoint',
        'dct:publisher',
        'dct:accessRights',
      ])
        expect(values(dataset, field).length, `${field} of ${dataset.value}`).toBeGreaterThan(0);
      expect(values(dataset, 'dct:identifier')).toEqual([dataset.value]);
    }
    const distributions = ofType('dcat:Distribution');
    expect(distributions).toHaveLength(7);
    for (const distribution of distributions)
      for (const field of ['dct:title', 'dcat:accessURL', 'dcat:downloadURL', 'dct:format', 'dct:license'])
        expect(values(distribution, field), `${field} of ${distribution.value}`).toHaveLength(1);
    for (const agent of ofType('foaf:Agent')) expect(values(agent, 'foaf:name')).toHaveLength(1);
    for (const contact of ofType('vcard:Organization')) expect(values(contact, 'vcard:fn')).toHaveLength(1);
  });

  test('[OD3] frequency, licence, schema, place and time of a data set of a city', async () => {
    const { values } = await read(false);
    const trees = `${origin}/donnees-ouvertes#0a1b2c3d-inventaire-des-arbres`;
    const EU = 'http://publications.europa.eu/resource/authority';
    expect(values(trees, 'dct:accrualPeriodicity')).toEqual([`${EU}/frequency/ANNUAL`]);
    expect(values(trees, 'dct:accessRights')).toEqual([`${EU}/access-right/PUBLIC`]);
    expect(values(trees, 'dct:conformsTo')).toEqual(['https://schema.data.gouv.fr/scdl/arbres/']);
    expect(values(trees, 'dct:spatial')).toEqual(['http://id.insee.fr/geo/commune/01004']);
    expect(values(`${trees}-1`, 'dcat:downloadURL')).toEqual(['https://valmont.example/arbres.csv']);
    expect(values(`${trees}-1`, 'dct:format')).toEqual([`${EU}/file-type/CSV`]);
    expect(values(`${trees}-1`, 'dct:license')).toEqual([
      'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    ]);
  });

  test('[OD2] [OD3] what is closed is not in the catalogue, and says so where the programme chose to tell it', async () => {
    const networks = `${origin}/donnees-ouvertes#0a1b2c3d-reseaux-enterres`;
    expect((await read(false)).values(networks, 'dct:title')).toEqual([]);
    const { values } = await read(true);
    expect(values(networks, 'dct:title')).toEqual(['Réseaux enterrés (Valmont, Saint-Aubin)']);
    expect(values(networks, 'dct:accessRights')).toEqual([
      'http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC',
    ]);
    expect(values(networks, 'dcat:distribution')).toEqual([]);
  });

  test('[OD3] a catalogue of nothing is one all the same', async () => {
    const { values, ofType } = await read(false, []);
    expect(ofType('dcat:Catalog').flatMap((it) => values(it, 'dct:modified'))).toEqual([now.toISOString()]);
    expect(ofType('dcat:Dataset')).toHaveLength(2);
  });
});
