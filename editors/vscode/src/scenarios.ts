import * as vscode from 'vscode';
import { complain, folder, run } from './launcher';
import { policiesWith } from './policies';

/** A scenario as it stands in a file. */
export interface Scenario {
  readonly title: string;
  readonly range: vscode.Range;
}

interface Result {
  readonly title: { readonly zh: string; readonly en: string };
  readonly file: string;
  readonly line: number;
  readonly passed: boolean;
  readonly outcome: string;
  readonly expected: string;
  readonly failures: readonly { readonly zh: string; readonly en: string }[];
}

const HEAD = /^\s*(?:scenario|情形)\s+(?:"((?:\\.|[^"\\])*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』)/;

/** The scenarios of a text, in order. */
export function scenariosIn(document: vscode.TextDocument): Scenario[] {
  const found: Scenario[] = [];
  for (let line = 0; line < document.lineCount; line++) {
    const text = document.lineAt(line).text;
    const head = HEAD.exec(text);
    if (head) {
      const title = head[1]?.replace(/\\(.)/g, '$1') ?? head[2] ?? head[3] ?? head[4] ?? '';
      found.push({ title, range: new vscode.Range(line, 0, line, text.length) });
    }
  }
  return found;
}

/** Scenarios in the editor's view of tests: each file is read, and run by `hefu test`. */
export class ScenarioTests implements vscode.Disposable {
  private readonly controller = vscode.tests.createTestController('hefu', vscode.l10n.t('Hefu scenarios'));
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*.hefu');
  private readonly files: vscode.FileSystemWatcher[] = [];

  constructor(private readonly debug: (file: vscode.Uri, title: string) => Thenable<unknown>) {
    this.controller.createRunProfile(
      vscode.l10n.t('Run'),
      vscode.TestRunProfileKind.Run,
      (request, token) => this.run(request, token),
      true,
    );
    this.controller.createRunProfile(vscode.l10n.t('Debug'), vscode.TestRunProfileKind.Debug, async (request) => {
      const [item] = request.include ?? [];
      if (item?.uri && item.parent) {
        await this.debug(item.uri, item.label);
      }
    });
    this.controller.resolveHandler = async (item) => {
      if (!item) {
        const found = await vscode.workspace.findFiles('**/*.hefu', '**/{node_modules,target}/**');
        await Promise.all(found.map((uri) => this.read(uri)));
      }
    };
    this.controller.refreshHandler = () => this.controller.resolveHandler?.(undefined);
    this.watcher.onDidCreate((uri) => void this.read(uri));
    this.watcher.onDidChange((uri) => void this.read(uri));
    this.watcher.onDidDelete((uri) => this.controller.items.delete(uri.toString()));
    vscode.workspace.onDidOpenTextDocument((document) => this.take(document), undefined, this.files);
    vscode.workspace.onDidChangeTextDocument((change) => this.take(change.document), undefined, this.files);
    vscode.workspace.textDocuments.forEach((document) => this.take(document));
  }

  private async read(uri: vscode.Uri): Promise<void> {
    this.take(await vscode.workspace.openTextDocument(uri));
  }

  private take(document: vscode.TextDocument): void {
    if (document.languageId !== 'hefu' || document.uri.scheme !== 'file') {
      return;
    }
    const scenarios = scenariosIn(document);
    const id = document.uri.toString();
    if (scenarios.length === 0) {
      this.controller.items.delete(id);
      return;
    }
    const file =
      this.controller.items.get(id) ??
      this.controller.createTestItem(id, vscode.workspace.asRelativePath(document.uri), document.uri);
    file.children.replace(
      scenarios.map((each) => {
        const item = this.controller.createTestItem(each.title, each.title, document.uri);
        item.range = each.range;
        return item;
      }),
    );
    this.controller.items.add(file);
  }

  /** Runs one scenario, as a lens or command asks. */
  async runOne(uri: vscode.Uri, title: string): Promise<void> {
    await this.read(uri);
    const item = this.controller.items.get(uri.toString())?.children.get(title);
    if (item) {
      await vscode.commands.executeCommand('testing.showMostRecentOutput').then(undefined, () => undefined);
      await this.run(new vscode.TestRunRequest([item]));
    }
  }

  private async run(request: vscode.TestRunRequest, token?: vscode.CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request);
    const byFile = new Map<vscode.TestItem, vscode.TestItem[]>();
    const add = (item: vscode.TestItem): void => {
      if (item.parent) {
        byFile.set(item.parent, [...(byFile.get(item.parent) ?? []), item]);
      } else {
        item.children.forEach(add);
      }
    };
    if (request.include) {
      request.include.forEach(add);
    } else {
      this.controller.items.forEach(add);
    }
    try {
      for (const [file, wanted] of byFile) {
        const items = wanted.filter((item) => !request.exclude?.includes(item));
        items.forEach((item) => run.started(item));
        await this.runFile(run, file, items, token);
      }
    } catch (error) {
      await complain(error);
    } finally {
      run.end();
    }
  }

  private async runFile(
    run: vscode.TestRun,
    file: vscode.TestItem,
    items: readonly vscode.TestItem[],
    token?: vscode.CancellationToken,
  ): Promise<void> {
    const uri = file.uri!;
    const only = items.length === 1 && items[0] ? ['--filter', items[0].label] : [];
    const began = Date.now();
    const answer = await run_(uri, only, token);
    const took = (Date.now() - began) / Math.max(1, items.length);
    if (answer.out.trimStart().startsWith('{')) {
      const results = (JSON.parse(answer.out) as { scenarios: Result[] }).scenarios;
      for (const item of items) {
        // A row of a table is called after its scenario.
        const isOf = (title: string): boolean => title === item.label || title.startsWith(`${item.label}: `);
        const mine = results.filter(
          (each) => (isOf(each.title.zh) || isOf(each.title.en)) && uri.fsPath.endsWith(each.file),
        );
        const failed = mine.filter((each) => !each.passed);
        if (mine.length === 0) {
          run.skipped(item);
        } else if (failed.length === 0) {
          run.passed(item, took);
          const zh = vscode.env.language.startsWith('zh');
          for (const each of mine) {
            run.appendOutput(`✓ ${zh ? each.title.zh : each.title.en}: ${each.outcome}\r\n`, undefined, item);
          }
        } else {
          run.failed(item, failed.map((each) => this.message(item, each)), took);
        }
      }
    } else {
      const said = answer.err.trim();
      items.forEach((item) => run.errored(item, new vscode.TestMessage(said), took));
      run.appendOutput(said.replace(/\n/g, '\r\n') + '\r\n');
    }
  }

  private message(item: vscode.TestItem, result: Result): vscode.TestMessage {
    const zh = vscode.env.language.startsWith('zh');
    const said = result.failures.map((each) => (zh ? each.zh : each.en)).join('\n');
    const message = new vscode.TestMessage(said);
    message.expectedOutput = result.expected;
    message.actualOutput = result.outcome;
    if (item.uri && item.range) {
      message.location = new vscode.Location(item.uri, item.range);
    }
    return message;
  }

  dispose(): void {
    this.controller.dispose();
    this.watcher.dispose();
    this.files.forEach((each) => each.dispose());
  }
}

function run_(uri: vscode.Uri, only: readonly string[], token?: vscode.CancellationToken): ReturnType<typeof run> {
  return run(['test', '--format', 'json', ...only, ...policiesWith(uri)], folder(uri), '', token);
}
