import { existsSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { fromTop } from './results.ts';

/** Each holds a worker for more than five minutes, the longest first. */
const LONGEST = [
  'tests/server/realtime/kill.long.test.ts',
  'tests/server/realtime/kill-embedded.long.test.ts',
  'tests/whole/generated-requests.long.test.ts',
  'tests/server/news/notification/kill.long.test.ts',
  'tests/server/realtime/typists.long.test.ts',
  'tests/server/realtime/instance/cluster-faults.long.test.ts',
  'tests/server/operations/api/kill.long.test.ts',
];

/** [H26] The long ring begins with what takes longest, so that at its end no worker waits for one file. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const lost = LONGEST.filter((file) => !existsSync(file));
    if (lost.length > 0) throw new Error(`There is no ${lost.join(', ')}.`);
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.indexOf(fromTop(moduleId));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
