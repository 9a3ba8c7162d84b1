// The words of an error as the log may have them: without the values that PostgreSQL quotes.

/** Of its errors about data (class 22) the message quotes the value itself; the others quote names of tables and rules. */
export function wordsOf(error: Error): string {
  const isAboutData = 'code' in error && typeof error.code === 'string' && /^22...$/.test(error.code);
  return isAboutData ? error.message.replaceAll(/"[\s\S]*"/g, '"…"') : error.message;
}
