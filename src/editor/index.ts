import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodeActionKind, createConnection, DidChangeWatchedFilesNotification, FileOperationPatternKind, LSPErrorCodes, MessageType, ProposedFeatures, ResponseError, ShowMessageNotification, TextDocuments, TextDocumentSyncKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { UsageError } from '../content/errors.ts';
import type { Page, SourceFile } from '../content/types.ts';
import { LiveTree, type LiveOptions } from '../engine/live-tree.ts';
import { oneLine } from '../reporters/text.ts';
import { actionsIn, fixAll, fixAllKind } from './actions.ts';
import { completionsAt, triggers } from './completion.ts';
import { diagnosticOf } from './diagnostics.ts';
import { hoverAt } from './hover.ts';
import { definitionsAt, referencesAt } from './places.ts';
import { movePage, renameableAt, renameAt, workspaceEdit, type PageEdits } from './rename.ts';
import { Session } from './session.ts';
import { offsetIn, pathOf, rangeIn } from './text.ts';

/** Milliseconds without a change after which a page is looked at. */
const pause = 40;
/** Milliseconds in which saves and changes of files are taken together. */
const settleTime = 60;

const pageFiles = '**/*.{md,mdx,markdown}';
const otherFiles = '**/{waymark.config.*,package.json,CODEOWNERS,*.yaml,*.yml,*.json,*.po,*.xlf}';

/** What the server can do. */
const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  completionProvider: { triggerCharacters: triggers },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  workspace: { fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: pageFiles, matches: FileOperationPatternKind.file } }] } } },
};

/**
 * Serves an editor over the standard streams (Language Server Protocol), until it ends the server.
 * @param options of the tree; a relative root counts from the folder that the editor opened
 */
