/** A value that listeners hear about once a frame, however often it was set. */
export interface Store<S> {
  get(): S;
  /** Changes the named parts at once; listeners hear of it in the next frame. */
  set(patch: Partial<S>): void;
  /** Calls `listener` after changes until `signal` aborts. */
  subscribe(listener: (state: S) => void, options: { readonly signal: AbortSignal }): void;
}

/** A store that holds `initial`. Without requestAnimationFrame its listeners run in a microtask. */
export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  let waiting = false;
  const listeners = new Set<(state: S) => void>();
  const notify = (): void => {
    waiting = false;
    for (const listener of listeners) listener(state);
  };
  return {
    get: () => state,
    set(patch) {
      state = { ...state, ...patch };
      if (waiting) return;
      waiting = true;
      if (typeof requestAnimationFrame === 'function') requestAnimationFrame(notify);
      else queueMicrotask(notify);
    },
    subscribe(listener, { signal }) {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
