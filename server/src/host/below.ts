/** Whether the path of a file or folder leads through that folder. */
export const isBelow = (path: string, folder: string): boolean =>
  /^[/\\]/.test(path.slice(folder.replace(/[/\\]$/, '').length)) && path.startsWith(folder);
