import type { StartWorker, WorkerRequest, WorkerResponse } from '../../src/worker/protocol.ts';

type Handle = (message: WorkerRequest) => WorkerResponse | null;

/** A transport without a thread: messages are copied and answered in a later turn. A handler that throws is a crash. */
export function memoryTransport(createHandle: () => Handle): StartWorker {
  return async () => {
    const handle = createHandle();
    let ended = false;
    let listener: (message: WorkerResponse) => void = () => {};
    let exit: (reason: string) => void = () => {};
    const serve = (message: WorkerRequest) => {
      if (ended) return;
      try {
        const answer = handle(message);
        if (answer) listener(structuredClone(answer));
      } catch (error) {
        ended = true;
        exit(error instanceof Error ? error.message : String(error));
      }
    };
    return {
      post: (message) => {
        const copy = structuredClone(message);
        setImmediate(() => serve(copy));
      },
      onMessage: (run) => {
        listener = run;
      },
      onExit: (run) => {
        exit = run;
      },
      terminate: () => {
        ended = true;
      },
    };
  };
}
