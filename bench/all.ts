// npm run bench: every measurement, one after the other.
await import('./store.ts');
await import('./methods.ts');
await import('./forum.ts');
