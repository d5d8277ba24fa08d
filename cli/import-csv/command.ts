import * as z from 'zod';
import { command } from '../command-line/command.ts';
import { argument, flag, option } from '../command-line/parameter.ts';
import { file } from '../options.ts';

export const importCsv = command({
  name: 'import-csv',
  summary: "turns a table, such as a CRM's export, into a feed",
  details: 'Bad rows are told on stderr and left out. The exit code is 1 if every row is bad.',
  takes: {
    file: argument('the table: CSV, with a header', file('a CSV file')),
    map: option('file', 'which column is which field, in YAML', file('a map in YAML')),
    bulk: flag('mark each event as part of a bulk: on the bus it waits behind leads that come one by one'),
    out: option('file', 'where the feed goes; stdout if left out', z.string().exactOptional()),
  },
  examples: [
    {
      line: 'golden-hour import-csv leads.csv --map map.yaml --out feed.ndjson',
      does: 'writes feed.ndjson, which simulate, explain and compare can play',
    },
  ],
  run: async (values, streams) => {
    const { importCsv: runImport } = await import('./import-csv.ts');
    return runImport(values, streams);
  },
});
