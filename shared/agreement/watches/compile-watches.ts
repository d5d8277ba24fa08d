import { type Happening, OF_SOMEBODY } from '../../domain/vocabulary/watches.ts';
import type { ToldBy, Watch } from '../../domain/watch/watch.ts';
import { readDomain } from '../../fields/domain.ts';
import { readEmailAddress } from '../../fields/email-address.ts';
import { contextOf } from '../../fields/lead-readers.ts';
import type { Reading } from '../../fields/reading.ts';
import { compileOnFields } from '../compile-condition.ts';
import type { WatchesFile, WrittenWatch } from '../files/watches.ts';
import { isWatchRole } from './watch-role.ts';

/** By what a lead is known that has the address. */
export const personOf = (address: string): string | undefined => {
  const reading = readEmailAddress(address);
  return 'value' in reading ? reading.value.identity : undefined;
};

/** By what the company of a lead is known; what is no company's, such as a mailbox provider's, is not read. */
export const companyOf = (written: string): Reading<string> => readDomain(written, contextOf(undefined));

const compileTold = (told: string): ToldBy => (isWatchRole(told) ? { role: told } : { rep: told });

/** What a watch tells where it does not say. */
export const happensOf = ({ happens, does, person, company }: WrittenWatch): readonly Happening[] => {
  if (happens !== undefined) return happens;
  if (does !== undefined) return ['activity'];
  return person === undefined && company === undefined ? ['matched'] : OF_SOMEBODY;
};

const compileWatch = (written: WrittenWatch): Watch => {
  const { name, tell, when, does } = written;
  const person = written.person === undefined ? undefined : personOf(written.person);
  const company = written.company === undefined ? undefined : companyOf(written.company);
  return {
    name,
    tell: tell.map(compileTold),
    ...(person === undefined ? {} : { person }),
    ...(company === undefined || !('value' in company) ? {} : { company: company.value }),
    ...(when === undefined ? {} : { when: compileOnFields(when) }),
    happens: happensOf(written),
    ...(does === undefined ? {} : { does }),
  };
};

export const compileWatches = ({ watches }: WatchesFile): readonly Watch[] => watches.map(compileWatch);
