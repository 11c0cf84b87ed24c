/** Where a command writes. A write that the reader no longer wants may be dropped. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Columns of the terminal, where it is one that says so. */
  readonly columns?: number;
}

/** All a command has of the world besides the files it is told to read. `main.ts` fills it from the process. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Findings and answers. */
  readonly stdout: Output;
  /** What the tool has to say of itself. */
  readonly stderr: Output;
  /** The folder of the regulation index. */
  readonly dataFolder: string;
  /** The folder of the rules' pages. */
  readonly rulesFolder: string;
  /** The file the program was started from: its bytes tell one build from another. */
  readonly programFile?: string;
  /** What other threads run (`main-check.ts`); without it every text is analysed in this one. */
  readonly workerFile?: string;
  /** How many threads there may be, this one among them; as many as the machine has unless said. */
  readonly threads?: number;
  /** Serves the Language Server Protocol on standard input and output. */
  readonly startServer: () => Promise<void>;
}

/** What lies behind an output, where a person reads it; one that does not tell its width has the usual one. */
export const terminalOf = ({ isTTY, columns }: Output): { readonly columns: number } | null =>
  isTTY === true ? { columns: columns || 80 } : null;
