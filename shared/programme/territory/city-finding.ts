/** A place in the file, as a text editor counts lines: the header is line 1. */
interface OnLine {
  readonly line: number;
  /** What the file says there. */
  readonly value: string;
}

/** Something in the file because of which nothing of it is taken. */
export type CityRefusal =
  | {
      readonly code:
        | 'file.empty'
        | 'file.withoutRows'
        | 'file.spreadsheet'
        | 'file.notText'
        | 'file.tooLarge';
    }
  | { readonly code: 'file.columnMissing' | 'file.columnTwice'; readonly names: readonly string[] }
  | ({ readonly code: 'line.cells'; readonly expected: number } & OnLine)
  | ({ readonly code: 'line.quotes' } & OnLine)
  | ({ readonly code: 'city.codeMalformed' | 'city.codeUnknown' } & OnLine)
  | ({ readonly code: 'city.leadingZeroLost'; readonly expected: string; readonly name: string } & OnLine)
  | ({
      readonly code: 'city.merged';
      readonly into: { readonly code: string; readonly name: string };
    } & OnLine)
  | ({ readonly code: 'city.twice'; readonly firstLine: number } & OnLine)
  | ({ readonly code: 'agreement.idMalformed' | 'agreement.nameMissing' } & OnLine)
  | ({ readonly code: 'agreement.dateMalformed' | 'agreement.programmeMalformed' } & OnLine)
  | ({ readonly code: 'agreement.programmeMixed'; readonly firstLine: number } & OnLine);

/** Something worth a look that stops nothing: `expected` is what is kept. */
export type CityWarning =
  | ({
      readonly code: 'city.nameDiffers' | 'agreement.nameDiffers' | 'agreement.dateDiffers';
      readonly expected: string;
    } & OnLine)
  | ({ readonly code: 'city.moved'; readonly from: string; readonly to: string } & OnLine);

export type CityFinding = CityRefusal | CityWarning;

/** The line of a finding, null when it is about the whole file. */
export function lineOf(finding: CityFinding): number | null {
  return 'line' in finding ? finding.line : null;
}
