// The places that a person's roles work with. The shell hands them down, since every screen is one of them.
import { createContext, useContext } from 'react';
import type { NavEntry } from './screen.ts';
import { holds, useMe } from './session.ts';

export const Nav = createContext<NavEntry[]>([]);

export function usePlaces(): NavEntry[] {
  const me = useMe();
  return useContext(Nav).filter(({ roles }) => roles === 'all' || holds(me, ...roles));
}
