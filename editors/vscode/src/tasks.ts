import * as vscode from 'vscode';
import { language, launcher } from './launcher';

/** The task that checks all policies of a folder. */
export const tasks: vscode.TaskProvider = {
  provideTasks() {
    return (vscode.workspace.workspaceFolders ?? []).map((each) => check(each, { type: 'hefu', task: 'check' }));
  },
  resolveTask(task) {
    return typeof task.scope === 'object' ? check(task.scope, task.definition) : undefined;
  },
};

function check(folder: vscode.WorkspaceFolder, definition: vscode.TaskDefinition): vscode.Task {
  const args = ['check', '--format', 'lines', '--colour', 'never', '--lang', language(), folder.uri.fsPath];
  const task = new vscode.Task(
    definition,
    folder,
    'check',
    'hefu',
    new vscode.ProcessExecution(launcher(), args, { cwd: folder.uri.fsPath }),
    '$hefu',
  );
  task.group = vscode.TaskGroup.Build;
  return task;
}
