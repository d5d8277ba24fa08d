import { describe, expect, it } from 'vitest';
import { agreementOf, loadFiles, problemsIn, SOUND } from '../support/agreement/agreement-folder.ts';

const REPS = SOUND.reps.replace('name: Ana Ortiz', 'name: Ana Núñez');
const MARK = '\uFEFF';

const problemsOf = async (reps: Uint8Array) => problemsIn(await loadFiles({ ...SOUND, reps }));

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('a file of an agreement', () => {
  it('is read as UTF-8, with a byte order mark and without', async () => {
    for (const text of [REPS, MARK + REPS]) {
      const agreement = agreementOf(await loadFiles({ ...SOUND, reps: Buffer.from(text) }));
      expect(agreement.reps.ana?.name).toBe('Ana Núñez');
    }
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from(MARK + REPS, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(REPS, 'utf16le')],
    ['big-endian UTF-16 with its mark', bigEndian(MARK + REPS)],
    ['big-endian UTF-16 without a mark', bigEndian(REPS)],
  ])('in %s is a problem at its first line', async (_, bytes) => {
    expect(await problemsOf(bytes)).toEqual(['reps.yaml:1:1 the file is UTF-16: save it as UTF-8']);
  });

  it('in Windows-1252 is a problem where the first byte stands that is no UTF-8', async () => {
    expect(await problemsOf(Buffer.from(REPS, 'latin1'))).toEqual([
      'reps.yaml:3:16 the byte 0xFA is not UTF-8: save the file as UTF-8',
    ]);
  });

  it.each([
    ['UTF-16', (text: string) => Buffer.from(MARK + text, 'utf16le')],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ])('in %s is looked at all the same, so that its other problems are told as well', async (_, encode) => {
    const problems = await problemsOf(encode(REPS.replace('manager: mia', 'manager: max')));
    expect(problems).toHaveLength(2);
    expect(problems[1]).toBe('reps.yaml:6:14 unknown manager "max"');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(64)],
    ['half a mark', Buffer.from([0xff])],
    ['an odd number of bytes of UTF-16', Buffer.from(MARK + REPS, 'utf16le').subarray(0, -1)],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0xff, 0xd8])],
    ['a character that is cut off', Buffer.from(`${REPS}# ü`).subarray(0, -1)],
  ])('that holds %s is a problem and no crash', async (_, bytes) => {
    const problems = await problemsOf(bytes);
    expect(problems[0]).toMatch(/^reps\.yaml:\d+:\d+ /);
  });
});
