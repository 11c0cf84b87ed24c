import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/*
 * Work that is shared among threads. They run a bundle of ours and nothing else; what is handed over is plain data, copied.
 */

/** What a thread is handed, and what it says of each part: in the same order. */
type Answers<Result> = readonly ({ readonly result: Result } | { readonly error: unknown })[];

interface Task<Job, Result> {
  readonly job: Job;
  /** Whose it is: nobody's yet, or somebody has begun it. */
  isBegun: boolean;
  readonly promise: Promise<Result>;
  readonly settle: (answer: Answers<Result>[number]) => void;
}

/** How many jobs a worker is handed at once, and has before it at most: none waits while the run is at something else. */
const BATCH = 4;
const QUEUE = 2 * BATCH;

/** Threads that do jobs, this one among them: it does what nobody has begun, instead of waiting for the others. */
export class Threads<Job, Result> {
  readonly #workers: Member<Job, Result>[];
  readonly #waiting: Task<Job, Result>[] = [];
  readonly #here: (job: Job) => Result | Promise<Result>;

  /** `count` threads besides this one, each of which runs `file`, a module that calls {@link serve}. */
  constructor(file: string, count: number, here: (job: Job) => Result | Promise<Result>) {
    this.#here = here;
    this.#workers = Array.from({ length: count }, () => new Member(file, this.#waiting));
  }

  /** How many jobs there may be before the first is answered. */
  get capacity(): number {
    return (this.#workers.length + 1) * QUEUE;
  }

  /** Has a job done, and returns how to learn what came of it. */
  begin(job: Job): () => Promise<Result> {
    const task = newTask<Job, Result>(job);
    this.#waiting.push(task);
    for (const worker of this.#workers) worker.take();
    return () => this.#answer(task);
  }

  async #answer(task: Task<Job, Result>): Promise<Result> {
    let isDone = false;
    const done = task.promise.finally(() => {
      isDone = true;
    });
    done.catch(() => undefined); // Thrown where it is waited for.
    for (;;) {
      // One turn of the loop: what others have done is heard, and they are handed more.
      await new Promise(resolve => setImmediate(resolve));
      if (isDone) break;
      const mine = task.isBegun ? this.#waiting.shift() : this.#waiting.splice(this.#waiting.indexOf(task), 1)[0];
      if (!mine) break;
      mine.isBegun = true;
      try {
        mine.settle({ result: await this.#here(mine.job) });
      } catch (error) {
        mine.settle({ error });
      }
    }
    return done;
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.end()));
  }
}

/** A thread, and what it is at. */
class Member<Job, Result> {
  readonly #worker: Worker;
  readonly #waiting: Task<Job, Result>[];
  /** In the order in which they are answered. */
  readonly #batches: Task<Job, Result>[][] = [];
  #hasAnswered = false;
  #hasFailed = false;

  constructor(file: string, waiting: Task<Job, Result>[]) {
    this.#waiting = waiting;
    this.#worker = new Worker(file);
    this.#worker.on('message', (answers: Answers<Result>) => {
      this.#hasAnswered = true;
      const batch = this.#batches.shift()!;
      this.take();
      for (const [i, task] of batch.entries()) task.settle(answers[i]!);
    });
    this.#worker.on('error', error => this.#fail(this.#hasAnswered ? error : new ThreadError(String(error))));
  }

  /** Takes what is waiting, as much as it may have before it. */
  take(): void {
    while (!this.#hasFailed && this.#waiting.length > 0 && this.#batches.length * BATCH < QUEUE) {
      const batch = this.#waiting.splice(0, BATCH);
      for (const task of batch) task.isBegun = true;
      this.#batches.push(batch);
      this.#worker.postMessage(batch.map(({ job }) => job));
    }
  }

  #fail(error: unknown): void {
    this.#hasFailed = true;
    for (const task of this.#batches.flat()) task.settle({ error });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** A thread ended before it was ready. */
export class ThreadError extends Error {}

function newTask<Job, Result>(job: Job): Task<Job, Result> {
  let settle!: Task<Job, Result>['settle'];
  const promise = new Promise<Result>((resolve, reject) => {
    settle = answer => {
      if ('error' in answer) reject(answer.error);
      else resolve(answer.result);
    };
  });
  promise.catch(() => undefined); // Thrown where it is waited for.
  return { job, isBegun: false, promise, settle };
}

/** In a thread of {@link Threads}, does what it is handed; true there, and false in the first thread of a process. */
export function serve<Job, Result>(work: (job: Job) => Result | Promise<Result>): boolean {
  if (isMainThread) return false;
  const answered = async (jobs: readonly Job[]): Promise<void> => {
    const answers: ({ result: Result } | { error: unknown })[] = [];
    for (const job of jobs) {
      try {
        answers.push({ result: await work(job) });
      } catch (error) {
        answers.push({ error });
      }
    }
    parentPort!.postMessage(answers);
  };
  // One after the other: they are answered in their order.
  let last = Promise.resolve();
  parentPort!.on('message', (jobs: readonly Job[]) => {
    last = last.then(() => answered(jobs));
  });
  return true;
}
