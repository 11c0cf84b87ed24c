/** Why a file's name is none that a text may use; null where it is one. */
export type NameFault = 'absolute' | 'device' | null;

/**
 * Judges a name that a draft or a settings file gives, which comes from whoever wrote that: it must count from where it
 * stands. By its spelling alone and alike on every system, for what is harmless here (`\\host\share`, `C:x`, `con.csv`)
 * is a way to another machine, another drive or a device elsewhere. `..` is allowed: where it leads is not told by a
 * name.
 */
export function faultOf(name: string): NameFault {
  if (/^[/\\]|^[a-z][a-z0-9+.-]*:/i.test(name)) return 'absolute';
  if (/[\u0000-\u001f\u007f:]/.test(name)) return 'device';
  return name.split(/[/\\]/).some(part => DEVICE.test(part)) ? 'device' : null;
}

/** What Windows takes for a device in every folder and with every ending, blanks behind it included. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)/i;
