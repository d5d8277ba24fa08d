import type { Source } from '../../../shared/domain/source/source.ts';
import { UTC } from '../../../shared/domain/time/zone.ts';
import type { SourceKind } from '../../../shared/domain/vocabulary/source-kinds.ts';

export const TOKEN = 'Zk3vQx0yT9a1LwB7mN2cRg';

export const sourceOf = (kind: SourceKind, parts: Partial<Source> = {}): Source => ({
  ...{ name: kind, kind, map: {}, zone: UTC, keepsTests: false, derive: [], reps: {} },
  ...parts,
});

export const addressOf = ({ name, kind }: Source): string =>
  kind === 'slack' ? 'https://hooks.example.com/slack' : `https://hooks.example.com/in/${name}/${TOKEN}`;
