/** Why a commune has no place in the programme. */
export type CityError = 'city.unknown' | 'city.merged' | 'city.outOfProgramme';

/** Why an import of the cities is not undone. */
export type CityImportError = 'cityImport.notLast' | 'cityImport.inUse';
