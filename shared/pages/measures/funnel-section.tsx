import { cellText } from '../../domain/measures/tables/cell-text.ts';
import { Chart } from './chart.tsx';
import { rowBars } from './charts.ts';
import { DataTable } from './data-table.tsx';
import { tablePath } from './links.ts';
import type { MeasuresView } from './measures-view.ts';

/** How far the leads of the period came. */
export const FunnelSection = ({ view: { tables, report, base, scope } }: { view: MeasuresView }) => {
  const { cohort, conversion } = report.funnel;
  const bars = [
    { name: 'captured', value: cohort.captured, rate: null },
    { name: 'qualified (MQL)', value: cohort.qualified, rate: conversion.qualified },
    { name: 'accepted (SAL)', value: cohort.accepted, rate: conversion.accepted },
    { name: 'sales-qualified (SQL)', value: cohort.salesQualified, rate: conversion.salesQualified },
    { name: 'won', value: cohort.won, rate: conversion.won },
  ].map(({ name, value, rate }) => ({
    name,
    value,
    words: rate === null ? cellText('count', value) : `${cellText('count', value)} (${cellText('rate', rate)})`,
  }));
  return (
    <section aria-labelledby="funnel">
      <h2 id="funnel">The funnel</h2>
      <Chart svg={rowBars('How far the leads of the period came, and what part of the stage before that is', bars)} />
      <div class="halves">
        <DataTable table={tables.funnel} csv={tablePath(base, 'funnel', scope)} />
        <DataTable table={tables.standing} csv={tablePath(base, 'standing', scope)} />
      </div>
    </section>
  );
};
