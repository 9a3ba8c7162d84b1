// The screens of the area nominations.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [];
export const nav: NavEntry[] = [];
