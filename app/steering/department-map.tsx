import { steering } from '#shared/messages/fr/steering.ts';
import { programmePaths, type SteeringAddress } from '#shared/programme-paths.ts';
import type { DepartmentCount } from '#shared/steering/overview.ts';
import { heatOfCount } from '#shared/steering/steering.ts';
import { OUTLINES, VIEW_BOX } from './outlines.ts';

const words = steering.map;
/** Too small on the map for a figure: they stand beside it, larger. */
const AROUND_PARIS = ['75', '92', '93', '94'];
const OVERSEAS = ['971', '972', '973', '974', '976'];

interface MapProps {
  readonly departments: readonly DepartmentCount[];
  readonly address: SteeringAddress;
}

/**
 * [PI4] France by department. The table beside it says the same to everybody, links included: for a keyboard or a screen reader
 * the map would be the same hundred links again.
 */
export function DepartmentMap({ departments, address }: MapProps) {
  const found = new Map(departments.map((department) => [department.code, department]));
  const placeOf = (code: string) => programmePaths.steeringList('communes', { ...address, department: code });
  const drawn = new Set(OUTLINES.map(({ code }) => code));
  // Of the collectivities overseas only those that take part: the call is to departments.
  const isOverseas = ({ code, communes }: DepartmentCount) =>
    !drawn.has(code) && (OVERSEAS.includes(code) || communes > 0);
  const isAsked = ({ code }: { code: string }) => found.has(code);
  const besides = [
    { label: words.paris, places: AROUND_PARIS.flatMap((code) => found.get(code) ?? []) },
    { label: words.overseas, places: departments.filter(isOverseas) },
  ];
  return (
    <div className="france" aria-hidden="true">
      <svg className="fr" viewBox={VIEW_BOX} focusable="false" aria-hidden="true">
        {OUTLINES.filter((outline) => !isAsked(outline)).map(({ code, path }) => (
          <path key={code} className="outside" d={path} />
        ))}
        {OUTLINES.filter(isAsked).map(({ code, path, x, y }) => {
          const { name, communes } = found.get(code) ?? { name: code, communes: 0 };
          const heat = heatOfCount(communes);
          return (
            <a key={code} href={placeOf(code)} tabIndex={-1}>
              <title>{words.count(name, communes)}</title>
              <path className={`h${heat}`} d={path} />
              {communes > 0 && !AROUND_PARIS.includes(code) && (
                <text className={`t${heat}`} x={x} y={y}>
                  {communes}
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
              {places.map(({ code, name, communes }) => (
                <a key={code} href={placeOf(code)} tabIndex={-1} title={words.count(name, communes)}>
                  <b className={`h${heatOfCount(communes)}`}>{communes}</b>
                  {code}
                </a>
              ))}
            </div>
          ),
      )}
      <p className="legend">
        {words.legend.map((said, heat) => (
          <span key={said}>
            <i className={`h${heat}`} />
            {said}
          </span>
        ))}
      </p>
    </div>
  );
}
