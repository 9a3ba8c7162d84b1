// What we use of knayi-myscript, which comes without types.
declare module 'knayi-myscript' {
  const knayi: {
    /** 'en' for a text that is not Burmese. */
    fontDetect(text: string): string;
    fontConvert(text: string, to: 'unicode' | 'zawgyi', from?: 'unicode' | 'zawgyi'): string;
  };
  export default knayi;
}
