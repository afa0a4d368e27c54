import { type CityFinding, lineOf } from '#shared/programme/territory/city-finding.ts';
import { cityImport } from '#shared/programme/territory/city-import.fr.ts';
import type { CityImportDecision } from '#shared/programme/territory/city-import.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import type { CityUpload } from './city-upload.server.ts';
import type { FindingRow, ImportView } from './import-view.ts';

/** Enough to mend a real list; a foreign file has a fault on every line. */
const SHOWN = 200;

const rowOf = (finding: CityFinding): FindingRow => ({
  line: lineOf(finding) ?? territory.admin.wholeFile,
  sentence: cityImport.sentence(finding),
});

/** The decision in words, ready to be shown. They stay on the server: no script carries the sentences of forty faults. */
export function importViewOf(decision: CityImportDecision, upload: CityUpload): ImportView {
  const { fileName, bytes, isConfirmed } = upload;
  if (!decision.ok) {
    const { refusals } = decision;
    const [only] = refusals;
    const isOneFileFault = refusals.length === 1 && only && lineOf(only) === null;
    return {
      state: 'refused',
      fileName,
      error: isOneFileFault ? cityImport.sentence(only) : cityImport.refused(refusals.length),
      findings: isOneFileFault ? [] : refusals.slice(0, SHOWN).map(rowOf),
      hidden: Math.max(0, refusals.length - SHOWN),
    };
  }
  const { value } = decision;
  const { counts, warnings, absent } = value;
  return {
    state: isConfirmed ? 'done' : 'ready',
    fileName,
    content: isConfirmed || bytes === null ? bytes && '' : Buffer.from(bytes).toString('base64'),
    summary: [
      cityImport.read(counts),
      ...(counts.cities > counts.programmeCities ? [cityImport.later(counts)] : []),
      isConfirmed ? cityImport.done(value) : cityImport.planned(value),
    ],
    warnings: warnings.slice(0, SHOWN).map(rowOf),
    kept: absent.map(cityImport.absent),
    organisations: value.organisations.map((placing) => ({
      ...{ code: placing.city.code, city: placing.city.name, sentence: cityImport.organisation(placing) },
    })),
  };
}
