import type { Agreement, Clause, OptionalClauses, Rep, Territory } from '../domain/agreement/agreement.ts';
import type { Condition, Test } from '../domain/condition/condition.ts';
import type { Interval } from '../domain/time/interval.ts';
import { OPTIONAL_CLAUSES, type OptionalClause } from '../domain/vocabulary/clauses.ts';
import { primaryLanguage, readLanguage } from '../fields/language.ts';
import type { WrittenCondition } from './files/condition.ts';
import type { AgreementFiles } from './files/files.ts';
import { readConstants } from './files/read-constants.ts';
import { addressesOf, channelsOf, type WrittenRep } from './files/reps.ts';
import type { WrittenClause } from './files/sla.ts';
import { zoneWithin } from './zones/zone-within.ts';

/** What an agreement takes from outside its files when it is compiled. */
export interface Almanac {
  /** Sorted public holidays of a calendar, `YYYY-MM-DD`; none for a calendar that is not known. */
  readonly holidaysOf: (calendar: string) => readonly string[];
  /** The instants between which the agreement knows how clocks change. */
  readonly clocks: Interval;
}

type Tests = Readonly<Record<string, Test>>;

const compileBy = ({ fields, all, any, not }: WrittenCondition, read: (tests: Tests) => Tests): Condition => {
  const compile = (part: WrittenCondition): Condition => compileBy(part, read);
  const parts: Condition[] = Object.entries(read(fields)).map(([field, test]) => ({ field, test }));
  parts.push(...all.map(compile));
  if (any !== undefined) parts.push({ any: any.map(compile) });
  if (not !== undefined) parts.push({ not: compile(not) });
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { all: parts };
};

/** As the domain reads it: everything named must hold, so one part alone stands for itself. Constants stay as written. */
export const compileWritten = (written: WrittenCondition): Condition => compileBy(written, (tests) => tests);

/** The same on fields of a lead or an activity: constants are read as those fields are. */
export const compileOnFields = (written: WrittenCondition): Condition => compileBy(written, readConstants);

const when = (condition: WrittenCondition | undefined): { when?: Condition } =>
  condition === undefined ? {} : { when: compileOnFields(condition) };

export const compileTerritory = (written: AgreementFiles['territories']['territories'][number]): Territory => ({
  name: written.name,
  ...when(written.when),
  team: written.team,
  share: written.share,
  ...(written.overflow === undefined ? {} : { overflow: written.overflow }),
  matchLanguage: written.language === 'match',
});

/** What a rep speaks, as the language of a lead is read: whoever wrote `nb` speaks with a lead in `no`. */
const spoken = (tag: string): string => {
  const reading = readLanguage(tag);
  return primaryLanguage('value' in reading ? reading.value : tag);
};

export const compileRep = (written: WrittenRep, { holidaysOf, clocks }: Almanac): Rep => {
  const { id, name, manager, languages, capacity, quiet, calendar } = written;
  const overridden = new Set(written.overrides.map(({ date }) => date));
  const holidays = new Set([...(calendar === undefined ? [] : holidaysOf(calendar)), ...written.holidays]);
  return {
    id,
    name,
    ...addressesOf(written),
    // Whoever is said to be their own manager has none: there is nobody else to turn to.
    ...(manager === undefined || manager === id ? {} : { manager }),
    languages: [...new Set(languages.map(spoken))],
    schedule: {
      zone: zoneWithin(written.timeZone, clocks),
      week: written.hours,
      // Whoever gives hours for a holiday works on it.
      holidays: [...holidays].filter((date) => !overridden.has(date)).sort(),
      dateHours: Object.fromEntries(written.overrides.map(({ date, hours }) => [date, hours])),
      breaks: {},
      away: written.away,
    },
    capacity,
    channels: channelsOf(written),
    ...(quiet === undefined ? {} : { quiet }),
  };
};

const compileClause = ({ within, clock, steps }: WrittenClause): Clause => ({
  withinMs: within,
  clock,
  steps: steps.map(({ at, do: step }) => ({ atMs: at, do: step })),
});

const compileOptionalClauses = (sla: AgreementFiles['sla']): OptionalClauses => {
  const clauses: { [C in OptionalClause]?: Clause } = {};
  for (const name of OPTIONAL_CLAUSES) {
    const written = sla[name];
    if (written !== undefined) clauses[name] = compileClause(written);
  }
  return clauses;
};

export const compileSla = (sla: AgreementFiles['sla']): Agreement['sla'] => ({
  alert: { withinMs: sla.alert.within },
  accept: compileClause(sla.accept),
  ...compileOptionalClauses(sla),
  ...(sla.contact?.countAttempts === true ? { countAttempts: true } : {}),
  maxOwners: sla.maxOwners,
  rejectReasons: sla.rejectReasons,
  alerts: compileAlerts(sla.alerts),
  ...(sla.marketing === undefined ? {} : { marketing: sla.marketing }),
});

const compileAlerts = ({ throttle, ...rest }: AgreementFiles['sla']['alerts']): Agreement['sla']['alerts'] =>
  throttle === undefined ? rest : { ...rest, throttle: { max: throttle.max, perMs: throttle.per } };

/** The agreement as functions read it, but for its hash. The files must have passed `checkAgreement`. */
export const compileAgreement = (files: AgreementFiles, almanac: Almanac): Omit<Agreement, 'hash'> => {
  const { scoring, territories, reps, sla, content } = files;
  return {
    scoring: {
      hot: scoring.hot,
      warm: scoring.warm ?? scoring.hot / 2,
      minimum: scoring.minimum,
      fit: scoring.fit.map((rule) => ({ ...rule, when: compileOnFields(rule.when) })),
      behaviour: {
        halfLifeMs: scoring.behaviour.halfLife,
        actions: scoring.behaviour.actions.map(({ when: condition, ...action }) => ({ ...action, ...when(condition) })),
      },
      freeMail: scoring.freeMail,
    },
    territories: territories.territories.map(compileTerritory),
    reps: Object.fromEntries(reps.reps.map((rep) => [rep.id, compileRep(rep, almanac)])),
    sla: compileSla(sla),
    content: content.content.map(({ for: whom, ...piece }) => ({
      ...piece,
      ...(whom === undefined ? {} : { for: compileOnFields(whom) }),
    })),
  };
};
