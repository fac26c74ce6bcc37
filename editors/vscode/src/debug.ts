import type { ChildProcess } from 'node:child_process';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { folder, language, missing, start } from './launcher';
import { options, policiesFor, policiesWith } from './policies';
import { scenariosIn } from './scenarios';

const LISTENING = /listening on .*?:(\d+)/;

/** Starts `hefu debug` for each session, and leads the editor to its port. */
export class DebugAdapter implements vscode.DebugAdapterDescriptorFactory, vscode.Disposable {
  private readonly running = new Map<string, ChildProcess>();
  private readonly ended = vscode.debug.onDidTerminateDebugSession((session) => this.stop(session.id));

  createDebugAdapterDescriptor(session: vscode.DebugSession): Promise<vscode.DebugAdapterDescriptor> {
    const wanted = session.configuration;
    const cwd = session.workspaceFolder?.uri.fsPath ?? folder();
    const policies = (wanted['policies'] as string[] | undefined) ?? [];
    const args = [
      'debug',
      '--lang',
      language(),
      ...options(policies.map((each) => path.resolve(cwd, each))),
      ...(wanted['stopAtStart'] === true ? ['--stop-at-start'] : []),
      ...(typeof wanted['scenario'] === 'string' ? ['--scenario', wanted['scenario']] : []),
      ...(typeof wanted['flow'] === 'string' ? [path.resolve(cwd, wanted['flow'])] : []),
    ];
    return new Promise((resolve, reject) => {
      const child = start(args, cwd);
      this.running.set(session.id, child);
      let said = '';
      const listen = (data: Buffer): void => {
        said += data.toString('utf8');
        const port = LISTENING.exec(said)?.[1];
        if (port) {
          resolve(new vscode.DebugAdapterServer(Number(port), '127.0.0.1'));
        }
      };
      child.stdout?.on('data', listen);
      child.stderr?.on('data', listen);
      child.on('error', (error) => reject(missing(error)));
      child.on('close', () => reject(new Error(said.trim())));
    });
  }

  private stop(session: string): void {
    this.running.get(session)?.kill();
    this.running.delete(session);
  }

  dispose(): void {
    this.ended.dispose();
    [...this.running.keys()].forEach((each) => this.stop(each));
  }
}

/** Fills in what a launch leaves out: the flow or the scenario at hand, and its policies. */
export class DebugConfigurations implements vscode.DebugConfigurationProvider {
  async resolveDebugConfiguration(
    _folder: vscode.WorkspaceFolder | undefined,
    wanted: vscode.DebugConfiguration,
  ): Promise<vscode.DebugConfiguration | undefined> {
    const document = vscode.window.activeTextEditor?.document;
    const config: vscode.DebugConfiguration = { ...wanted, type: 'hefu', request: 'launch', name: wanted.name || 'Hefu' };
    if (config['flow'] === undefined && config['scenario'] === undefined) {
      if (!document) {
        return undefined;
      }
      if (document.languageId !== 'hefu') {
        config['flow'] = document.uri.fsPath;
      } else {
        const title = await chosenScenario(document);
        if (title === undefined) {
          return undefined;
        }
        config['scenario'] = title;
        config['policies'] ??= policiesWith(document.uri);
      }
    }
    return config;
  }

  /** After `${file}` and the like have been filled in. */
  resolveDebugConfigurationWithSubstitutedVariables(
    _folder: vscode.WorkspaceFolder | undefined,
    config: vscode.DebugConfiguration,
  ): vscode.DebugConfiguration {
    const flow = config['flow'] as string | undefined;
    if (flow !== undefined) {
      config['policies'] ??= policiesFor(vscode.Uri.file(path.resolve(folder(), flow)));
    } else if (config['policies'] === undefined && vscode.window.activeTextEditor) {
      config['policies'] = policiesWith(vscode.window.activeTextEditor.document.uri);
    }
    return config;
  }
}

/** Which scenario of a file is meant: the one about the cursor comes first. */
export async function chosenScenario(document: vscode.TextDocument): Promise<string | undefined> {
  const scenarios = scenariosIn(document);
  if (scenarios.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This file has no scenario.'));
    return undefined;
  }
  const at = vscode.window.activeTextEditor?.selection.active.line ?? 0;
  const about = scenarios.filter((each) => each.range.start.line <= at).pop();
  const titles = scenarios.map((each) => each.title);
  const sorted = about ? [about.title, ...titles.filter((title) => title !== about.title)] : titles;
  return sorted.length === 1 ? sorted[0] : vscode.window.showQuickPick(sorted);
}

export function debugScenario(file: vscode.Uri, title: string): Thenable<boolean> {
  return vscode.debug.startDebugging(vscode.workspace.getWorkspaceFolder(file), {
    type: 'hefu',
    request: 'launch',
    name: title,
    scenario: title,
    policies: policiesWith(file),
  });
}

export function debugFlow(file: vscode.Uri): Thenable<boolean> {
  return vscode.debug.startDebugging(vscode.workspace.getWorkspaceFolder(file), {
    type: 'hefu',
    request: 'launch',
    name: path.basename(file.fsPath),
    flow: file.fsPath,
  });
}
