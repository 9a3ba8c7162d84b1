// What a screen says of itself: its place, how it is loaded, and in whose menu it stands.
import type { ComponentType } from 'react';

export type Screen = {
  /** Below /app; `$name` is a part of the address that `useParam` reads. */
  path: string;
  /** The area whose texts it needs; they are fetched with it. */
  area: string;
  load(): Promise<ComponentType>;
  /** Whoever has a login or a link, or anybody; `person` where nothing is said. */
  audience?: 'person' | 'anybody';
};
/** A line of the menu, for those who hold one of the roles. Its label is the text `nav.<key>` of the area `app`. */
export type NavEntry = {
  to: string;
  key: string;
  roles: string[] | 'all';
  group: 'mine' | 'country' | 'award' | 'forum';
};
