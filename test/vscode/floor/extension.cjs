const { CompletionItem, languages } = require('vscode');

/*
 * Another extension, whose list costs nothing: one entry, behind a mark behind which nobody else has a list. What a writer waits for it
 * is the machine's and VS Code's own.
 */
exports.activate = ({ subscriptions }) => {
  const provider = { provideCompletionItems: () => [new CompletionItem('@entry')] };
  subscriptions.push(languages.registerCompletionItemProvider(['markdown', 'plaintext', 'log'], provider, '@'));
};