export function serveEditor(options: LiveOptions, version: string): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  let root = path.resolve(options.root);
  let session: Session | null = null;
  let tree: LiveTree | null = null;
  let canWatch = false;
  let complaint = '';

  connection.onInitialize((params) => {
    root = path.resolve(folderOf(params), options.root);
    tree = new LiveTree({ ...options, root });
    canWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return { capabilities, serverInfo: { name: 'waymark', version } };
  });

  connection.onInitialized(() => {
    if (canWatch) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [pageFiles, otherFiles].map((globPattern) => ({ globPattern })) });
    checkAll.soon();
  });

  const checkOpen = later(pause, () => {
    session?.checkOpen();
    publish();
  });

  /** Reads what changed on disk, and judges everything. */
  const checkAll = later(settleTime, async () => {
    await tree!.refresh();
    session ??= startSession(tree!);
    // What is asked while the tree is read is answered before it is judged.
    await new Promise((resolve) => setImmediate(resolve));
    session.checkAll();
    complaint = '';
    publish();
  });

  documents.onDidOpen(({ document }) => {
    const file = pathOf(root, document.uri);
    if (!session?.accepts(file)) return;
    session.put(file, document.getText());
    if (session.isStale(file)) checkAll.soon();
    checkOpen.soon();
  });
  documents.onDidChangeContent(({ document }) => {
    const file = pathOf(root, document.uri);
    if (!session?.paths.includes(file)) return;
    session.put(file, document.getText());
    checkOpen.soon();
  });
  documents.onDidSave(() => checkAll.soon());
  documents.onDidClose(({ document }) => {
    const file = pathOf(root, document.uri);
    if (!session?.paths.includes(file)) return;
    session.remove(file);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    if (session.isStale(file)) checkAll.soon();
    checkOpen.soon();
  });
  connection.onDidChangeWatchedFiles(async () => {
    const changed = await tree!.refresh().catch(() => true);
    if (changed) checkAll.soon();
  });

  connection.onHover(({ textDocument, position }) => onPage(textDocument.uri, null, (at, page, shown) => hoverAt(at.site, page, shown, offsetIn(page, position))));
  connection.onCompletion(({ textDocument, position }) => onPage(textDocument.uri, null, (at, page) => completionsAt(at.site, page, offsetIn(page, position))));
  connection.onDefinition(({ textDocument, position }) => onPage(textDocument.uri, null, (at, page) => definitionsAt(viewOf(at), page, offsetIn(page, position))));
  connection.onReferences(({ textDocument, position }) => onPage(textDocument.uri, null, (at, page) => referencesAt(viewOf(at), page, offsetIn(page, position))));
  connection.onCodeAction(({ textDocument, range, context: { only } }) =>
    onPage(textDocument.uri, null, (at, page, shown) => {
      const wants = (kind: string) => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
      const here = { start: offsetIn(page, range.start), end: offsetIn(page, range.end) };
      return [...(wants(CodeActionKind.QuickFix) ? actionsIn(root, at.site, page, shown, here) : []), ...(only && wants(fixAllKind) ? fixAll(root, at.site, page, shown) : [])];
    }),
  );
  connection.onPrepareRename(({ textDocument, position }) =>
    onPage(textDocument.uri, null, (at, page) => {
      const found = renameableAt(at.site, page, offsetIn(page, position));
      return found && { range: rangeIn(page, found.range), placeholder: found.placeholder };
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) =>
    onPage(textDocument.uri, null, (at, page) => renameAt(viewOf(at), page, offsetIn(page, position), newName, (file, source) => at.tree.pageOf(file, source))),
  );
  connection.workspace.onWillRenameFiles(({ files }) => {
    if (!session) return null;
    const edits: PageEdits = new Map();
    for (const { oldUri, newUri } of files) {
      const page = session.site.byPath.get(pathOf(root, oldUri));
      const to = pathOf(root, newUri);
      if (!page || !session.accepts(to)) continue;
      for (const [from, own] of movePage(session.site, page, to)) edits.set(from, [...(edits.get(from) ?? []), ...own]);
    }
    return workspaceEdit(root, edits);
  });

  documents.listen(connection);
  connection.listen();

  function startSession(read: LiveTree): Session {
    const started = new Session(read);
    for (const document of documents.all()) {
      const file = pathOf(root, document.uri);
      if (started.accepts(file)) started.put(file, document.getText());
    }
    return started;
  }

  /** Answers a question about a page; `none` for what is no page of the tree. */
  function onPage<Answer>(uri: string, none: Answer, tell: (at: Session, page: Page, shown: ReturnType<Session['shownOn']>) => Answer): Answer | ResponseError<void> {
    const file = pathOf(root, uri);
    const page = session?.site.byPath.get(file);
    if (!session || !page || !session.paths.includes(file)) return none;
    try {
      return tell(session, page, session.shownOn(file));
    } catch (error) {
      if (error instanceof UsageError) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      throw error;
    }
  }

  function viewOf(at: Session) {
    return { root, config: at.tree.config, site: at.site };
  }

  function publish(): void {
    if (!session) return;
    for (const document of documents.all()) {
      const file = pathOf(root, document.uri);
      const page: SourceFile = { path: file, source: document.getText() };
      if (session.paths.includes(file)) void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: session.shownOn(file).map((shown) => diagnosticOf(root, page, shown)) });
    }
  }

  /** Runs something once a while has passed since it was asked for last, and never twice at once. */
  function later(wait: number, run: () => void | Promise<void>): { soon: () => void } {
    let timer: NodeJS.Timeout | undefined;
    let running = Promise.resolve();
    const start = () => {
      running = running.then(run).catch(complain);
    };
    return {
      soon: () => {
        clearTimeout(timer);
        timer = setTimeout(start, wait);
      },
    };
  }

  /** Tells the writer what is wrong with the configuration or the tree, once; the last index that was whole goes on. */
  function complain(error: unknown): void {
    if (!(error instanceof UsageError)) return connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (error.message !== complaint) void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: `Waymark: ${oneLine(error.message)}` });
    complaint = error.message;
  }
}

/** The folder that the editor opened. */
function folderOf({ workspaceFolders, rootUri }: InitializeParams): string {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri;
  return uri?.startsWith('file:') ? fileURLToPath(uri) : process.cwd();
}
