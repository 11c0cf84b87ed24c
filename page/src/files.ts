/* Files come in by a dialogue or a drop, and go out as downloads. Nothing else is read or written. */

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const opened = async (files: Iterable<File>): Promise<OpenedFile[]> =>
  Promise.all([...files].map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));

/** The files the user chooses; none where he chooses none. */
export function chosen(accept: string, multiple = false): Promise<OpenedFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = multiple;
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve(opened(input.files ?? [])));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

export function download(name: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun by then; an address that stays keeps the bytes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const KEY = 'policydoc';

/** The draft in the browser's own storage, where the user asked for it. */
export const kept = {
  read(): { readonly name: string; readonly text: string } | null {
    try {
      const value = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { name?: unknown; text?: unknown } | null;
      return typeof value?.name === 'string' && typeof value.text === 'string'
        ? { name: value.name, text: value.text }
        : null;
    } catch {
      return null;
    }
  },
  /** False where it could not be kept. */
  write(name: string, text: string): boolean {
    try {
      localStorage.setItem(KEY, JSON.stringify({ name, text }));
      return true;
    } catch {
      return false;
    }
  },
  delete(): void {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Where there is no storage there is nothing in it.
    }
  },
};
