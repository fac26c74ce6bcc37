import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** What a command of the launcher answered. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function settings(at?: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('hefu', at);
}

/** The language that Hefu is to speak. */
export function language(): 'zh' | 'en' {
  const wished = settings().get<string>('language', 'auto');
  if (wished === 'zh' || wished === 'en') {
    return wished;
  }
  return vscode.env.language.startsWith('zh') ? 'zh' : 'en';
}

/** The folder that a file belongs to; commands run there. */
export function folder(file?: vscode.Uri): string {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const own = file && vscode.workspace.getWorkspaceFolder(file);
  return (own ?? folders[0])?.uri.fsPath ?? (file ? path.dirname(file.fsPath) : process.cwd());
}

/** The launcher: as set, or that of the workspace, or that on the PATH. */
export function launcher(): string {
  const set = settings().get<string>('path', '');
  if (set !== '') {
    return path.resolve(folder(), set.replace(/^~(?=\/)/, process.env['HOME'] ?? '~'));
  }
  const script = process.platform === 'win32' ? 'hefu.cmd' : 'hefu';
  for (const each of vscode.workspace.workspaceFolders ?? []) {
    const own = path.join(each.uri.fsPath, script);
    if (vscode.workspace.isTrusted && existsSync(own)) {
      return own;
    }
  }
  return script;
}

/** Starts the launcher; whoever starts it listens to it. */
export function start(args: readonly string[], cwd: string): ChildProcess {
  return spawn(launcher(), args, { cwd, env: { ...process.env, NO_COLOR: '1' } });
}

/** Runs a command to its end. */
export function run(
  args: readonly string[],
  cwd: string,
  input = '',
  token?: vscode.CancellationToken,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = start([...args, '--lang', language()], cwd);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (data: Buffer) => out.push(data));
    child.stderr?.on('data', (data: Buffer) => err.push(data));
    child.on('error', (error) => reject(missing(error)));
    child.on('close', (code) =>
      resolve({
        code: code ?? 70,
        out: Buffer.concat(out).toString('utf8'),
        err: Buffer.concat(err).toString('utf8'),
      }),
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    token?.onCancellationRequested(() => child.kill());
  });
}

/** Says how to tell where the launcher is. */
export function missing(error: Error): Error {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? new Error(vscode.l10n.t('Hefu was not found at `{0}`. Say where it is in the setting `hefu.path`.', launcher()))
    : error;
}

/** Shows what went wrong, and leads to the setting where that may help. */
export async function complain(error: unknown): Promise<void> {
  const said = error instanceof Error ? error.message : String(error);
  const open = vscode.l10n.t('Open Settings');
  const chosen = await (said.includes('hefu.path')
    ? vscode.window.showErrorMessage(said, open)
    : vscode.window.showErrorMessage(said));
  if (chosen === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'hefu.path');
  }
}
