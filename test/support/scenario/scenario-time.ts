const MINUTE = 60_000;
const DAY = 86_400_000;

/** Writes instants as a reader of a scenario wants them: `09:15`, `09:15:30` or, two days on, `+2 09:15`. */
export interface Calendar {
  parse(at: string): number;
  format(at: number): string;
}

/** Times of day are UTC; `day` (`YYYY-MM-DD`) is the one without a sign. */
export const createCalendar = (day: string): Calendar => {
  const start = Date.parse(`${day}T00:00:00.000Z`);
  return {
    parse: (at) => {
      const [, days = '0', time, seconds = '00'] = /^(?:\+(\d+) )?(\d\d:\d\d)(?::(\d\d(?:\.\d+)?))?$/.exec(at) ?? [];
      if (time === undefined) throw new Error(`${at} is not an instant of a scenario`);
      const [hour = '', minute = ''] = time.split(':');
      return start + Number(days) * DAY + (Number(hour) * 60 + Number(minute)) * MINUTE + Number(seconds) * 1_000;
    },
    format: (at) => {
      const days = Math.floor((at - start) / DAY);
      const clock = new Date(at).toISOString().slice(11, at % MINUTE === 0 ? 16 : at % 1_000 === 0 ? 19 : 23);
      return days === 0 ? clock : `+${days} ${clock}`;
    },
  };
};
