// The screens of the area organisations.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [];
export const nav: NavEntry[] = [];
