import type { PlacedLocator, NameKind } from './facts/citations.js';
import type { Placeholder } from './facts/placeholders.js';
import type { Edition, Regulation, RegulationIndex } from './regulations/index.js';
import type { Document } from './syntax/document.js';
import type { FrontMatter } from './syntax/front-matter.js';
import type { Lines } from './text/lines.js';
import type { Span } from './text/span.js';

export interface Model { readonly text: string; readonly lines: Lines; readonly placeholders: readonly Placeholder[] }
export type { PlacedLocator, NameKind, Edition, Regulation, RegulationIndex, Document, FrontMatter, Span };
