/* The names under which we look for files beside drafts, and above them. */

export const CONFIG_FILE = 'policydoc.config.json';
/**
 * What people have decided about findings, beside the drafts they are of: for the next who looks at them, and for texts that
 * will be printed, or that are Word documents, and can hold no mark of ours.
 */
export const DECISIONS_FILE = 'policydoc-decisions.json';
/** Where a team keeps its regulation texts unless its configuration says otherwise, and where they are imported to. */
export const REGULATIONS_FOLDER = 'regulations';
