import * as vscode from 'vscode';
import { folder, run } from './launcher';

export const PAGES = 'hefu-problem';

/** Turns the keywords of the policy at hand into the language that fewer of them are in now. */
export async function convertKeywords(editor: vscode.TextEditor): Promise<void> {
  const text = editor.document.getText();
  const chinese = /^\s*(?:模块|引用|法源|规则|定义|情形|程序|枚举|结构|请求)\s/m.test(text);
  const into = await vscode.window.showQuickPick(chinese ? ['en', 'zh'] : ['zh', 'en'], {
    placeHolder: vscode.l10n.t('Language of the keywords'),
  });
  if (into === undefined) {
    return;
  }
  const answer = await run(['fmt', '--keywords', into, '-'], folder(editor.document.uri), text);
  if (answer.code !== 0) {
    throw new Error(answer.err.trim().split('\n')[0] ?? '');
  }
  await editor.edit((edit) => {
    const before = text.split(/\r?\n/);
    const after = answer.out.split(/\r?\n/);
    if (before.length !== after.length) {
      edit.replace(editor.document.validateRange(new vscode.Range(0, 0, before.length, 0)), answer.out);
      return;
    }
    // Line by line, so that breakpoints and folds stay where they are.
    after.forEach((line, at) => {
      if (line !== before[at]) {
        edit.replace(editor.document.lineAt(at).range, line);
      }
    });
  });
}

/** Shows the page of a problem: the one at the cursor, or one that is asked for. */
export async function explainProblem(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const here = editor
    ? vscode.languages
        .getDiagnostics(editor.document.uri)
        .filter((each) => each.source === 'hefu' && each.range.contains(editor.selection.active))
        .map((each) => (typeof each.code === 'object' ? String(each.code.value) : String(each.code)))
    : [];
  const code =
    here[0] ??
    (await vscode.window.showInputBox({ prompt: vscode.l10n.t('The name of a problem, such as unknown-name') }));
  if (code) {
    const page = vscode.Uri.from({ scheme: PAGES, path: `/${code}.md` });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(page), {
      viewColumn: vscode.ViewColumn.Beside,
      preview: true,
    });
  }
}

/** The pages of problems as texts of the editor. */
export const pages: vscode.TextDocumentContentProvider = {
  async provideTextDocumentContent(uri) {
    const answer = await run(['explain', uri.path.slice(1).replace(/\.md$/, '')], folder());
    return answer.out || answer.err;
  },
};
