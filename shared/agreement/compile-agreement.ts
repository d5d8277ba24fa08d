import type { Agreement, Clause, OptionalClauses, Rep, Territory } from '../domain/agreement/agreement.ts';
import type { Condition } from '../domain/condition/condition.ts';
import { OPTIONAL_CLAUSES, type OptionalClause } from '../domain/vocabulary/clauses.ts';
import { readLanguage } from '../fields/language.ts';
import { primaryLanguage } from '../fields/language-tag.ts';
import type { Almanac } from './almanac.ts';
import { compileOnFields } from './compile-condition.ts';
import { compileDuties } from './duty/compile-duties.ts';
import type { WrittenCondition } from './files/condition.ts';
import type { AgreementFiles } from './files/files.ts';
import { addressesOf, channelsOf, type WrittenRep } from './files/reps.ts';
import type { WrittenClause } from './files/sla.ts';
import { absencesFrom } from './ical/absences.ts';
import { compileWatches } from './watches/compile-watches.ts';
import { zoneWithin } from './zones/zone-within.ts';

const when = (condition: WrittenCondition | undefined): { when?: Condition } =>
  condition === undefined ? {} : { when: compileOnFields(condition) };

export const compileTerritory = (written: AgreementFiles['territories']['territories'][number]): Territory => ({
  name: written.name,
  ...when(written.when),
  team: written.team,
  ...(written.manager === undefined ? {} : { manager: written.manager }),
  share: written.share,
  ...(written.overflow === undefined ? {} : { overflow: written.overflow }),
  ...(written.onCall === undefined ? {} : { onCall: written.onCall }),
  matchLanguage: written.language === 'match',
});

/** What a rep speaks, as the language of a lead is read: whoever wrote `nb` speaks with a lead in `no`. */
const spoken = (tag: string): string => {
  const reading = readLanguage(tag);
  return primaryLanguage('value' in reading ? reading.value : tag);
};

export const compileRep = (written: WrittenRep, { holidaysOf, eventsOf, clocks }: Almanac): Rep => {
  const { id, name, manager, languages, capacity, quiet, calendar } = written;
  const zone = zoneWithin(written.timeZone, clocks);
  const absences = absencesFrom(written.ical === undefined ? [] : eventsOf(written.ical), zone);
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
      zone,
      week: written.hours,
      // Whoever gives hours for a holiday works on it.
      holidays: [...holidays].filter((date) => !overridden.has(date)).sort(),
      dateHours: Object.fromEntries(written.overrides.map(({ date, hours }) => [date, hours])),
      breaks: absences.breaks,
      away: [...written.away, ...absences.away],
    },
    capacity,
    channels: channelsOf(written),
    ...(quiet === undefined ? {} : { quiet }),
  };
};

const compileSteps = <S>(steps: readonly { readonly at: number; readonly do: S }[]) =>
  steps.map(({ at, do: step }) => ({ atMs: at, do: step }));

const compileClause = ({ within, clock, steps, keep }: WrittenClause): Clause => ({
  withinMs: within,
  clock,
  steps: compileSteps(steps),
  ...(keep === undefined ? {} : { keep }),
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
  alert: {
    withinMs: sla.alert.within,
    steps: compileSteps(sla.alert.steps),
    ...(sla.alert.keep === undefined ? {} : { keep: sla.alert.keep }),
  },
  accept: compileClause(sla.accept),
  ...compileOptionalClauses(sla),
  ...(sla.contact?.countAttempts === true ? { countAttempts: true } : {}),
  maxOwners: sla.maxOwners,
  ...(sla.pauseAfter === undefined ? {} : { pauseAfter: sla.pauseAfter }),
  rejectReasons: sla.rejectReasons,
  alerts: compileAlerts(sla.alerts),
  ...(sla.marketing === undefined ? {} : { marketing: sla.marketing }),
});

const compileAlerts = ({ throttle, ...rest }: AgreementFiles['sla']['alerts']): Agreement['sla']['alerts'] =>
  throttle === undefined ? rest : { ...rest, throttle: { max: throttle.max, perMs: throttle.per } };

/** The agreement as functions read it, but for its hash. The files must have passed `checkAgreement`. */
export const compileAgreement = (files: AgreementFiles, almanac: Almanac): Omit<Agreement, 'hash'> => {
  const { scoring, reps: repsFile, sla, content, watches } = files;
  const territories = files.territories.territories.map(compileTerritory);
  const reps = Object.fromEntries(repsFile.reps.map((rep) => [rep.id, compileRep(rep, almanac)]));
  return {
    scoring: {
      hot: scoring.hot,
      warm: scoring.warm ?? scoring.hot / 2,
      ...(scoring.holdOut === undefined ? {} : { holdOut: scoring.holdOut }),
      minimum: scoring.minimum,
      fit: scoring.fit.map((rule) => ({ ...rule, when: compileOnFields(rule.when) })),
      behaviour: {
        halfLifeMs: scoring.behaviour.halfLife,
        actions: scoring.behaviour.actions.map(({ when: condition, ...action }) => ({ ...action, ...when(condition) })),
      },
      freeMail: scoring.freeMail,
    },
    territories,
    reps,
    duties: compileDuties(repsFile, { territories, reps }, almanac),
    sla: compileSla(sla),
    content: content.content.map(({ for: whom, ...piece }) => ({
      ...piece,
      ...(whom === undefined ? {} : { for: compileOnFields(whom) }),
    })),
    // An agreement without watches is the one that it was before there were any.
    ...(watches.watches.length === 0 ? {} : { watches: compileWatches(watches) }),
  };
};
