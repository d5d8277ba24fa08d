import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { LookAhead } from '../../domain/forecast/look-ahead.ts';
import type { Report } from '../../domain/measures/report.ts';

const WIDTH = 640;
const HEIGHT = 260;

/** Colours and type are those of the page's style sheet, by class: so one drawing serves light and dark. */
const draw = (label: string, options: Plot.PlotOptions): string => {
  const { document } = parseHTML('<html></html>');
  const chart = Plot.plot({ width: WIDTH, height: HEIGHT, className: 'plot', ...options, document });
  // The page's policy lets no other style sheet in.
  chart.querySelector('style')?.remove();
  for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', label);
  return chart.outerHTML;
};

/** As many names as fit side by side. */
const MOST_TICKS = 13;

const weekAxis = (names: readonly string[]): Plot.ScaleOptions => {
  const step = Math.ceil(names.length / MOST_TICKS);
  return {
    type: 'band',
    label: null,
    domain: names,
    ticks: names.filter((_, index) => index % step === 0),
    tickFormat: (name: string) => name.slice('2026-'.length),
  };
};

/** Qualified leads of each week, beside what marketing promised. */
export const weekBars = (weeks: Report['weeks']): string => {
  const bars = (className: string, shown: Report['weeks']) =>
    Plot.barY(shown, { x: 'week', y: 'qualified', className });
  return draw('Qualified leads of each week, and how many were promised', {
    x: weekAxis(weeks.map(({ week }) => week)),
    y: {
      grid: true,
      label: null,
      domain: [0, Math.max(1, ...weeks.flatMap((one) => [one.qualified, one.promised ?? 0]))],
    },
    marks: [
      bars(
        'full',
        weeks.filter(({ kept }) => kept !== false),
      ),
      bars(
        'missed',
        weeks.filter(({ kept }) => kept === false),
      ),
      Plot.tickY(
        weeks.filter(({ promised }) => promised !== null),
        { x: 'week', y: 'promised', className: 'promised' },
      ),
      Plot.ruleY([0], { className: 'ground' }),
    ],
  });
};

/** A bar with its name before it, a second value inside it, and words behind it. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly inner?: number;
  readonly words: string;
}

const ROW = 30;
const LONGEST_NAME = 22;

const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

/** One bar below the other. */
export const rowBars = (label: string, bars: readonly Bar[]): string =>
  draw(label, {
    height: bars.length * ROW + 10,
    marginTop: 5,
    marginBottom: 5,
    marginLeft: 160,
    marginRight: 110,
    x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ value }) => value))] },
    y: {
      type: 'band',
      label: null,
      domain: bars.map(({ name }) => name),
      tickFormat: shortened,
      tickSize: 0,
      padding: 0.3,
    },
    marks: [
      Plot.barX(bars, { x: 'value', y: 'name', className: 'full' }),
      Plot.barX(
        bars.filter(({ inner }) => inner !== undefined),
        { x: 'inner', y: 'name', className: 'inner' },
      ),
      Plot.text(bars, { x: 'value', y: 'name', text: 'words', textAnchor: 'start', dx: 6 }),
    ],
  });

/** What is expected, with its bands, over what all teams can take. */
export const forecastBand = ({ result, capacity }: LookAhead): string => {
  if (result.kind !== 'forecast') return '';
  const { weeks } = result;
  const taken = weeks.map(({ week }) => {
    const own = capacity.filter((one) => one.week === week).map(({ takes }) => takes);
    return {
      week,
      takes: own.length === 0 || own.includes(null) ? null : own.reduce((sum: number, one) => sum + (one ?? 0), 0),
    };
  });
  return draw('Qualified leads expected in the next weeks, and what the teams can take', {
    x: { ...weekAxis(weeks.map(({ week }) => week)), type: 'point' },
    y: { grid: true, label: null, zero: true },
    marks: [
      Plot.areaY(weeks, { x: 'week', y1: 'lo95', y2: 'hi95', className: 'band wide' }),
      Plot.areaY(weeks, { x: 'week', y1: 'lo80', y2: 'hi80', className: 'band' }),
      Plot.lineY(weeks, { x: 'week', y: 'mean', className: 'line' }),
      Plot.lineY(
        taken.filter(({ takes }) => takes !== null),
        { x: 'week', y: 'takes', className: 'promised' },
      ),
      Plot.ruleY([0], { className: 'ground' }),
    ],
  });
};
