import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type Diagnostic, type InitializeResult, type Position, type PublishDiagnosticsParams, type WorkspaceEdit } from 'vscode-languageserver-protocol/node';

/** An editor, as far as the protocol goes, with `waymark lsp` started by it. */
export class Editor {
  readonly root: string;
  readonly said: string[] = [];
  initialized!: InitializeResult;
  private readonly connection: ReturnType<typeof createProtocolConnection>;
  private readonly texts = new Map<string, { text: string; version: number }>();
  private readonly published: PublishDiagnosticsParams[] = [];
  private wake = (): void => {};

  private constructor(root: string) {
    this.root = root;
    const server = spawn(process.execPath, ['bin/waymark.mjs', 'lsp', '--stdio', '--no-cache'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.wake();
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.said.push(message);
      this.wake();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.said.push(message));
    this.connection.listen();
    onTestFinished(async () => {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
      this.connection.dispose();
    });
  }

  static async start(root: string): Promise<Editor> {
    const editor = new Editor(root);
    const workspaceFolders = [{ uri: pathToFileURL(root).href, name: 'docs' }];
    editor.initialized = await editor.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders });
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  uri(file: string): string {
    return pathToFileURL(path.join(this.root, file)).href;
  }

  async open(file: string, text: string): Promise<void> {
    this.texts.set(file, { text, version: 1 });
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uri(file), languageId: 'markdown', version: 1, text } });
  }

  /** Replaces a piece of an open text, as typing does. */
  async type(file: string, before: string, after: string): Promise<void> {
    const { text, version } = this.texts.get(file)!;
    const start = text.indexOf(before);
    if (start < 0) throw new Error(`“${before}” is not in ${file}.`);
    this.texts.set(file, { text: text.replace(before, () => after), version: version + 1 });
    const range = { start: positionOf(text, start), end: positionOf(text, start + before.length) };
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri(file), version: version + 1 }, contentChanges: [{ range, text: after }] });
  }

  async save(file: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.uri(file) } });
  }

  async close(file: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(file) } });
  }

  async notify(method: string, params: object): Promise<void> {
    await this.connection.sendNotification(method, params);
  }

  /** Asks about the place of a piece of an open text: its beginning, and as many characters further on. */
  async ask<Answer>(method: string, file: string, piece: string, further = 0, more: object = {}): Promise<Answer> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(file) }, position: this.at(file, piece, further), ...more });
  }

  async request<Answer>(method: string, params: object): Promise<Answer> {
    return this.connection.sendRequest(method, params);
  }

  at(file: string, piece: string, further = 0): Position {
    const { text } = this.texts.get(file)!;
    const start = text.indexOf(piece);
    if (start < 0) throw new Error(`“${piece}” is not in ${file}.`);
    return positionOf(text, start + further);
  }

  /** Waits until what was published last of a page is as wanted, and gives it. */
  async diagnostics(file: string, isWanted: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    return this.until(() => this.published.findLast(({ uri }) => uri === this.uri(file))?.diagnostics, isWanted);
  }

  /** Whether anything was ever published of a file. */
  heardOf(file: string): boolean {
    return this.published.some(({ uri }) => uri === this.uri(file));
  }

  /** Waits until a message was shown. */
  async message(pattern: RegExp): Promise<string> {
    return this.until(() => this.said.find((text) => pattern.test(text)), () => true);
  }

  private async until<Value>(look: () => Value | undefined, isWanted: (value: Value) => boolean): Promise<Value> {
    const end = Date.now() + 30_000;
    for (;;) {
      const value = look();
      if (value !== undefined && isWanted(value)) return value;
      if (Date.now() > end) throw new Error(`Not there: ${JSON.stringify(value, null, 2)}; said: ${this.said.join('\n')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** What an edit of the workspace makes of a text. */
  applied(edit: WorkspaceEdit | null, file: string, text: string): string {
    const edits = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change && change.textDocument.uri === this.uri(file) ? change.edits : []));
    const offsets = edits.flatMap((each) => ('newText' in each ? [{ start: offsetOf(text, each.range.start), end: offsetOf(text, each.range.end), newText: each.newText }] : []));
    return offsets.sort((a, b) => b.start - a.start).reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);
  }
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

function offsetOf(text: string, { line, character }: Position): number {
  return text.split('\n').slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}
