const { languages } = require('vscode');

/*
 * Another extension, which begins to offer suggestions, ends, and begins again: what happens in the first minute of a window
 * at some time happens here all the time. At each of it VS Code asks anew for the list that is open.
 */
exports.activate = ({ subscriptions }) => {
  let offer = { dispose() {} };
  const timer = setInterval(() => {
    offer.dispose();
    offer = languages.registerCompletionItemProvider(['markdown', 'plaintext'], { provideCompletionItems: () => [] });
  }, 700);
  subscriptions.push({ dispose: () => clearInterval(timer) });
};
