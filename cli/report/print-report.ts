import type { Report } from '../../shared/domain/measures/report.ts';

export const printReport = (report: Report, print: (line: string) => void): void => {
  print(JSON.stringify(report.period));
};
