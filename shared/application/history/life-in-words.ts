import { counted } from '../../domain/language/counted.ts';
import { CHANNEL_NAMES } from '../../domain/vocabulary/channels.ts';
import { clock, type NameOf, points } from './decision-in-words.ts';
import type { LifeEntry } from './life.ts';
import { plot } from './plot.ts';

/** One thing that happened to a lead, without its instant; undefined where another line tells it. */
export const lifeInWords = (entry: LifeEntry, nameOf: NameOf): string | undefined => {
  switch (entry.type) {
    case 'LeadCaptured':
      return `captured${entry.data.source === undefined ? '' : `, source ${entry.data.source}`}`;
    case 'LeadActivityRecorded': {
      const { kind, title, url } = entry.data;
      const what = title ?? url;
      return `did ${kind}${what === undefined ? '' : `: ${what}`}`;
    }
    case 'LeadScored':
      return `scored ${entry.data.score}: ${entry.data.grade}`;
    case 'LeadQualified':
      if (entry.data.by !== undefined) return plot(entry, 'it', nameOf);
      return `qualified with ${counted(entry.data.score, 'point')}: ${points(entry.data.reasons)}`;
    case 'ClockStarted':
      return `the ${entry.data.clause} clause starts; its first instant is ${clock(entry.data.dueAt)}`;
    case 'RepAlerted': {
      const { rep, channel, purpose, failure } = entry.data;
      return failure === undefined
        ? `${CHANNEL_NAMES[channel]} to ${nameOf(rep)} (${purpose})`
        : plot(entry, 'it', nameOf);
    }
    default:
      return plot(entry, 'it', nameOf);
  }
};
