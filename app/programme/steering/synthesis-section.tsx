import { Link } from 'react-router';
import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import type { SteeredSynthesis } from '#shared/programme/steering/overview.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { CHAPTER_STATES } from '#shared/publication/synthesis/chapter-state.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { Plate } from './panel.tsx';

const words = steering.synthesis;
const DAY = 86_400_000;

interface SynthesisSectionProps {
  readonly synthesis: SteeredSynthesis | null;
  readonly season: number;
  /** The day that is shown, ISO. */
  readonly day: string;
  readonly address: SteeringAddress;
}

/** [SY5] How far the synthesis of the season had come that day, against the day on which it was due. */
export function SynthesisSection({ synthesis, season, day, address }: SynthesisSectionProps) {
  const sentence = () => {
    if (!synthesis) return words.none;
    const { dueOn, progress } = synthesis;
    const left = Math.round((Date.parse(dueOn) - Date.parse(day)) / DAY);
    return words.sentence(progress.states.approved, progress.total, dueOn, left);
  };
  return (
    <Plate
      id="synthese"
      title={words.title}
      sentence={sentence()}
      csv={programmePaths.steeringExport('csv', address, 'synthese')}
    >
      {synthesis && (
        <>
          <table className="records">
            <caption className="vh">{words.caption}</caption>
            <thead>
              <tr>
                {words.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {CHAPTER_STATES.map((state) => (
                <tr key={state}>
                  <th scope="row">{words.states[state]}</th>
                  <td data-l={words.columns[1]}>
                    <StateGauge count={synthesis.progress.states[state]} total={synthesis.progress.total} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-3">
            <Link to={synthesisPaths.synthesis({ season })}>{words.open}</Link>
          </p>
        </>
      )}
    </Plate>
  );
}

function StateGauge({ count, total }: { count: number; total: number }) {
  return (
    <span className="gauge">
      <b>{steering.number(count)}</b>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="track" width="100" height="8" rx="1" />
        <rect className="fill" width={total > 0 ? (100 * count) / total : 0} height="8" rx="1" />
      </svg>
    </span>
  );
}
