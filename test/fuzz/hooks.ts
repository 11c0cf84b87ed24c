/** What the process of a fuzz run is told of each test: that it began, that it is over, and how it failed. */
export interface News {
  readonly title: string;
  readonly isOver: boolean;
  readonly failure?: string;
}

const tell = (news: News): void => void process.send?.(news);

export const mochaHooks: Mocha.RootHookObject = {
  beforeEach(this: Mocha.Context) {
    // The run has its own watch over what takes long.
    this.currentTest!.timeout(0);
    tell({ title: this.currentTest!.fullTitle(), isOver: false });
  },
  afterEach(this: Mocha.Context) {
    const { state, err } = this.currentTest!;
    tell({
      title: this.currentTest!.fullTitle(),
      isOver: true,
      ...(state === 'failed' && { failure: String(err?.stack ?? err) }),
    });
  },
};
