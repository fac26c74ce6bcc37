import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import { restartClient, showDefeaters, startClient, stopClient } from './client';
import { convertKeywords, explainProblem, PAGES, pages } from './commands';
import { chosenScenario, DebugAdapter, DebugConfigurations, debugFlow, debugScenario } from './debug';
import { complain, settings } from './launcher';
import { DecisionPanel } from './panel';
import { ScenarioTests } from './scenarios';
import { tasks } from './tasks';

/** Puts everything in place; the language server starts beside it. */
export function activate(context: vscode.ExtensionContext): void {
  const tests = new ScenarioTests(debugScenario);
  const panel = new DecisionPanel();
  const adapter = new DebugAdapter();
  const command = (name: string, work: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(name, async (...args: never[]) => {
      try {
        await work(...args);
      } catch (error) {
        await complain(error);
      }
    });
  const flow = (uri?: vscode.Uri): vscode.Uri | undefined =>
    uri instanceof vscode.Uri ? uri : vscode.window.activeTextEditor?.document.uri;
  context.subscriptions.push(
    tests,
    panel,
    adapter,
    vscode.debug.registerDebugAdapterDescriptorFactory('hefu', adapter),
    vscode.debug.registerDebugConfigurationProvider('hefu', new DebugConfigurations()),
    vscode.tasks.registerTaskProvider('hefu', tasks),
    vscode.workspace.registerTextDocumentContentProvider(PAGES, pages),
    command('hefu.decideFlow', async (uri?: vscode.Uri) => {
      const file = flow(uri);
      if (file) {
        await vscode.workspace.saveAll(false);
        await panel.show(file);
      }
    }),
    command('hefu.debugFlow', async (uri?: vscode.Uri) => {
      const file = flow(uri);
      if (file) {
        await debugFlow(file);
      }
    }),
    command('hefu.runScenario', (uri?: string, title?: string) =>
      withScenario(uri, title, async (file, chosen) => {
        await vscode.workspace.saveAll(false);
        await tests.runOne(file, chosen);
      }),
    ),
    command('hefu.debugScenario', (uri?: string, title?: string) =>
      withScenario(uri, title, async (file, chosen) => {
        await vscode.workspace.saveAll(false);
        await debugScenario(file, chosen);
      }),
    ),
    command('hefu.showDefeaters', (uri: string, _rule: string, at: Position, places: Location[]) =>
      showDefeaters(uri, at, places),
    ),
    command('hefu.convertKeywords', async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor) {
        await convertKeywords(editor);
      }
    }),
    command('hefu.explainProblem', explainProblem),
    command('hefu.restartServer', restartClient),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (['hefu.path', 'hefu.language', 'hefu.flows'].some((each) => change.affectsConfiguration(each))) {
        void restartClient();
      }
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => void marked(editor)),
  );
  void marked(vscode.window.activeTextEditor);
  void startClient();
}

export function deactivate(): Promise<void> {
  return stopClient();
}

/** Tells menus whether the file at hand is a flow. */
async function marked(editor: vscode.TextEditor | undefined): Promise<void> {
  const flows = settings().get<string>('flows', '');
  const isFlow = editor !== undefined && flows !== '' && vscode.languages.match({ pattern: flows }, editor.document) > 0;
  await vscode.commands.executeCommand('setContext', 'hefu.isFlow', isFlow);
}

/** With the scenario that a lens names, or one that is chosen among those of the file at hand. */
async function withScenario(
  uri: string | undefined,
  title: string | undefined,
  work: (file: vscode.Uri, title: string) => Promise<void>,
): Promise<void> {
  if (uri !== undefined && title !== undefined) {
    await work(vscode.Uri.parse(uri), title);
    return;
  }
  const document = vscode.window.activeTextEditor?.document;
  const chosen = document && (await chosenScenario(document));
  if (document && chosen !== undefined) {
    await work(document.uri, chosen);
  }
}
