// Temporal's type of duration strings; without this every string would pass for one.
declare module 'ms' {
  export type Unit = 'ms' | 's' | 'm' | 'h' | 'd' | 'w';
  export type StringValue =
    | `${number}`
    | `${number}${Unit}`
    | `${number} ${Unit | 'second' | 'seconds' | 'min' | 'minute' | 'minutes' | 'hour' | 'hours' | 'day' | 'days'}`;
  export default function ms(value: StringValue | number): number;
}
