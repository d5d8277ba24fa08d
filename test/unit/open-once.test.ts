import { describe, expect, it } from 'vitest';
import { openOnce } from '../../shared/adapters/aws/open-once.ts';

describe('what is opened when it is first needed', () => {
  it('is opened once, also for those who ask at once', async () => {
    let times = 0;
    const opened = openOnce(async () => {
      times += 1;
      return times;
    });
    expect(times).toBe(0);
    expect(await Promise.all([opened(), opened()])).toEqual([1, 1]);
    expect(await opened()).toBe(1);
  });

  it('is opened anew where that has failed, and not before somebody needs it again', async () => {
    let times = 0;
    const opened = openOnce(async () => {
      times += 1;
      if (times === 1) throw new Error('not now');
      return times;
    });
    await expect(opened()).rejects.toThrow('not now');
    expect(times).toBe(1);
    expect(await opened()).toBe(2);
  });
});
