import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions, type Location, type Position } from 'vscode-languageclient/node';
import { complain, folder, language, launcher, missing, settings } from './launcher';

let client: LanguageClient | undefined;

/** Starts the language server; what prevents it is said, and all else works without it. */
export async function startClient(): Promise<void> {
  const flows = settings().get<string>('flows', '');
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file', language: 'hefu' },
      { scheme: 'untitled', language: 'hefu' },
      ...(flows === '' ? [] : [{ scheme: 'file', pattern: flows }]),
    ],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.{hefu,csv}') },
    initializationOptions: { language: language() },
    outputChannelName: 'Hefu',
  };
  const command = { command: launcher(), args: ['lsp'], transport: TransportKind.stdio, options: { cwd: folder() } };
  client = new LanguageClient('hefu', 'Hefu', command, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    await complain(error instanceof Error ? missing(error) : error);
  }
}

export async function stopClient(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

export async function restartClient(): Promise<void> {
  await stopClient();
  await startClient();
}

/** Shows the rules that defeat one, as the server found them. */
export async function showDefeaters(uri: string, position: Position, places: Location[]): Promise<void> {
  const converter = client?.protocol2CodeConverter;
  if (converter) {
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      vscode.Uri.parse(uri),
      converter.asPosition(position),
      places.map((each) => converter.asLocation(each)),
    );
  }
}
