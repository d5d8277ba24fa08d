import type { Scalar } from '../../shared/domain/condition/condition.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import type { Counterfactual } from './counterfactual.ts';

const fieldInWords = (path: string, from: Scalar | null, to: Scalar | null): string => {
  if (to === null) return `had ${path} not been given`;
  return from === null ? `had ${path} been given as ${to}` : `had ${path} been ${to} instead of ${from}`;
};

const changeInWords = (counterfactual: Counterfactual, nameOf: (rep: string) => string): string => {
  switch (counterfactual.kind) {
    case 'field':
      return fieldInWords(counterfactual.path, counterfactual.from, counterfactual.to);
    case 'time': {
      const late = counterfactual.to > counterfactual.from;
      const by = readableDuration(counterfactual.by.replace('-', ''));
      return `had it come ${by} ${late ? 'later' : 'earlier'}`;
    }
    case 'activity': {
      const { kind, ...rest } = counterfactual.activity;
      const more = Object.entries(rest).map(([name, value]) => `${name} ${value}`);
      return `had it also done ${kind}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
    }
    case 'away':
      return `had ${nameOf(counterfactual.rep)} not been away`;
    case 'hours':
      return `had ${nameOf(counterfactual.rep)} worked ${counterfactual.to.hours.join(', ')} on ${counterfactual.to.date}`;
    case 'capacity': {
      const { path, from, to } = counterfactual;
      const [one, many] = path.endsWith('.open') ? ['open lead', 'open leads'] : ['lead a day', 'leads a day'];
      const room = to === null ? `any number of ${many}` : counted(to, one, many);
      return `had ${nameOf(counterfactual.rep)} had room for ${room} instead of ${from}`;
    }
    case 'language':
      return `had ${nameOf(counterfactual.rep)} spoken ${counterfactual.to.at(-1)}`;
  }
};

/** `had location.country been FR instead of DE, Luc would have got it`. */
export const counterfactualInWords = (counterfactual: Counterfactual, nameOf: (rep: string) => string): string =>
  `${changeInWords(counterfactual, nameOf)}, ${nameOf(counterfactual.owner)} would have got it`;
