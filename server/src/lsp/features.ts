import { citationsFeature } from './features/citations.js';
import { codeActionsFeature } from './features/code-actions.js';
import { compareFeature } from './features/compare.js';
import { completionFeature } from './features/completion.js';
import { countermeasuresFeature } from './features/countermeasures.js';
import { dataSheetsFeature } from './features/data-sheets.js';
import { decisionsFeature } from './features/decisions.js';
import { definitionFeature } from './features/definition.js';
import { diagnosticsFeature } from './features/diagnostics.js';
import { documentLinksFeature } from './features/document-links.js';
import { documentSymbolsFeature } from './features/document-symbols.js';
import { foldingRangesFeature } from './features/folding-ranges.js';
import { hoverFeature } from './features/hover.js';
import { importRegulationsFeature } from './features/import-regulations.js';
import { inlayHintsFeature } from './features/inlay-hints.js';
import { paragraphsFeature } from './features/paragraphs.js';
import { listsFeature } from './features/lists.js';
import { placeholdersFeature } from './features/placeholders.js';
import { referencesFeature } from './features/references.js';
import { renameFeature } from './features/rename.js';
import { renumberFeature } from './features/renumber.js';
import { understandingFeature } from './features/understanding.js';
import { reviewFeature } from './features/review.js';
import { selectionRangesFeature } from './features/selection-ranges.js';
import { semanticTokensFeature } from './features/semantic-tokens.js';
import { tidyFeature } from './features/tidy.js';
import { wordFeature } from './features/word.js';
import { wishesFeature } from './features/wishes.js';
import { workspaceSymbolsFeature } from './features/workspace-symbols.js';
import type { Feature } from './server-context.js';

/** All that an editor may ask for: a file each, with what it tells the client and what answers; a line here. */
export const FEATURES: readonly Feature[] = [
  diagnosticsFeature,
  hoverFeature,
  completionFeature,
  codeActionsFeature,
  documentSymbolsFeature,
  workspaceSymbolsFeature,
  foldingRangesFeature,
  selectionRangesFeature,
  definitionFeature,
  referencesFeature,
  renameFeature,
  documentLinksFeature,
  inlayHintsFeature,
  semanticTokensFeature,
  placeholdersFeature,
  citationsFeature,
  countermeasuresFeature,
  tidyFeature,
  renumberFeature,
  listsFeature,
  dataSheetsFeature,
  reviewFeature,
  understandingFeature,
  importRegulationsFeature,
  wordFeature,
  paragraphsFeature,
  compareFeature,
  wishesFeature,
  decisionsFeature,
];
