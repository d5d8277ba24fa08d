import { calibrate } from './calibrate/command.ts';
import { check } from './check/command.ts';
import { coldList } from './cold-list/command.ts';
import type { Command, Group } from './command-line/command.ts';
import { compare } from './compare/command.ts';
import { confirm } from './confirm/command.ts';
import { deadLetters } from './dead-letters/command.ts';
import { demo } from './demo/command.ts';
import { doctor } from './doctor/command.ts';
import { explain } from './explain/command.ts';
import { exportCommand } from './export/command.ts';
import { forecast } from './forecast/command.ts';
import { forget } from './forget/command.ts';
import { holidays } from './holidays/command.ts';
import { importCsv } from './import-csv/command.ts';
import { page } from './page/command.ts';
import { receive } from './receive/command.ts';
import { recount } from './recount/command.ts';
import { refused } from './refused/command.ts';
import { report } from './report/command.ts';
import { secrets } from './secrets/command.ts';
import { simulate } from './simulate/command.ts';

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly (Command | Group)[] = [
  check,
  holidays,
  simulate,
  explain,
  compare,
  report,
  page,
  forecast,
  coldList,
  calibrate,
  importCsv,
  receive,
  secrets,
  doctor,
  confirm,
  exportCommand,
  forget,
  refused,
  deadLetters,
  recount,
  demo,
];
