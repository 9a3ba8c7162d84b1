// Waiting that ends with a signal, for work that does not listen to one itself.

/** The work's outcome, or the signal's reason thrown as soon as that comes; the work goes on unattended then. */
export async function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  work.catch(() => {});
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** What `orAborted` throws when its signal came. */
export const isAborted = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
