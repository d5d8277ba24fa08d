import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import * as z from 'zod';

const ROOT = new URL('../../../', import.meta.url);

const text = z.union([z.string(), z.looseObject({ value: z.string() }).transform(({ value }) => value)]);
const hover = z.looseObject({ contents: text }).nullable();
const completion = z.looseObject({
  items: z.array(
    z.looseObject({ label: z.string(), insertText: z.string().optional(), documentation: text.optional() }),
  ),
});
const diagnostics = z.looseObject({
  uri: z.string(),
  diagnostics: z.array(
    z.looseObject({
      message: z.string(),
      range: z.looseObject({ start: z.looseObject({ line: z.number(), character: z.number() }) }),
    }),
  ),
});
const configuration = z.looseObject({ items: z.array(z.looseObject({ section: z.string().optional() })) });

// Nothing from the network: a catalogue of schemas would be looked up there.
const SETTINGS = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };

export interface Completion {
  readonly label: string;
  readonly insertText: string;
  readonly documentation: string;
}

export interface YamlEditor {
  /** What is shown for the place of the mark ¦ in a file of the repository, which need not be there. */
  readonly hover: (file: string, marked: string) => Promise<string>;
  readonly complete: (file: string, marked: string) => Promise<readonly Completion[]>;
  /** `line:column problem` of each, from 1 and from top to bottom. */
  readonly problems: (file: string, text: string) => Promise<readonly string[]>;
  readonly close: () => void;
}

const uriOf = (file: string): string => pathToFileURL(fileURLToPath(new URL(file, ROOT))).href;

const placeOf = (marked: string): { readonly line: number; readonly character: number } => {
  const lines = marked.slice(0, marked.indexOf('¦')).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
};

/** An editor as VS Code with its YAML support is: the same language server, by the same protocol. */
export const openYamlEditor = async (): Promise<YamlEditor> => {
  const server = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<string, (problems: readonly string[]) => void>();
  connection.onRequest('workspace/configuration', (params: unknown) =>
    configuration.parse(params).items.map(({ section }) => (section === 'yaml' ? SETTINGS : null)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('textDocument/publishDiagnostics', (params: unknown) => {
    const { uri, diagnostics: told } = diagnostics.parse(params);
    const problems = told
      .map(({ message, range: { start } }) => ({ message, line: start.line + 1, column: start.character + 1 }))
      .sort((a, b) => a.line - b.line || a.column - b.column)
      .map(({ message, line, column }) => `${line}:${column} ${message}`);
    waiting.get(uri)?.(problems);
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: ROOT.href,
    workspaceFolders: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { documentationFormat: ['markdown'] } },
      },
    },
  });
  await connection.sendNotification('initialized', {});

  const versions = new Map<string, number>();
  const show = async (file: string, content: string): Promise<string> => {
    const uri = uriOf(file);
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    await (version === 1
      ? connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'yaml', version, text: content },
        })
      : connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ text: content }],
        }));
    return uri;
  };
  const ask = async (method: string, file: string, marked: string): Promise<unknown> => {
    const uri = await show(file, marked.replace('¦', ''));
    return connection.sendRequest(method, { textDocument: { uri }, position: placeOf(marked) });
  };

  return {
    hover: async (file, marked) => hover.parse(await ask('textDocument/hover', file, marked))?.contents ?? '',
    complete: async (file, marked) =>
      completion
        .parse(await ask('textDocument/completion', file, marked))
        .items.map(({ label, insertText = label, documentation = '' }) => ({ label, insertText, documentation })),
    problems: async (file, content) => {
      const told = new Promise<readonly string[]>((resolve) => {
        waiting.set(uriOf(file), resolve);
      });
      await show(file, content);
      return told;
    },
    close: () => {
      connection.dispose();
      child.kill();
    },
  };
};
