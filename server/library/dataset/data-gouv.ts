import type { OutsideError } from '#shared/kernel/outside/outside-errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type DataGouvRecord, dataGouvIdOf, readDataGouv } from '#shared/library/dataset/data-gouv.ts';
import type { Outside } from '../../kernel/outside/outside.ts';

type Refusal = OutsideError | 'dataset.recordOff' | 'dataset.recordInvalid' | 'dataset.recordUnreadable';

/** [DS12] The records of data.gouv.fr, where the installation asks for them. */
export interface DataGouv {
  readonly isOn: boolean;
  /** Reads the record of this id, short name or page. Refuses 'outside.…' and 'dataset.record…'. */
  read(given: string): Promise<Result<DataGouvRecord, Refusal>>;
}

const RECORD_MAX_BYTES = 4 * 1024 * 1024;

/** `address` is where the API is (`https://www.data.gouv.fr`); without one nobody is asked. */
export function createDataGouv({
  outside,
  address,
}: {
  outside: Outside;
  address: string | undefined;
}): DataGouv {
  return {
    isOn: address !== undefined && outside.isOn,
    async read(given) {
      if (!address) return fail('dataset.recordOff');
      const id = dataGouvIdOf(given);
      if (!id) return fail('dataset.recordInvalid');
      const url = new URL(`/api/1/datasets/${id}/`, address).href;
      const read = await outside.get(url, { maxBytes: RECORD_MAX_BYTES, accept: 'application/json' });
      if (!read.ok) return read;
      const record = readDataGouv(new TextDecoder().decode(read.value.bytes));
      return record ? ok(record) : fail('dataset.recordUnreadable');
    },
  };
}
