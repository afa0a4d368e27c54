import { expect, test } from 'vitest';
import { parseFacts } from '#shared/programme/experiment/experiment-facts.ts';

const given = { title: ' Ombres\ndouces ', summary: ' Où planter. ', startsOn: '2023-04-01', endsOn: '' };

test('[EX4] what a form says of an experiment is read, and what it leaves out is empty', () => {
  expect(parseFacts(given)).toEqual({
    facts: { title: 'Ombres douces', summary: 'Où planter.', startsOn: '2023-04-01', endsOn: null },
  });
  expect(parseFacts({ title: 'Ombres' })).toEqual({
    facts: { title: 'Ombres', summary: '', startsOn: null, endsOn: null },
  });
});

test('[EX4] everything that is wrong is told at once, each by its field', () => {
  const faulty = { title: '', summary: 'a'.repeat(2_001), startsOn: '2023-04-01', endsOn: '2023-03-31' };
  expect(parseFacts(faulty)).toEqual({
    faults: {
      ...{ title: 'title.empty', summary: 'experiment.textTooLong' },
      endsOn: 'experiment.periodReversed',
    },
  });
  expect(parseFacts({ ...given, endsOn: 'hier' })).toEqual({
    faults: { startsOn: 'experiment.dayInvalid' },
  });
});
