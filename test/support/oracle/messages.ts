import type { Printed } from './printed-lines.ts';
import type { Plan } from './random-world.ts';

const MINUTE = 60_000;

const isQuiet = ({ from, to }: { readonly from: number; readonly to: number }, time: number): boolean => {
  const minute = Math.floor(time / MINUTE) % 1440;
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
};

/** What must hold of messages, whatever they are about. */
export const createMessageRules = ({ reps, throttle }: Plan, complain: (problem: string) => void) => {
  const sent = new Map<string, number[]>();
  const told = new Set<string>();

  const checkThrottle = (key: string, time: number): void => {
    const within = (sent.get(key) ?? []).filter((at) => throttle === undefined || at > time - throttle.per * MINUTE);
    within.push(time);
    sent.set(key, within);
    if (throttle !== undefined && within.length > throttle.max)
      complain(`${within.length} messages to ${key} at ${time}`);
  };

  return {
    message: ({ time, rep, channel = '', purpose = '', leadIds = [] }: Printed): void => {
      if (new Set(leadIds).size !== leadIds.length) complain(`a ${purpose} to ${rep} names a lead twice`);
      if (typeof rep !== 'string') return;
      const { quiet } = reps.find(({ id }) => id === rep) ?? {};
      if (channel === 'sms' && quiet !== undefined && isQuiet(quiet, time)) complain(`an SMS to ${rep} in quiet hours`);
      checkThrottle(`${rep} ${channel}`, time);
      for (const leadId of leadIds) {
        const key = `${rep} ${channel} ${purpose} ${leadId} ${time}`;
        if (told.has(key)) complain(`two messages to ${rep} at ${time} say the same`);
        told.add(key);
      }
    },
    /** A lead's alert is in one message of a channel, for each attempt of each cycle. */
    alerted: (leadId: string, cycle: number, { data }: Printed): void => {
      if (data.failure !== undefined || (data.purpose !== 'alert' && data.purpose !== 'digest')) return;
      const key = `alert ${leadId} ${cycle} ${data.attempt} ${data.rep} ${data.channel}`;
      if (told.has(key)) complain(`${data.rep} is alerted twice by ${data.channel}`);
      told.add(key);
    },
  };
};
