import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LocalError } from './local-error.ts';
import { runCommand } from './run-command.ts';

/** The version that docs/ministack.md speaks of. */
export const MINISTACK_VERSION = '1.5.33';

const INSTALLED = "import importlib.metadata as m; print(m.version('ministack'))";

const isInstalled = async (root: string, python: string): Promise<boolean> => {
  if (!existsSync(python)) return false;
  try {
    return (await runCommand(python, ['-c', INSTALLED], { cwd: root })).trim() === MINISTACK_VERSION;
  } catch {
    return false;
  }
};

/**
 * Puts MiniStack into .local/venv unless it is there, and says where its program is. Asks the network only
 * the first time. LocalError `python-missing`, `install-failed`.
 */
export const installMiniStack = async (root: string): Promise<string> => {
  const venv = join(root, '.local', 'venv');
  const bin = join(venv, 'bin');
  const python = join(bin, 'python');
  if (!(await isInstalled(root, python))) {
    await runCommand('python3', ['-m', 'venv', venv], { cwd: root }).catch((error) => {
      throw new LocalError(
        'python-missing',
        'MiniStack needs Python 3.10 or newer with its venv module: install python3 and python3-venv. ' +
          '`npm start` runs the same functions without it.',
        { cause: error },
      );
    });
    const wanted = `ministack==${MINISTACK_VERSION}`;
    await runCommand(python, ['-m', 'pip', 'install', '--quiet', wanted], { cwd: root }).catch((error) => {
      throw new LocalError(
        'install-failed',
        `pip could not install ${wanted}. See to it that PyPI, or the mirror that pip is set up for, can be reached, and try again.`,
        { cause: error },
      );
    });
  }
  return join(bin, 'ministack');
};
