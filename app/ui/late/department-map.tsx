import { OUTLINES, VIEW_BOX } from './department-outlines.ts';

/** Too small on the map for a figure: they stand beside it, larger. */
const AROUND_PARIS = ['75', '92', '93', '94'];
const OVERSEAS = ['971', '972', '973', '974', '976'];

/** A department of the register, with what is counted there. */
export interface CountedDepartment {
  readonly code: string;
  /** Its name and count, in words. */
  readonly said: string;
  readonly count: number;
  /** Where its lines are told. */
  readonly href: string;
}

/**
 * [PI4] France by department. The table beside it says the same to everybody, links included: for a keyboard or a screen reader
 * the map would be the same hundred links again. `heatOf` gives the shade of a count, 0 to 4; `legend` names each.
 */
export function DepartmentMap({
  departments,
  heatOf,
  words,
}: {
  departments: readonly CountedDepartment[];
  heatOf: (count: number) => number;
  words: { readonly paris: string; readonly overseas: string; readonly legend: readonly string[] };
}) {
  const found = new Map(departments.map((department) => [department.code, department]));
  const drawn = new Set(OUTLINES.map(({ code }) => code));
  // Of the collectivities overseas only those that take part: the programme is of departments.
  const isOverseas = ({ code, count }: CountedDepartment) =>
    !drawn.has(code) && (OVERSEAS.includes(code) || count > 0);
  const besides = [
    { label: words.paris, places: AROUND_PARIS.flatMap((code) => found.get(code) ?? []) },
    { label: words.overseas, places: departments.filter(isOverseas) },
  ];
  return (
    <div className="france" aria-hidden="true">
      <svg className="fr" viewBox={VIEW_BOX} focusable="false" aria-hidden="true">
        {OUTLINES.map(({ code, path, x, y }) => {
          const department = found.get(code);
          if (!department) return <path key={code} className="outside" d={path} />;
          const { said, count, href } = department;
          const heat = heatOf(count);
          return (
            <a key={code} href={href} tabIndex={-1}>
              <title>{said}</title>
              <path className={`h${heat}`} d={path} />
              {count > 0 && !AROUND_PARIS.includes(code) && (
                <text className={`t${heat}`} x={x} y={y}>
                  {count}
                </text>
              )}
            </a>
          );
        })}
      </svg>
      {besides.map(
        ({ label, places }) =>
          places.length > 0 && (
            <div key={label} className="insets">
              <span>{label}</span>
              {places.map(({ code, said, count, href }) => (
                <a key={code} href={href} tabIndex={-1} title={said}>
                  <b className={`h${heatOf(count)}`}>{count}</b>
                  {code}
                </a>
              ))}
            </div>
          ),
      )}
      <p className="legend">
        {words.legend.map((said, heat) => (
          <span key={said}>
            <span className={`h${heat}`} />
            {said}
          </span>
        ))}
      </p>
    </div>
  );
}
