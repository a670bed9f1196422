/** An event that the worker stays alive for until `waitUntil`'s promise settles. */
export interface ExtendableEvent extends Event {
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

/** A request of a page. */
export interface FetchEvent extends ExtendableEvent {
  /** The tab that asks; empty where the request opens a page. */
  readonly clientId: string;
}

/** A message of a page. */
export interface MessageToWorker extends ExtendableEvent {
  readonly data: unknown;
}

/** The events that the worker listens to. */
interface WorkerEvents {
  readonly install: ExtendableEvent;
  readonly activate: ExtendableEvent;
  readonly message: MessageToWorker;
}

/** What a service worker has of its global scope, as far as it is used here. */
export interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (options: {
      readonly includeUncontrolled: boolean;
      readonly type: 'window';
    }) => Promise<readonly { readonly id: string; readonly url: string }[]>;
  };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <K extends keyof WorkerEvents>(
    type: K,
    listener: (event: WorkerEvents[K]) => void,
  ) => void;
}
