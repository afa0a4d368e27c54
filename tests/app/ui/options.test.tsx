import { describe, expect, test } from 'vitest';
import { optionsIn } from '#app/ui/options.ts';

const City = () => <option>Valmont</option>;

describe('[W4] what a list offers', () => {
  test('is read from its options and their groups, with what none is called', () => {
    const cities = ['Castelbrume', 'Valmont'].map((name) => (
      <option key={name} value={name.toLowerCase()}>
        {name} ({2})
      </option>
    ));
    const options = optionsIn(
      <>
        <option value="">Toutes</option>
        {cities}
        <optgroup label="Agences">
          <option>Cabinet</option>
        </optgroup>
        {null}
      </>,
    );
    expect(options).toEqual([
      { value: '', text: 'Toutes' },
      { value: 'castelbrume', text: 'Castelbrume (2)' },
      { value: 'valmont', text: 'Valmont (2)' },
      { value: 'Cabinet', text: 'Cabinet', group: 'Agences' },
    ]);
  });

  test('is not known where something else draws the options', () => {
    expect(optionsIn(<City />)).toBeNull();
    expect(
      optionsIn(
        <optgroup label="Villes">
          <City />
        </optgroup>,
      ),
    ).toBeNull();
  });
});
