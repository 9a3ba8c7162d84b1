// The files of the API's interactive page; the package has no types of its own.
declare module 'swagger-ui-dist' {
  /** The folder that holds them. */
  export function absolutePath(): string;
}
