import { modelOf, type Model } from '../../../server/src/core/model.js';
import { RegulationIndex } from '../../../server/src/core/regulations/regulation-index.js';

const index = RegulationIndex.of({ version: 1, asOf: '', regulations: [] }, new Uint32Array());

/** The model of a text with no regulation known. */
export const modelFor = (text: string): Model => modelOf(text, index, '');
