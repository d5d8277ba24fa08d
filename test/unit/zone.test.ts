import moment from 'moment-timezone';
import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { packedVersion, zoneNames } from '../../shared/agreement/zones/packed-zones.ts';
import { oldZoneData, ZONE_DATA } from '../../shared/agreement/zones/zone-data-age.ts';
import { zoneWithin } from '../../shared/agreement/zones/zone-within.ts';
import { instantOf, localDate, minuteOfDay, nextLocalMidnight, offsetAt } from '../../shared/domain/time/zone.ts';
import { at, HOUR, iso, MINUTE } from '../support/working-time/schedules.ts';

/** What the local clock shows, as `instantOf` takes it. */
const local = (text: string): number => at(`${text}Z`);

describe('the clock of a zone', () => {
  it('shows the local date and minute', () => {
    expect(localDate(zoneNamed('Pacific/Auckland'), at('2026-03-02T11:30:59.999Z'))).toBe('2026-03-03');
    expect(minuteOfDay(zoneNamed('Pacific/Auckland'), at('2026-03-02T11:30:59.999Z'))).toBe(30);
    expect(localDate(zoneNamed('America/Los_Angeles'), at('2026-01-01T07:59:59Z'))).toBe('2025-12-31');
    expect(minuteOfDay(zoneNamed('America/Los_Angeles'), at('2026-01-01T07:59:59Z'))).toBe(1439);
    expect(minuteOfDay(zoneNamed('Asia/Kathmandu'), at('2026-01-01T00:00:00Z'))).toBe(345);
  });

  it('changes to the millisecond', () => {
    const spring = at('2026-03-29T01:00:00Z');
    expect(offsetAt(zoneNamed('Europe/Berlin'), spring - 1)).toBe(HOUR);
    expect(offsetAt(zoneNamed('Europe/Berlin'), spring)).toBe(2 * HOUR);
    const autumn = at('2026-11-01T06:00:00Z');
    expect(offsetAt(zoneNamed('America/New_York'), autumn - 1)).toBe(-4 * HOUR);
    expect(offsetAt(zoneNamed('America/New_York'), autumn)).toBe(-5 * HOUR);
  });

  it('knows seconds from before time was standardised', () => {
    expect(offsetAt(zoneNamed('Europe/Berlin'), at('1880-01-01T00:00:00Z'))).toBe(53 * MINUTE + 28_000);
    expect(localDate(zoneNamed('Europe/Berlin'), at('1879-12-31T23:06:32Z'))).toBe('1880-01-01');
  });

  it('gives the same answers in whatever order it is asked', () => {
    const days = Array.from({ length: 6 }, (_, day) => at('2026-03-26T12:00:00Z') + day * 24 * HOUR);
    const instants = days.flatMap((noon) => [noon - 11.5 * HOUR, noon]);
    // Two names of one clock, so that neither remembers what the other was asked.
    const forwards = instants.map((instant) => offsetAt(zoneNamed('Europe/Vaduz'), instant));
    const backwards = instants.toReversed().map((instant) => offsetAt(zoneNamed('Europe/San_Marino'), instant));
    expect(backwards.toReversed()).toEqual(forwards);
    expect(new Set(forwards)).toEqual(new Set([HOUR, 2 * HOUR]));
  });

  it('is not made up for a zone that does not exist', () => {
    expect(() => zoneNamed('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('the instant of a local time', () => {
  it('is the end of the gap for a time that is skipped', () => {
    const gap = '2026-03-29T01:00:00.000Z';
    expect(iso(instantOf(zoneNamed('Europe/Berlin'), local('2026-03-29T02:00:00')))).toBe(gap);
    expect(iso(instantOf(zoneNamed('Europe/Berlin'), local('2026-03-29T02:59:59')))).toBe(gap);
    expect(iso(instantOf(zoneNamed('Europe/Berlin'), local('2026-03-29T03:00:00')))).toBe(gap);
    expect(iso(instantOf(zoneNamed('America/New_York'), local('2026-03-08T02:30:00')))).toBe(
      '2026-03-08T07:00:00.000Z',
    );
    expect(iso(instantOf(zoneNamed('Pacific/Apia'), local('2011-12-30T12:00:00')))).toBe('2011-12-30T10:00:00.000Z');
  });

  it('is the first showing of a time that is shown twice', () => {
    expect(iso(instantOf(zoneNamed('Europe/Berlin'), local('2026-10-25T02:00:00')))).toBe('2026-10-25T00:00:00.000Z');
    expect(iso(instantOf(zoneNamed('Europe/Berlin'), local('2026-10-25T02:59:59')))).toBe('2026-10-25T00:59:59.000Z');
    expect(iso(instantOf(zoneNamed('Europe/Berlin'), local('2026-10-25T03:00:00')))).toBe('2026-10-25T02:00:00.000Z');
    expect(iso(instantOf(zoneNamed('America/New_York'), local('2026-11-01T01:30:00')))).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });
});

describe('the next local midnight', () => {
  it('is the end of the local day, and a day away at midnight itself', () => {
    const next = (zone: string, text: string) => iso(nextLocalMidnight(zoneNamed(zone), at(text)));
    expect(next('Europe/Berlin', '2026-03-02T22:59:59Z')).toBe('2026-03-02T23:00:00.000Z');
    expect(next('Europe/Berlin', '2026-03-02T23:00:00Z')).toBe('2026-03-03T23:00:00.000Z');
    expect(next('Europe/Berlin', '2026-03-28T23:00:00Z')).toBe('2026-03-29T22:00:00.000Z');
    expect(next('America/New_York', '2026-11-01T04:00:00Z')).toBe('2026-11-02T05:00:00.000Z');
  });

  it('is one o’clock where midnight is skipped', () => {
    const start = nextLocalMidnight(zoneNamed('Africa/Cairo'), at('2026-04-23T12:00:00Z'));
    expect(iso(start)).toBe('2026-04-23T22:00:00.000Z');
    expect(minuteOfDay(zoneNamed('Africa/Cairo'), start)).toBe(60);
  });

  it('comes again where the clocks are put back just after it', () => {
    const first = nextLocalMidnight(zoneNamed('America/St_Johns'), at('2005-10-29T12:00:00Z'));
    expect(iso(first)).toBe('2005-10-30T02:30:00.000Z');
    expect(iso(nextLocalMidnight(zoneNamed('America/St_Johns'), first + 30 * MINUTE))).toBe('2005-10-30T03:30:00.000Z');
  });
});

describe('the data of zones', () => {
  it("are the package's, unpacked as it unpacks them itself", () => {
    for (const name of zoneNames) {
      const { changes, offsets } = zoneNamed(name);
      const packed = moment.tz.zone(name);
      expect([...changes, Number.POSITIVE_INFINITY], name).toEqual(packed?.untils);
      const behind = packed?.offsets.map((minutes) => 0 - Math.round(minutes * MINUTE));
      expect(offsets, name).toEqual(behind);
    }
  });

  it('know what governments have decided since this runtime was built', () => {
    const vancouver = zoneNamed('America/Vancouver');
    expect(offsetAt(vancouver, at('2026-10-31T12:00:00Z'))).toBe(-7 * HOUR);
    expect(offsetAt(vancouver, at('2026-11-16T12:00:00Z'))).toBe(-7 * HOUR);
    expect(offsetAt(vancouver, at('2025-11-16T12:00:00Z'))).toBe(-8 * HOUR);
  });

  it('know older names, and any case of letters', () => {
    expect(zoneNamed('Asia/Calcutta')).toEqual({ ...zoneNamed('Asia/Kolkata'), name: 'Asia/Calcutta' });
    expect(zoneNamed('europe/berlin')).toEqual(zoneNamed('Europe/Berlin'));
  });

  it('are carried only for some years, and are the same in these', () => {
    const berlin = zoneNamed('Europe/Berlin');
    const carried = zoneWithin(berlin, { from: Date.UTC(2025, 0, 1), to: Date.UTC(2037, 0, 1) });
    expect(carried.changes).toHaveLength(24);
    expect(carried.offsets).toHaveLength(25);
    for (let instant = Date.UTC(2025, 0, 1); instant < Date.UTC(2037, 0, 1); instant += 7 * HOUR) {
      expect(offsetAt(carried, instant)).toBe(offsetAt(berlin, instant));
    }
    expect(zoneWithin(zoneNamed('UTC'), { from: 0, to: 1 })).toEqual({ name: 'UTC', changes: [], offsets: [0] });
  });

  it('are told to be old a year after they were published', () => {
    const published = Date.parse(ZONE_DATA.published);
    expect(oldZoneData(published + 360 * 24 * HOUR)).toBeUndefined();
    expect(oldZoneData(published + 367 * 24 * HOUR)).toContain(`${ZONE_DATA.published} (${ZONE_DATA.version})`);
  });

  it('are of the release whose date is told', () => {
    expect(packedVersion, 'a new release: set its version and date in zone-data-age.ts').toBe(ZONE_DATA.version);
  });
});
