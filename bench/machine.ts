import { cpus, totalmem } from 'node:os';

/** What the figures were measured on. */
export const machine = (): string => {
  const cores = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${cores[0]?.model.trim() ?? 'unknown CPU'}, ${cores.length} cores, ${memory} GiB, Node ${process.version}, ${process.platform} ${process.arch}`;
};
