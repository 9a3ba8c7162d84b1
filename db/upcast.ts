// The one place where a stored event of an older shape becomes one of the newest.

/** One step: from this schema version to the next. */
type Step = (data: Record<string, unknown>) => Record<string, unknown>;

/** Steps by event type: the first turns version 1 into 2, the second 2 into 3, and so on. Never edit one that was released. */
export const steps: { readonly [type: string]: readonly Step[] } = {};

/** The schema version that new events of a type are written with. */
export const newestVersion = (type: string, chain = steps): number => (chain[type]?.length ?? 0) + 1;

export function upcast(type: string, schemaVersion: number, data: object, chain = steps): object {
  const due = chain[type]?.slice(schemaVersion - 1) ?? [];
  let shape: Record<string, unknown> = { ...data };
  for (const step of due) shape = step(shape);
  return shape;
}
