import * as vscode from 'vscode';
import { complain, folder, run } from './launcher';
import { options, policiesFor } from './policies';

const OUTCOMES: Record<number, string> = {
  0: 'permitted',
  10: 'conditional',
  11: 'prohibited',
  12: 'undetermined',
  13: 'unregulated',
};

/** What is decided of a flow, beside the policy; decided anew whenever one of them is saved. */
export class DecisionPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private flow: vscode.Uri | undefined;
  private readonly saved = vscode.workspace.onDidSaveTextDocument((document) => {
    if (this.panel && /\.(hefu|json|ya?ml|csv)$/.test(document.fileName)) {
      void this.refresh();
    }
  });

  async show(flow: vscode.Uri): Promise<void> {
    this.flow = flow;
    if (!this.panel) {
      this.panel = vscode.window.createWebviewPanel(
        'hefu.decision',
        vscode.l10n.t('Decision'),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: false, enableFindWidget: true },
      );
      this.panel.onDidDispose(() => (this.panel = undefined));
    }
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    const flow = this.flow;
    if (!this.panel || !flow) {
      return;
    }
    try {
      const policies = policiesFor(flow);
      const answer = await run(['decide', '--colour', 'never', ...options(policies), flow.fsPath], folder(flow));
      const name = vscode.workspace.asRelativePath(flow);
      const under = policies.map((each) => vscode.workspace.asRelativePath(each));
      if (this.panel) {
        this.panel.title = vscode.l10n.t('Decision: {0}', name.split('/').pop() ?? name);
        this.panel.webview.html = page(name, under, OUTCOMES[answer.code] ?? 'wrong', answer.out || answer.err);
      }
    } catch (error) {
      await complain(error);
    }
  }

  dispose(): void {
    this.saved.dispose();
    this.panel?.dispose();
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

const KINDS = new Map([
  ['✓', 'yes'],
  ['✗', 'no'],
  ['?', 'open'],
  ['？', 'open'],
]);

/** The explanation as a page: its first line is the outcome; headings stand at the margin. */
function page(flow: string, policies: readonly string[], outcome: string, text: string): string {
  const [first = '', ...rest] = text.split('\n');
  // What goes on below a marked line belongs to it.
  let open = { kind: '', at: -1 };
  const lines = rest.map((line) => {
    if (/^\S/.test(line)) {
      open = { kind: '', at: -1 };
      return `<h2>${escaped(line)}</h2>`;
    }
    const indent = line.length - line.trimStart().length;
    const mark = /^([✓✗?？–!]|\d+\.) /.exec(line.trimStart())?.[1];
    const hang = mark === undefined ? 0 : mark.length + 1;
    if (mark !== undefined || indent !== open.at) {
      open = { kind: mark === undefined ? '' : (KINDS.get(mark) ?? ''), at: indent + hang };
    }
    const place = `padding-left: ${indent + hang}ch; text-indent: -${hang}ch`;
    return `<div class="line ${open.kind}" style="${place}">${escaped(line.trim())}</div>`;
  });
  const under = policies.length > 0 ? ` · ${escaped(policies.join(', '))}` : '';
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
  body { font-family: var(--vscode-font-family); color: var(--vscode-foreground); padding: 0 1.2em 2em; line-height: 1.5 }
  .outcome { border-left: 6px solid var(--tone); padding: .6em 1em; margin: 1em 0; font-size: 1.25em; font-weight: 600;
    background: color-mix(in srgb, var(--tone) 12%, transparent) }
  .permitted { --tone: var(--vscode-testing-iconPassed) }
  .conditional, .undetermined { --tone: var(--vscode-editorWarning-foreground) }
  .prohibited, .wrong { --tone: var(--vscode-testing-iconFailed) }
  .unregulated { --tone: var(--vscode-descriptionForeground) }
  h2 { font-size: 1em; margin: 1.2em 0 .3em; border-bottom: 1px solid var(--vscode-widget-border, #8884) }
  .line { white-space: pre-wrap; overflow-wrap: anywhere; min-height: .6em; font-family: var(--vscode-editor-font-family); font-size: .93em }
  .yes { color: var(--vscode-testing-iconPassed) } .no { color: var(--vscode-descriptionForeground) }
  .open { color: var(--vscode-editorWarning-foreground) }
  .source { color: var(--vscode-descriptionForeground); font-size: .9em }
</style>
</head>
<body>
<div class="outcome ${outcome}">${escaped(first)}</div>
<div class="source">${escaped(flow)}${under}</div>
${lines.join('\n')}
</body>
</html>`;
}
