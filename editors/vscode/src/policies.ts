import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import type * as vscode from 'vscode';
import { folder, settings } from './launcher';

/** The policies that a flow is decided under: as set, or else those beside it. */
export function policiesFor(file: vscode.Uri): string[] {
  const set = settings(file).get<string[]>('policies', []);
  if (set.length > 0) {
    return set.map((each) => path.resolve(folder(file), each));
  }
  const beside = path.dirname(file.fsPath);
  return readdirSync(beside)
    .filter((name) => name.endsWith('.hefu'))
    .sort()
    .map((name) => path.join(beside, name));
}

/** The policies that a scenario of a file is run under: the file, and those that are set. */
export function policiesWith(file: vscode.Uri): string[] {
  const set = settings(file).get<string[]>('policies', []);
  const resolved = set.map((each) => path.resolve(folder(file), each));
  const within = resolved.some((each) => each === file.fsPath || file.fsPath.startsWith(each + path.sep));
  return within ? resolved : [...resolved, file.fsPath];
}

/** As options of the command line. */
export function options(policies: readonly string[]): string[] {
  return policies.flatMap((each) => ['--policy', each]);
}
