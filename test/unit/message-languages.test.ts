import anyAscii from 'any-ascii';
import { describe, expect, it } from 'vitest';
import { composeEmail } from '../../shared/domain/alert/channels/email/compose-email.ts';
import { composeSms } from '../../shared/domain/alert/channels/sms/compose-sms.ts';
import { toGsm7 } from '../../shared/domain/alert/channels/sms/gsm7.ts';
import { composeHelp } from '../../shared/domain/answer/compose-help.ts';
import {
  MESSAGE_LANGUAGES,
  type MessageLanguage,
  messageLanguageOf,
} from '../../shared/domain/language/message-language.ts';
import { countSeptets, HANDOVER } from '../support/scenario/handover-sample.ts';

const PURPOSES = ['alert', 'remind', 'tell-manager', 'taken-away'] as const;
const link = 'https://go.example.com/a/Zm9vYmFyYmF6cXV4Zm9vYg';
const inLanguage = (language: MessageLanguage) => ({ ...HANDOVER, link, to: { ...HANDOVER.to, language } });
const textsIn = (language: MessageLanguage) =>
  PURPOSES.map((purpose) =>
    composeSms({ ...inLanguage(language), purpose, takesReplies: true }, anyAscii).replace(link, 'LINK'),
  );

describe('the language of a rep', () => {
  it('is the first of theirs that there is a catalogue for, else English', () => {
    expect(messageLanguageOf(['nl', 'fr', 'de'])).toBe('fr');
    expect(messageLanguageOf(['nl', 'sv'])).toBe('en');
    expect(messageLanguageOf([])).toBe('en');
    expect(messageLanguageOf(['toString'])).toBe('en');
  });
});

describe('an SMS for an alert, a reminder, a manager and a past owner', () => {
  it('in English', () => {
    expect(textsIn('en')).toMatchInlineSnapshot(`
      [
        "Hot lead: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago). Accept by Tue 14:30. Reply 1 to accept. LINK",
        "Reminder: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago). Answer due Tue 14:30. Reply 1 to accept. LINK",
        "Ana Ortiz has not accepted Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Due Tue 14:30 LINK",
        "Jane Doe, Acme GmbH has gone to a colleague. Nothing is left to do.",
      ]
    `);
  });
  it('in German', () => {
    expect(textsIn('de')).toMatchInlineSnapshot(`
      [
        "Heißer Lead: Jane Doe, Acme GmbH (asked for a demo, vor 4 Minuten; large company). Annehmen bis Di 14:30 LINK",
        "Erinnerung: Jane Doe, Acme GmbH (asked for a demo, vor 4 Minuten; large company). Antwort fällig bis Di 14:30 LINK",
        "Ana Ortiz hat Jane Doe, Acme GmbH (asked for a demo, vor 4 Minuten) noch nicht angenommen. Fällig Di 14:30 LINK",
        "Jane Doe, Acme GmbH ist jetzt bei einem anderen Teammitglied. Sie müssen nichts weiter tun.",
      ]
    `);
  });
  it('in French', () => {
    expect(textsIn('fr')).toMatchInlineSnapshot(`
      [
        "Prospect chaud : Jane Doe, Acme GmbH (asked for a demo, il y a 4 minutes). A accepter avant mar. 14:30 LINK",
        "Rappel : Jane Doe, Acme GmbH (asked for a demo, il y a 4 minutes). Réponse attendue avant mar. 14:30 LINK",
        "Ana Ortiz n'a pas encore accepté Jane Doe, Acme GmbH (asked for a demo, il y a 4 minutes). Échéance : mar. 14:30 LINK",
        "Jane Doe, Acme GmbH a été confié à une autre personne. Vous n'avez plus rien à faire.",
      ]
    `);
  });
  it('in Spanish', () => {
    expect(textsIn('es')).toMatchInlineSnapshot(`
      [
        "Lead caliente: Jane Doe, Acme GmbH (asked for a demo, hace 4 minutos; large company). Acepte antes del mar 14:30 LINK",
        "Recordatorio: Jane Doe, Acme GmbH (asked for a demo, hace 4 minutos). Responda antes del mar 14:30 LINK",
        "Ana Ortiz aun no ha aceptado a Jane Doe, Acme GmbH (asked for a demo, hace 4 minutos). Vence: mar 14:30 LINK",
        "Jane Doe, Acme GmbH ha pasado a otra persona del equipo. No tiene que hacer nada mas.",
      ]
    `);
  });
});

describe('an e-mail', () => {
  it.each(MESSAGE_LANGUAGES)('is as golden/email-%s.txt shows it', async (language) => {
    const { subject, text } = composeEmail(inLanguage(language), anyAscii);
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`golden/email-${language}.txt`);
  });
});

describe('help after a reply', () => {
  it.each(MESSAGE_LANGUAGES)('is one segment in %s', (language) => {
    const reasons = ['not-a-fit', 'wrong-territory', 'no-time'];
    const helps = [{ about: 'how' }, { about: 'which' }, { about: 'which', waiting: 1 }, { about: 'nothing' }] as const;
    for (const help of helps) expect(countSeptets(composeHelp(help, reasons, language))).toBeLessThanOrEqual(160);
    expect(countSeptets(composeHelp({ about: 'how' }, [], language))).toBeLessThanOrEqual(160);
  });
});

describe('a name in another script', () => {
  it.each([
    ['Володимир Зеленський', 'uk', 'Volodymyr Zelenskyi'],
    ['Юлія Щербак', 'uk', 'Yuliia Shcherbak'],
    ['Игорь Щукин', 'ru', 'Igor Shchukin'],
    ['Георги Първанов', 'bg', 'Georgi Parvanov'],
    ['Ђорђе Љубичић', undefined, 'Djordje Ljubicic'],
    ['Ευάγγελος Παπαδόπουλος', 'el', 'Evangelos Papadopoulos'],
    ['김민수', 'ko', 'Kim Minsu'],
    ['Müller', 'de', 'Müller'],
  ])('%s is written as its bearer writes it', (name, language, latin) => {
    expect(toGsm7(name, anyAscii, language)).toBe(latin);
  });

  it('is taken from the address where no rule tells how it sounds', () => {
    const text = composeSms(
      {
        ...HANDOVER,
        lead: {
          email: 'tanaka.taro@acme.example',
          fields: { 'person.firstName': '太郎', 'person.lastName': '田中', 'location.country': 'JP' },
        },
      },
      anyAscii,
    );
    expect(text).toContain('Hot lead: Tanaka Taro (');
  });
});
