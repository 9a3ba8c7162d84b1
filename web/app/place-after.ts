// Where the page goes after sign-in.

/** Only ever within the application. */
export const placeAfter = (back: string | undefined): string =>
  back !== undefined && /^\/(?!\/|sign-in)[^\\\p{Cc}]*$/u.test(back) ? back : '/';
